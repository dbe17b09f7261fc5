#include "ui/pages/chat/composer.h"

#include "ui/widgets/button.h"
#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace fettle::ui {

Composer::Composer(QWidget* parent)
    : QWidget(parent), m_edit(new QPlainTextEdit), m_button(new Button(tr("Send"), ButtonKind::Primary)) {
    m_edit->setObjectName(QStringLiteral("message"));
    m_edit->setAccessibleName(tr("Message to both sides"));
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(scaled(64));
    m_edit->installEventFilter(this);
    m_button->setObjectName(QStringLiteral("send"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_button, 0, Qt::AlignBottom);
    setFocusProxy(m_edit);
    setHint({});
    connect(m_button, &QPushButton::clicked, this, &Composer::act);
}

void Composer::setText(const QString& text) {
    m_edit->setPlainText(text);
    m_edit->setFocus();
}

void Composer::setHint(const QString& hint) {
    m_edit->setPlaceholderText(hint.isEmpty() ? tr("Write a message to both") : hint);
}

void Composer::setStreaming(bool isStreaming) {
    m_isStreaming = isStreaming;
    m_button->setText(isStreaming ? tr("Stop") : tr("Send"));
}

void Composer::act() {
    if (m_isStreaming)
        Q_EMIT stopRequested();
    else
        send();
}

void Composer::send() {
    const QString text = m_edit->toPlainText().trimmed();
    if (text.isEmpty()) return;
    m_edit->clear();
    Q_EMIT sent(text);
}

bool Composer::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && !(key->modifiers() & Qt::ShiftModifier)) {
            send();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace fettle::ui

#include "ui/pages/chat/composer.h"

#include "ui/text/numbers.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QKeyEvent>

#include <utility>

namespace fettle::ui {

namespace {

constexpr int kHeight = 64;

} // namespace

Composer::Composer(QWidget* parent)
    : QWidget(parent), m_edit(new QPlainTextEdit), m_button(new Button(tr("Send"), ButtonKind::Primary)),
      m_note(new Label({}, TextRole::Secondary)), m_editing(makeEditingBar()) {
    m_edit->setObjectName(QStringLiteral("message"));
    m_edit->setAccessibleName(tr("Message"));
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(scaled(kHeight));
    m_edit->installEventFilter(this);
    m_button->setObjectName(QStringLiteral("send"));
    m_note->setObjectName(QStringLiteral("messageNote"));
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(m_edit, 1);
    row->addWidget(m_button, 0, Qt::AlignBottom);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kTightGap);
    layout->addWidget(m_editing);
    layout->addLayout(row);
    layout->addWidget(m_note);
    setFocusProxy(m_edit);
    setHint({});
    showNote();
    connect(m_button, &QPushButton::clicked, this, &Composer::act);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] { Q_EMIT typed(m_edit->toPlainText()); });
}

QWidget* Composer::makeEditingBar() {
    auto* bar = new QWidget;
    bar->setObjectName(QStringLiteral("editingBar"));
    auto* text =
        new Label(tr("You change an earlier message: what came after it is asked anew. Esc leaves it as it was."),
                  TextRole::Secondary);
    auto* cancel = new Button(tr("Leave it"));
    cancel->setObjectName(QStringLiteral("cancelEditing"));
    connect(cancel, &QPushButton::clicked, this, &Composer::cancelEditing);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(text, 1);
    row->addWidget(cancel);
    bar->hide();
    return bar;
}

void Composer::beginEditing(const QString& text) {
    if (!m_isEditing) m_before = m_edit->toPlainText();
    m_isEditing = true;
    m_editing->show();
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    m_edit->setFocus();
}

void Composer::cancelEditing() {
    if (!m_isEditing) return;
    m_edit->setPlainText(m_before);
    endEditing();
    m_edit->setFocus();
}

void Composer::endEditing() {
    m_before.clear();
    m_editing->hide();
    if (std::exchange(m_isEditing, false)) Q_EMIT editingEnded();
}

void Composer::setHint(const QString& hint) {
    m_edit->setPlaceholderText(hint.isEmpty() ? tr("Write a message") : hint);
}

void Composer::setStreaming(bool isStreaming) {
    m_isStreaming = isStreaming;
    m_button->setText(isStreaming ? tr("Stop") : tr("Send"));
    showNote();
}

void Composer::setLength(qint64 tokens, qint64 contextLength) {
    m_tokens = tokens;
    m_contextLength = contextLength;
    showNote();
}

void Composer::setObjection(const QString& why) {
    m_objection = why;
    showNote();
}

void Composer::showNote() {
    const bool isTooLong = m_contextLength > 0 && m_tokens >= m_contextLength;
    const QString tokens = countText(m_tokens), context = countText(m_contextLength);
    QString note = m_objection;
    if (note.isEmpty() && isTooLong)
        note =
            tr("With this message the prompt has %1 tokens, and the model reads %2: shorten it, or begin a new chat.")
                .arg(tokens, context);
    else if (note.isEmpty() && m_contextLength > 0)
        note = tr("%1 of %2 tokens with this message").arg(tokens, context);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_note->setInk(isTooLong || !m_objection.isEmpty() ? Ink::Danger : Ink::Secondary);
    m_button->setEnabled(m_isStreaming || (!isTooLong && m_objection.isEmpty()));
}

void Composer::act() {
    if (m_isStreaming)
        Q_EMIT stopRequested();
    else
        send();
    m_edit->setFocus();
}

void Composer::send() {
    const QString text = m_edit->toPlainText().trimmed();
    if (text.isEmpty() || !m_button->isEnabled()) return;
    Q_EMIT sent(text); // it asks whether an earlier message is meant
    m_edit->clear();
    endEditing();
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

#include "ui/widgets/disclosure.h"

#include "ui/widgets/control_painting.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/label.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

namespace fettle::ui {

class Disclosure::Head : public QAbstractButton {
public:
    explicit Head(const QString& title) {
        setText(title);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override {
        const QFontMetrics metrics(fontOf(TextRole::Strong));
        return {metrics.horizontalAdvance(text()) + scaled(16) + 3 * kTightGap,
                std::max(scaled(28), metrics.height() + kTightGap)};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        if (underMouse()) paintRounded(painter, rect(), kControlRadius, ink(Ink::Hover, palette()), {});
        const int side = scaled(16);
        const QString arrow = isChecked() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right");
        paintIcon(painter, QRectF(0, (height() - side) / 2, side, side), arrow, ink(Ink::Secondary, palette()));
        painter.setFont(fontOf(TextRole::Strong));
        painter.setPen(ink(Ink::Text, palette()));
        painter.drawText(rect().adjusted(side + kTightGap, 0, 0, 0), Qt::AlignVCenter | Qt::TextShowMnemonic, text());
        if (hasFocus()) paintFocusRing(painter, rect(), palette(), kControlRadius);
    }
};

Disclosure::Disclosure(const QString& title, QWidget* parent)
    : QWidget(parent), m_head(new Head(title)), m_note(new Label({}, TextRole::Secondary)), m_body(new QWidget),
      m_content(new QVBoxLayout(m_body)) {
    m_head->setObjectName(QStringLiteral("disclosureHead"));
    m_head->setAccessibleName(title);
    m_note->setWordWrap(false);
    auto* line = new QHBoxLayout;
    line->setSpacing(kGap);
    line->addWidget(m_head);
    line->addWidget(m_note);
    line->addStretch();
    m_content->setContentsMargins(0, kTightGap, 0, 0);
    m_content->setSpacing(kGap);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kTightGap);
    layout->addLayout(line);
    layout->addWidget(m_body);
    m_body->hide();
    connect(m_head, &QAbstractButton::toggled, this, &Disclosure::setOpen);
}

void Disclosure::setTitle(const QString& title) {
    m_head->setText(title);
    m_head->setAccessibleName(title);
    m_head->updateGeometry();
}

void Disclosure::setNote(const QString& note) {
    m_note->setText(note);
}

void Disclosure::setOpen(bool isOpen) {
    if (m_isOpen == isOpen) return;
    m_isOpen = isOpen;
    m_head->setChecked(isOpen);
    m_body->setVisible(isOpen);
    Q_EMIT toggled(isOpen);
}

} // namespace fettle::ui

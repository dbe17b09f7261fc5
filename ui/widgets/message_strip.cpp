#include "ui/widgets/message_strip.h"

#include "ui/text/error_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/control_painting.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace fettle::ui {

namespace {

constexpr int kMark = 20;

Ink inkOf(MessageStrip::Kind kind) {
    switch (kind) {
    case MessageStrip::Kind::Info:
        return Ink::Accent;
    case MessageStrip::Kind::Good:
        return Ink::Good;
    case MessageStrip::Kind::Warning:
        return Ink::Warning;
    case MessageStrip::Kind::Error:
        break;
    }
    return Ink::Danger;
}

QString iconOf(MessageStrip::Kind kind) {
    switch (kind) {
    case MessageStrip::Kind::Info:
        return QStringLiteral("info");
    case MessageStrip::Kind::Good:
        return QStringLiteral("check");
    case MessageStrip::Kind::Warning:
        return QStringLiteral("warning");
    case MessageStrip::Kind::Error:
        break;
    }
    return QStringLiteral("error");
}

QString detailsWithLog(const Error& error, const QStringList& lastLog) {
    QStringList details = {errorDetails(error)};
    if (!lastLog.isEmpty()) details << QString() << ErrorStrip::tr("The engine's last lines:") << lastLog;
    return details.join(QLatin1Char('\n'));
}

} // namespace

MessageStrip::MessageStrip(QWidget* parent)
    : QFrame(parent), m_what(new Label({}, TextRole::Strong)), m_toDo(new Label), m_more(new Disclosure(tr("Details"))),
      m_details(new Label({}, TextRole::Mono)), m_buttons(new QHBoxLayout),
      m_cross(new IconButton(QStringLiteral("close"), tr("Dismiss"))) {
    m_what->setWordWrap(true);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setObjectName(QStringLiteral("details"));
    m_details->setAccessibleName(tr("Details"));
    m_cross->setObjectName(QStringLiteral("dismiss"));
    m_more->content()->addWidget(m_details);
    auto* text = new QVBoxLayout;
    text->setSpacing(kTightGap);
    text->addWidget(m_what);
    text->addWidget(m_toDo);
    text->addLayout(m_buttons);
    text->addWidget(m_more);
    m_buttons->setSpacing(kGap);
    m_buttons->addStretch();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kGap + kTightGap + scaled(kMark) + kGap, kGap + kTightGap / 2, kGap,
                               kGap + kTightGap / 2);
    layout->setSpacing(kGap);
    layout->addLayout(text, 1);
    layout->addWidget(m_cross, 0, Qt::AlignTop);
    hide();
    connect(m_cross, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_cross, &QPushButton::clicked, this, &MessageStrip::dismissed);
}

void MessageStrip::showMessage(Kind kind, const QString& what, const QString& toDo, const QString& details) {
    m_kind = kind;
    m_what->setText(what);
    m_toDo->setText(toDo);
    m_toDo->setVisible(!toDo.isEmpty());
    m_details->setText(details);
    m_more->setVisible(!details.isEmpty());
    m_more->setOpen(false);
    setAccessibleName(text());
    show();
    update();
}

void MessageStrip::setDismissable(bool isDismissable) {
    m_cross->setVisible(isDismissable);
}

void MessageStrip::addButton(QAction* action, bool isPrimary) {
    m_buttons->insertWidget(m_buttons->count() - 1,
                            new Button(action, isPrimary ? ButtonKind::Primary : ButtonKind::Plain));
}

void MessageStrip::clearButtons() {
    while (m_buttons->count() > 1) {
        auto* item = m_buttons->takeAt(0);
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was clicked
        delete item;
    }
}

QString MessageStrip::text() const {
    return m_toDo->text().isEmpty() ? m_what->text() : m_what->text() + QLatin1Char(' ') + m_toDo->text();
}

void MessageStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QColor color = ink(inkOf(m_kind), palette());
    const QColor card = ink(Ink::Card, palette());
    paintRounded(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, blended(color, card, 0.07),
                 blended(color, card, 0.55));
    const int side = scaled(kMark);
    paintIcon(painter, QRectF(kGap + kTightGap, kGap + kTightGap, side, side), iconOf(m_kind), color);
}

ErrorStrip::ErrorStrip(QWidget* parent) : MessageStrip(parent) {}

void ErrorStrip::showError(const Error& error) {
    showMessage(Kind::Error, errorText(error), hintText(error), errorDetails(error));
}

void ErrorStrip::showErrorWithLog(const Error& error, const QStringList& lastLog) {
    showMessage(Kind::Error, errorText(error), hintText(error), detailsWithLog(error, lastLog));
}

void ErrorStrip::showFailure(const QString& what, const Error& error, const QStringList& lastLog) {
    //: What failed, then a sentence on why: "Saving the conversation: the disk is full."
    showMessage(Kind::Error, tr("%1: %2").arg(what, errorText(error)), hintText(error), detailsWithLog(error, lastLog));
}

void ErrorStrip::showWarning(const QString& what, const Error& warning) {
    showMessage(Kind::Warning, tr("%1: %2").arg(what, errorText(warning)), hintText(warning), errorDetails(warning));
}

} // namespace fettle::ui

#include "ui/window/status_line.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace fettle::ui {

namespace {

Button* part(const char* iconName, const char* objectName, const QString& text) {
    auto* button = new Button(text, ButtonKind::Quiet);
    button->setIconName(QString::fromLatin1(iconName));
    button->setObjectName(QString::fromLatin1(objectName));
    button->setAccessibleName(text);
    return button;
}

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent), m_device(part("device", "statusDevice", tr("Device"))),
      m_run(part("runs", "statusRun", tr("Run"))), m_log(part("log", "statusLog", tr("Log"))),
      m_message(new Label({}, TextRole::Secondary)) {
    m_message->setElided(true);
    m_message->setObjectName(QStringLiteral("statusMessage"));
    m_log->setCheckable(true);
    m_device->setToolTip(tr("Open the settings"));
    m_run->setToolTip(tr("Open this run"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kGap, kTightGap / 2 + 1, kGap, kTightGap / 2);
    layout->setSpacing(kTightGap);
    layout->addWidget(m_device);
    layout->addWidget(m_run);
    layout->addWidget(m_message, 1);
    layout->addWidget(m_log);
    m_run->hide();
    connect(m_device, &QPushButton::clicked, this, &StatusLine::deviceClicked);
    connect(m_run, &QPushButton::clicked, this, &StatusLine::runClicked);
    connect(m_log, &QPushButton::toggled, this, &StatusLine::logToggled);
}

void StatusLine::setDevice(const QString& text) {
    m_device->setText(text);
    m_device->setAccessibleName(text);
}

void StatusLine::setRun(const QString& text) {
    m_run->setText(text);
    m_run->setAccessibleName(text);
    m_run->setVisible(!text.isEmpty());
}

void StatusLine::setMessage(const QString& text) {
    m_message->setText(text);
}

void StatusLine::setLogOpen(bool isOpen) {
    m_log->setChecked(isOpen);
}

void StatusLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), ink(Ink::Card, palette()));
    painter.fillRect(0, 0, width(), 1, ink(Ink::Border, palette()));
}

} // namespace fettle::ui

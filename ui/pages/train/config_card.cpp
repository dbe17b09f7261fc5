#include "ui/pages/train/config_card.h"

#include "ui/widgets/button.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace fettle::ui {

ConfigCard::ConfigCard(const ConfigDraft& draft, QWidget* parent)
    : Card({}, parent), m_draft(draft), m_body(new Disclosure(tr("Exact configuration and command line"))),
      m_text(new QPlainTextEdit) {
    setAccessibleName(tr("Exact configuration"));
    m_body->setObjectName(QStringLiteral("trainConfig"));
    m_text->setObjectName(QStringLiteral("trainConfigText"));
    m_text->setAccessibleName(tr("config.json of the run"));
    m_text->setReadOnly(true);
    m_text->setFont(fontOf(TextRole::Mono));
    m_text->setMinimumHeight(scaled(280));
    auto* copy = new Button(tr("Copy config.json"));
    copy->setObjectName(QStringLiteral("trainCopyConfig"));
    auto* command = new Label(QStringLiteral("fettle train RUN_FOLDER"), TextRole::Mono);
    command->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_body->content()->addWidget(
        new Label(tr("Written to a folder as config.json, this command does the same:"), TextRole::Secondary));
    m_body->content()->addWidget(command);
    m_body->content()->addWidget(m_text);
    m_body->content()->addWidget(copy, 0, Qt::AlignLeft);
    content()->addWidget(m_body);
    m_timer.setSingleShot(true);
    m_timer.setInterval(300);
    connect(&m_timer, &QTimer::timeout, this, &ConfigCard::show);
    connect(&draft, &ConfigDraft::changed, &m_timer, qOverload<>(&QTimer::start));
    connect(&draft, &ConfigDraft::wasReset, &m_timer, qOverload<>(&QTimer::start));
    connect(m_body, &Disclosure::toggled, this, &ConfigCard::show);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
}

void ConfigCard::show() {
    if (m_body->isOpen())
        m_text->setPlainText(
            QString::fromStdString(toJson(m_draft.config()).dump(2, ' ', false, Json::error_handler_t::replace)));
}

} // namespace fettle::ui

#include "ui/pages/train/asking_card.h"

#include "ui/pages/train/asking_rows.h"
#include "ui/widgets/button.h"
#include "ui/widgets/facts_table.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/progress_strip.h"

#include <QAction>
#include <QTableView>

namespace fettle::ui {

namespace {

// Of `fettle compare`; none where there is nothing to ask yet.
QStringList argumentsOf(const RunConfig& config) {
    if (config.model.init || config.model.path.empty() || config.data.train.empty()) return {};
    const DataFileConfig& file = config.data.train.front();
    QStringList arguments = {QStringLiteral("--model"), QString::fromStdString(config.model.path),
                             QStringLiteral("--file"), QString::fromStdString(file.path)};
    if (file.format != "auto") arguments << QStringLiteral("--format") << QString::fromStdString(file.format);
    if (const auto start = initFromOf(config.adapter))
        arguments << QStringLiteral("--adapter") << QString::fromStdString(*start);
    return arguments;
}

} // namespace

AskingCard::AskingCard(Workspace& workspace, ConfigDraft& draft, QWidget* parent)
    : Card(tr("Do I need to train?"), parent), m_draft(draft), m_job(workspace.program, tr("Asking the base model")),
      m_ask(new QAction(tr("Ask the base model"), this)), m_error(new ErrorStrip), m_advice(new MessageStrip),
      m_table(factsTable(m_ways)) {
    setObjectName(QStringLiteral("askingCard"));
    m_ask->setObjectName(QStringLiteral("askBase"));
    m_advice->setObjectName(QStringLiteral("askingAdvice"));
    m_advice->setDismissable(false);
    m_table->setObjectName(QStringLiteral("askingWays"));
    m_table->setAccessibleName(tr("Ways to ask the base model"));
    content()->addWidget(
        new Label(tr("The base model answers questions of the first data file: alone, with examples in the "
                     "prompt, thinking first, looking for its mistake."),
                  TextRole::Secondary));
    content()->addWidget(new Button(m_ask), 0, Qt::AlignLeft);
    content()->addWidget(new ProgressStrip(m_job.job(), QStringLiteral("asking")));
    for (QWidget* part : std::initializer_list<QWidget*>{m_error, m_advice, m_table})
        content()->addWidget(part);
    workspace.jobs.add(&m_job.job());
    connect(m_ask, &QAction::triggered, this, &AskingCard::ask);
    connect(&draft, &ConfigDraft::changed, this, &AskingCard::follow);
    connect(&draft, &ConfigDraft::wasReset, this, &AskingCard::follow);
    connect(&m_job.job(), &Job::failed, m_error, &ErrorStrip::showErrorWithLog);
    connect(&m_job.job(), &Job::started, this, &AskingCard::follow);
    connect(&m_job.job(), &Job::ended, this, &AskingCard::follow);
    connect(&m_job, &VerbJob::finished, this, &AskingCard::showComparison);
    follow();
}

void AskingCard::follow() {
    const QStringList arguments = argumentsOf(m_draft.config());
    m_ask->setEnabled(!arguments.isEmpty() && !m_job.job().isRunning());
    const bool isCurrent = arguments == m_asked && m_ways.rowCount() > 0;
    m_advice->setVisible(isCurrent);
    m_table->setVisible(isCurrent);
}

void AskingCard::ask() {
    m_error->hide();
    m_ways.setRows(askingColumns(), {});
    m_asked = argumentsOf(m_draft.config());
    m_job.start(QStringLiteral("compare"), m_asked);
}

void AskingCard::showComparison(const Json& comparison) {
    const AskingAdvice advice = askingAdvice(comparison);
    m_advice->showMessage(advice.isPromptEnough ? MessageStrip::Kind::Good : MessageStrip::Kind::Info, advice.headline,
                          advice.reason);
    m_ways.setRows(askingColumns(), askingRows(comparison));
    fitHeight(*m_table);
    follow();
}

} // namespace fettle::ui

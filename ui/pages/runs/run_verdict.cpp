#include "ui/pages/runs/run_verdict.h"

#include "core/base/files.h"
#include "core/judge/scorer.h"
#include "core/run/run_folder.h"
#include "ui/pages/runs/run_facts.h"
#include "ui/pages/runs/verdict_rows.h"
#include "ui/text/core_text.h"
#include "ui/text/json_values.h"
#include "ui/widgets/button.h"
#include "ui/widgets/facts_table.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/progress_strip.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

#include <filesystem>

namespace fettle::ui {

namespace {

MessageStrip::Kind kindOf(const QString& verdict) {
    if (verdict == QLatin1String("better")) return MessageStrip::Kind::Good;
    return verdict == QLatin1String("worse") ? MessageStrip::Kind::Warning : MessageStrip::Kind::Info;
}

QString sentence(const QString& verdict) {
    if (verdict == QLatin1String("better")) return RunVerdict::tr("The run did help: tuned is better than base.");
    if (verdict == QLatin1String("worse")) return RunVerdict::tr("The run did harm: tuned is worse than base.");
    return RunVerdict::tr("No difference between base and tuned is shown.");
}

} // namespace

RunVerdict::RunVerdict(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_job(workspace.program, tr("Comparing base and tuned")), m_ask(new QAction(this)),
      m_scorer(new QComboBox), m_pattern(new QLineEdit), m_verdict(new MessageStrip), m_error(new ErrorStrip),
      m_figureTable(factsTable(m_figures)), m_changedTable(factsTable(m_changed)) {
    m_verdict->setObjectName(QStringLiteral("runVerdict"));
    m_verdict->setDismissable(false);
    m_figureTable->setObjectName(QStringLiteral("verdictFigures"));
    m_figureTable->setAccessibleName(tr("Base and tuned in figures"));
    m_changedTable->setObjectName(QStringLiteral("changedRows"));
    m_changedTable->setAccessibleName(tr("Rows that changed most"));
    m_changedTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGap, 0, 0);
    layout->addWidget(makeQuestion());
    layout->addWidget(new ProgressStrip(m_job.job(), QStringLiteral("verdict")));
    for (QWidget* part : std::initializer_list<QWidget*>{m_error, m_verdict, m_figureTable})
        layout->addWidget(part);
    layout->addWidget(m_changedTable, 1);
    layout->addStretch();
    workspace.jobs.add(&m_job.job());
    connect(&m_job.job(), &Job::failed, m_error, &ErrorStrip::showErrorWithLog);
    connect(&m_job.job(), &Job::started, this, &RunVerdict::follow);
    connect(&m_job.job(), &Job::ended, this, &RunVerdict::follow);
    connect(&m_job, &VerbJob::finished, this, &RunVerdict::read); // of another run, where one was chosen meanwhile
    showEmpty();
    follow();
}

QWidget* RunVerdict::makeQuestion() {
    m_ask->setObjectName(QStringLiteral("askForVerdict"));
    m_scorer->setObjectName(QStringLiteral("verdictScorer"));
    m_scorer->setAccessibleName(tr("How an answer is judged"));
    m_scorer->addItem(tr("Judge as the rows suggest"), QStringLiteral("auto"));
    for (const ScorerKind& kind : scorerKinds()) {
        m_scorer->addItem(coreText(std::string(kind.title)), QString::fromStdString(std::string(kind.name)));
        m_scorer->setItemData(m_scorer->count() - 1, coreText(std::string(kind.sentence)), Qt::ToolTipRole);
    }
    m_pattern->setObjectName(QStringLiteral("verdictPattern"));
    m_pattern->setAccessibleName(tr("Pattern of a right answer"));
    m_pattern->setPlaceholderText(tr("Regular expression"));
    connect(m_ask, &QAction::triggered, this, &RunVerdict::ask);
    connect(m_scorer, &QComboBox::currentIndexChanged, this, &RunVerdict::follow);
    connect(m_pattern, &QLineEdit::textChanged, this, &RunVerdict::follow);
    auto* question = new QWidget;
    auto* row = new QHBoxLayout(question);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new Button(m_ask));
    row->addWidget(m_scorer);
    row->addWidget(m_pattern, 1);
    row->addStretch();
    return question;
}

void RunVerdict::setRecord(RunRecord* record) {
    if (m_record != nullptr) disconnect(m_record, nullptr, this, nullptr);
    m_record = record;
    m_error->hide();
    read();
    follow();
    if (record == nullptr) return;
    connect(record, &RunRecord::loaded, this, &RunVerdict::read);
    connect(record, &RunRecord::loaded, this, &RunVerdict::follow);
    connect(record, &RunRecord::changed, this, &RunVerdict::follow);
}

void RunVerdict::follow() {
    const ScorerKind* kind = findScorer(m_scorer->currentData().toString().toStdString());
    const bool needsPattern = kind != nullptr && kind->needsPattern;
    const bool hasResult = m_record != nullptr && !m_record->stored().result.isEmpty() && !isActive(m_record->state());
    const bool writes = writesAnswers(m_record);
    m_pattern->setVisible(needsPattern);
    m_ask->setText(!writes     ? tr("A reward model writes no answers")
                   : hasResult ? tr("Compare base and tuned")
                               : tr("The run has no result yet"));
    m_ask->setEnabled(writes && hasResult && !m_job.job().isRunning() &&
                      !(needsPattern && m_pattern->text().isEmpty()));
}

void RunVerdict::ask() {
    m_error->hide();
    QStringList arguments = {m_record->folder(), QStringLiteral("--scorer"), m_scorer->currentData().toString()};
    if (m_pattern->isVisibleTo(this)) arguments << QStringLiteral("--pattern") << m_pattern->text();
    m_job.start(QStringLiteral("evaluate"), arguments);
}

void RunVerdict::read() {
    m_reading.cancel();
    if (m_record == nullptr) return showEmpty();
    const auto work = [file = RunFolder(m_record->folder().toStdString()).verdictFile()] {
        return std::filesystem::exists(file) ? readJson(file) : Json();
    };
    m_reading = runInBackground(
        this, work, [this](const Json& verdict) { showVerdict(verdict); }, [this](const Error&) { showEmpty(); });
}

void RunVerdict::showVerdict(const Json& verdict) {
    if (!verdict.is_object()) return showEmpty();
    const QString name = textIn(verdict, "verdict");
    m_verdict->showMessage(kindOf(name), sentence(name),
                           tr("Both answered %Ln rows that the run did not learn from, each at its likeliest.", nullptr,
                              static_cast<int>(wholeIn(verdict, "rows"))));
    m_figures.setRows(verdictColumns(), verdictRows(verdict));
    m_changed.setRows(changedColumns(), changedRows(verdict));
    fitHeight(*m_figureTable);
    m_figureTable->show();
    m_changedTable->show();
}

void RunVerdict::showEmpty() {
    m_verdict->showMessage(
        MessageStrip::Kind::Info, tr("Did the run help?"),
        tr("Base and tuned answer rows that the run did not learn from, and text unlike its data; each "
           "difference is told with its 95 % interval."));
    m_figureTable->hide();
    m_changedTable->hide();
}

} // namespace fettle::ui

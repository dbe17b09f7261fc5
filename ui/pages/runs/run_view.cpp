#include "ui/pages/runs/run_view.h"

#include "ui/pages/runs/metric_table.h"
#include "ui/pages/runs/run_actions.h"
#include "ui/pages/runs/run_charts.h"
#include "ui/pages/runs/run_header.h"
#include "ui/pages/runs/run_memory.h"
#include "ui/pages/runs/run_settings.h"
#include "ui/pages/runs/run_verdict.h"
#include "ui/pages/runs/sample_view.h"
#include "ui/text/error_text.h"
#include "ui/text/numbers.h"
#include "ui/widgets/message_strip.h"

#include <QPlainTextEdit>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <utility>

namespace fettle::ui {

namespace {

constexpr int kLogLines = 5000;

QPlainTextEdit* makeLog() {
    auto* text = new QPlainTextEdit;
    text->setObjectName(QStringLiteral("runLog"));
    text->setAccessibleName(RunView::tr("Log of the engine"));
    text->setPlaceholderText(RunView::tr("What the engine says appears here; this run's engine has said nothing yet."));
    text->setReadOnly(true);
    text->setFrameShape(QFrame::NoFrame);
    text->setFont(fontOf(TextRole::Mono));
    text->setMaximumBlockCount(kLogLines);
    return text;
}

} // namespace

RunView::RunView(Workspace& workspace, RunActions& actions, QWidget* parent)
    : QWidget(parent), m_header(new RunHeader(actions)), m_question(new MessageStrip), m_result(new MessageStrip),
      m_note(new MessageStrip), m_error(new ErrorStrip), m_charts(new RunCharts), m_samples(new SampleView),
      m_table(new MetricTable), m_memory(new RunMemory), m_verdict(new RunVerdict(workspace)), m_log(makeLog()),
      m_settings(new RunSettings) {
    m_question->setObjectName(QStringLiteral("stopQuestion"));
    m_result->setObjectName(QStringLiteral("runResult"));
    m_error->setObjectName(QStringLiteral("runError"));
    m_note->setObjectName(QStringLiteral("runNote"));
    auto* goOn = new QAction(tr("Continue training"), this);
    goOn->setObjectName(QStringLiteral("goOnTraining"));
    connect(goOn, &QAction::triggered, m_question, &QWidget::hide);
    m_question->addButton(actions.stopAndSave, true);
    m_question->addButton(actions.stopAndDiscard);
    m_question->addButton(goOn);
    auto* split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(m_charts);
    split->addWidget(makeTabs());
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGroupGap, kGroupGap, kPageMargin, kGroupGap);
    layout->setSpacing(kGap);
    for (QWidget* part : std::initializer_list<QWidget*>{m_header, m_question, m_error, m_result, m_note})
        layout->addWidget(part);
    layout->addWidget(split, 1);
}

QWidget* RunView::makeTabs() {
    auto* tabs = new QTabWidget;
    tabs->setObjectName(QStringLiteral("runTabs"));
    tabs->setAccessibleName(tr("More of the run"));
    tabs->setDocumentMode(true);
    tabs->addTab(m_samples, tr("Samples"));
    tabs->addTab(m_verdict, tr("Verdict"));
    tabs->addTab(m_table, tr("Table"));
    tabs->addTab(m_memory, tr("Memory"));
    tabs->addTab(m_log, tr("Log"));
    tabs->addTab(m_settings, tr("Settings"));
    return tabs;
}

void RunView::setRecord(RunRecord* record) {
    if (record == m_record) return;
    if (m_record != nullptr) disconnect(m_record, nullptr, this, nullptr);
    m_record = record;
    for (QWidget* strip : std::initializer_list<QWidget*>{m_question, m_error, m_result, m_note})
        strip->hide();
    m_isFailureShown = false;
    m_shownNote.clear();
    m_header->setRecord(record);
    m_charts->setRecord(record);
    m_samples->setRecord(record);
    m_table->setRecord(record);
    m_memory->setRecord(record);
    m_verdict->setRecord(record);
    m_settings->setRecord(record);
    m_log->clear();
    if (record == nullptr) return;
    connect(record, &RunRecord::loaded, this, &RunView::showRun);
    connect(record, &RunRecord::changed, this, &RunView::showState);
    connect(record, &RunRecord::logArrived, this, &RunView::appendLog);
    connect(record, &RunRecord::loadFailed, m_error, &ErrorStrip::showError);
    showRun();
}

void RunView::showRun() {
    showLog();
    showState();
}

void RunView::showLog() {
    const QString log = m_record->log().join(QLatin1Char('\n'));
    if (log != m_log->toPlainText()) m_log->setPlainText(log);
}

void RunView::appendLog(const QStringList& lines) {
    m_log->appendPlainText(lines.join(QLatin1Char('\n')));
}

void RunView::showState() {
    if (!isActive(m_record->state())) m_question->hide();
    showFailure();
    showResult();
    showNotes();
}

// Once: it can be dismissed.
void RunView::showFailure() {
    const auto failure = m_record->failure();
    if (!failure) m_error->hide();
    if (failure && !m_isFailureShown) m_error->showErrorWithLog(*failure, m_record->lastLog());
    m_isFailureShown = failure.has_value();
}

void RunView::showResult() {
    const auto& losses = m_record->metrics().values(QStringLiteral("loss"));
    if (m_record->state() != RunState::Finished || losses.empty()) return m_result->hide();
    if (m_result->isVisibleTo(this)) return;
    m_result->showMessage(MessageStrip::Kind::Good,
                          tr("Loss %1 \u2192 %2.").arg(metricText(losses.front()), metricText(losses.back())));
}

void RunView::showNotes() {
    const bool isElsewhere = isActive(m_record->state()) && !m_record->liveState();
    const auto& notes = m_record->data().notes;
    if (!m_record->stored().problem.isEmpty())
        showNote(m_record->stored().problem, {});
    else if (isElsewhere)
        showNote(tr("Another window or a command line trains this run."),
                 tr("It is shown here as it goes on, and stopped where it was started."));
    else if (!notes.empty())
        showNote(errorText(notes.back()), hintText(notes.back()));
    else
        showNote({}, {});
}

// Once: it can be dismissed.
void RunView::showNote(const QString& what, const QString& toDo) {
    if (what == std::exchange(m_shownNote, what)) return;
    if (what.isEmpty()) return m_note->hide();
    m_note->showMessage(MessageStrip::Kind::Warning, what, toDo);
}

void RunView::askHowToStop() {
    m_question->showMessage(MessageStrip::Kind::Info, tr("How should this run stop?"),
                            tr("A saved run can be resumed at any time and goes on as if it had never stopped."));
}

} // namespace fettle::ui

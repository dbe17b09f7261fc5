#include "ui/pages/runs/run_view.h"

#include "ui/pages/runs/metric_table.h"
#include "ui/pages/runs/run_actions.h"
#include "ui/pages/runs/run_charts.h"
#include "ui/pages/runs/run_header.h"
#include "ui/pages/runs/run_memory.h"
#include "ui/pages/runs/sample_view.h"
#include "ui/text/numbers.h"
#include "ui/widgets/message_strip.h"

#include <QPlainTextEdit>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace fettle::ui {

namespace {

constexpr int kLogLines = 5000, kLogTail = 20;

QPlainTextEdit* monoText(const QString& objectName, const QString& name) {
    auto* text = new QPlainTextEdit;
    text->setObjectName(objectName);
    text->setAccessibleName(name);
    text->setReadOnly(true);
    text->setFrameShape(QFrame::NoFrame);
    text->setFont(fontOf(TextRole::Mono));
    return text;
}

} // namespace

RunView::RunView(RunActions& actions, QWidget* parent)
    : QWidget(parent), m_header(new RunHeader(actions)), m_question(new MessageStrip), m_result(new MessageStrip),
      m_note(new MessageStrip), m_error(new ErrorStrip), m_charts(new RunCharts), m_samples(new SampleView),
      m_table(new MetricTable), m_memory(new RunMemory),
      m_log(monoText(QStringLiteral("runLog"), tr("Log of the engine"))),
      m_config(monoText(QStringLiteral("runConfig"), tr("Settings of the run"))) {
    m_question->setObjectName(QStringLiteral("stopQuestion"));
    m_result->setObjectName(QStringLiteral("runResult"));
    m_error->setObjectName(QStringLiteral("runError"));
    m_log->setMaximumBlockCount(kLogLines);
    auto* goOn = new QAction(tr("Go on training"), this);
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
    tabs->addTab(m_table, tr("Table"));
    tabs->addTab(m_memory, tr("Memory"));
    tabs->addTab(m_log, tr("Log"));
    tabs->addTab(m_config, tr("Settings"));
    return tabs;
}

void RunView::setRecord(RunRecord* record) {
    if (record == m_record) return;
    if (m_record != nullptr) disconnect(m_record, nullptr, this, nullptr);
    m_record = record;
    for (QWidget* strip : std::initializer_list<QWidget*>{m_question, m_error, m_result, m_note})
        strip->hide();
    m_header->setRecord(record);
    m_charts->setRecord(record);
    m_samples->setRecord(record);
    m_table->setRecord(record);
    m_memory->setRecord(record);
    m_log->clear();
    m_config->clear();
    if (record == nullptr) return;
    connect(record, &RunRecord::loaded, this, &RunView::show);
    connect(record, &RunRecord::changed, this, &RunView::showResult);
    connect(record, &RunRecord::logArrived, this, &RunView::appendLog);
    connect(record, &RunRecord::loadFailed, m_error, &ErrorStrip::showError);
    show();
}

void RunView::show() {
    m_log->setPlainText(m_record->log().join(QLatin1Char('\n')));
    showConfig();
    showResult();
    showNotes();
    if (!m_record->stored().problem.isEmpty())
        m_note->showMessage(MessageStrip::Kind::Warning, m_record->stored().problem);
}

void RunView::appendLog(const QString& line) {
    m_log->appendPlainText(line);
}

// The run's own saved copy, never the form.
void RunView::showConfig() {
    if (!m_record->config()) return;
    m_config->setPlainText(
        QString::fromStdString(toJson(*m_record->config()).dump(2, ' ', false, Json::error_handler_t::replace)));
}

void RunView::showResult() {
    if (!isActive(m_record->state())) m_question->hide();
    const RunData& data = m_record->data();
    if (m_record->state() == RunState::Failed && data.failure && !m_error->isVisibleTo(this))
        m_error->showErrorWithLog(*data.failure,
                                  m_record->log().mid(std::max<qsizetype>(0, m_record->log().size() - kLogTail)));
    if (m_record->state() != RunState::Failed) m_error->hide();
    if (m_record->state() != RunState::Finished || data.step == 0) return m_result->hide();
    const auto& losses = m_record->metrics().values(QStringLiteral("loss"));
    if (losses.empty()) return m_result->hide();
    if (m_result->isVisibleTo(this)) return;
    m_result->showMessage(MessageStrip::Kind::Good,
                          tr("Loss %1 \u2192 %2.").arg(metricText(losses.front()), metricText(losses.back())));
}

void RunView::showNotes() {
    const auto& notes = m_record->data().notes;
    if (!notes.empty() && m_record->stored().problem.isEmpty())
        m_note->showMessage(MessageStrip::Kind::Warning, notes.back().message, notes.back().hint);
}

void RunView::askHowToStop() {
    m_question->showMessage(MessageStrip::Kind::Info, tr("How should this run stop?"),
                            tr("A saved run can be resumed at any time and goes on as if it had never stopped."));
}

void RunView::showFailure(const Error& error, const QStringList& lastLog) {
    m_error->showErrorWithLog(error, lastLog);
}

} // namespace fettle::ui

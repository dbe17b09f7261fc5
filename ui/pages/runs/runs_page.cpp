#include "ui/pages/runs/runs_page.h"

#include "ui/pages/runs/further_question.h"
#include "ui/pages/runs/run_comparison.h"
#include "ui/pages/runs/run_list.h"
#include "ui/pages/runs/run_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_strip.h"

#include <QInputDialog>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace fettle::ui {

namespace {

const QString kSplitState = QStringLiteral("runs/split");
constexpr int kListWidth = 340;

} // namespace

RunsPage::RunsPage(Workspace& workspace, QWidget* parent)
    : Page(parent), m_workspace(workspace), m_actions(workspace, this), m_list(new RunList(workspace)),
      m_view(new RunView(m_actions)), m_comparison(new RunComparison), m_stack(new QStackedWidget),
      m_split(new QSplitter), m_strip(new MessageStrip), m_further(new FurtherQuestion),
      m_delete(new QAction(tr("Delete"), this)) {
    m_strip->setObjectName(QStringLiteral("runsStrip"));
    m_delete->setObjectName(QStringLiteral("confirmDelete"));
    m_stack->addWidget(makeEmptyState());
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_comparison);
    m_split->addWidget(m_list);
    m_split->addWidget(m_stack);
    m_split->setStretchFactor(1, 1);
    m_split->setCollapsible(1, false);
    m_split->restoreState(workspace.settings.state(kSplitState).toByteArray());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_further);
    layout->addWidget(m_split, 1);
    connect(m_split, &QSplitter::splitterMoved, this,
            [this] { m_workspace.settings.setState(kSplitState, m_split->saveState()); });
    connect(m_list, &RunList::selectionChanged, this, &RunsPage::onSelectionChanged);
    connectActions();
}

// The list's own width, and never more than a third of the page, until someone moved the handle.
void RunsPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    if (m_workspace.settings.state(kSplitState).isValid()) return;
    const int list = std::min(scaled(kListWidth), width() / 3);
    m_split->setSizes({list, width() - list});
}

QWidget* RunsPage::makeEmptyState() {
    auto* empty = new EmptyState(QStringLiteral("runs"), tr("Runs that you start appear here, with their curves."));
    auto* train = new QAction(tr("Set up a run"), this);
    train->setObjectName(QStringLiteral("setUpRun"));
    connect(train, &QAction::triggered, this, &RunsPage::trainRequested);
    empty->setAction(train);
    return empty;
}

void RunsPage::connectActions() {
    connect(&m_actions, &RunActions::listChanged, this, &Page::actionsChanged);
    connect(m_actions.stop, &QAction::triggered, m_view, &RunView::askHowToStop);
    connect(m_actions.chat, &QAction::triggered, this, [this] { Q_EMIT chatRequested(resultOf(*m_view->record())); });
    connect(m_actions.exportResult, &QAction::triggered, this,
            [this] { Q_EMIT exportRequested(resultOf(*m_view->record())); });
    connect(m_actions.duplicate, &QAction::triggered, this,
            [this] { Q_EMIT duplicateRequested(*m_view->record()->config()); });
    connect(m_actions.trainFurther, &QAction::triggered, this, &RunsPage::askHowFurther);
    connect(m_further, &FurtherQuestion::answered, this, &RunsPage::extendRun);
    connect(m_actions.rename, &QAction::triggered, this, &RunsPage::askForName);
    connect(m_actions.remove, &QAction::triggered, this, &RunsPage::askToDelete);
    connect(m_delete, &QAction::triggered, this, &RunsPage::deleteRun);
    connect(&m_workspace.controller, &RunController::failed, this, &RunsPage::onFailed);
    connect(&m_workspace.store, &RunStore::changed, this, [this](const QString& folder) {
        m_workspace.runs.record(folder)->load();
        if (folder != m_resumeAfterChange) return;
        m_resumeAfterChange.clear();
        m_workspace.queue.add(folder);
    });
    connect(&m_workspace.store, &RunStore::failed, this, [this](const Error& error) {
        if (!std::exchange(m_resumeAfterChange, {}).isEmpty()) m_view->showFailure(error, {});
    });
}

void RunsPage::open(const QStringList& paths) {
    if (!paths.isEmpty()) showRun(paths.front());
}

void RunsPage::find() {
    m_list->focusSearch();
}

void RunsPage::showRun(const QString& folder) {
    m_list->select(folder);
    showRecord(m_workspace.runs.record(folder));
}

void RunsPage::onSelectionChanged() {
    const QStringList folders = m_list->selected();
    if (folders.size() == 1) return showRecord(m_workspace.runs.record(folders.front()));
    if (folders.size() < 2) return;
    QList<RunRecord*> records;
    for (const QString& folder : folders)
        records << m_workspace.runs.record(folder);
    m_comparison->setRecords(records);
    m_stack->setCurrentWidget(m_comparison);
    m_actions.setRecord(nullptr);
    m_further->hide();
}

void RunsPage::showRecord(RunRecord* record) {
    m_comparison->setRecords({});
    m_view->setRecord(record);
    m_stack->setCurrentWidget(m_view);
    m_actions.setRecord(record);
    m_strip->hide();
    m_further->hide();
}

void RunsPage::askHowFurther() {
    const RunRecord* record = m_view->record();
    if (record != nullptr && record->config()) m_further->ask(*record);
}

void RunsPage::extendRun(double more, DurationUnit unit) {
    m_resumeAfterChange = m_view->record()->folder();
    m_workspace.store.extend(m_resumeAfterChange, more, unit);
}

void RunsPage::cancel() {
    m_further->hide();
}

void RunsPage::askForName() {
    const QString folder = m_view->record()->folder();
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename the run"));
    dialog->setLabelText(tr("New name"));
    dialog->setTextValue(m_view->record()->name());
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, folder](const QString& name) { m_workspace.store.rename(folder, name); });
    dialog->open();
}

void RunsPage::askToDelete() {
    m_strip->clearButtons();
    m_strip->addButton(m_delete);
    m_strip->showMessage(
        MessageStrip::Kind::Warning, tr("Delete \u201C%1\u201D?").arg(m_view->record()->name()),
        tr("Its adapter or model, checkpoints, curves and log go with the folder %1. This cannot be undone.")
            .arg(m_view->record()->folder()));
}

void RunsPage::deleteRun() {
    const QString folder = m_view->record()->folder();
    m_strip->hide();
    m_actions.setRecord(nullptr);
    m_view->setRecord(nullptr);
    m_stack->setCurrentIndex(0);
    m_further->hide();
    m_workspace.store.remove(folder);
}

void RunsPage::offerInterrupted() {
    const QStringList folders = m_workspace.runs.interrupted();
    if (folders.isEmpty()) return;
    showRun(folders.front());
    m_strip->clearButtons();
    m_strip->addButton(m_actions.resume, true);
    m_strip->showMessage(
        MessageStrip::Kind::Info, tr("This run was interrupted."),
        tr("It goes on from its last checkpoint and gives the same numbers as if it had never stopped."));
}

void RunsPage::onFailed(const QString& folder, const Error& error, const QStringList& lastLog) {
    if (m_view->record() != nullptr && m_view->record()->folder() == folder) m_view->showFailure(error, lastLog);
}

} // namespace fettle::ui

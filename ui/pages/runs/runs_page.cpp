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
constexpr int kListWidth = 460;

} // namespace

RunsPage::RunsPage(Workspace& workspace, QWidget* parent)
    : Page(parent), m_workspace(workspace), m_actions(workspace, this), m_list(new RunList(workspace, m_actions)),
      m_view(new RunView(workspace, m_actions)), m_comparison(new RunComparison), m_stack(new QStackedWidget),
      m_split(new QSplitter), m_strip(new MessageStrip), m_gone(new MessageStrip), m_further(new FurtherQuestion),
      m_delete(new QAction(tr("Delete"), this)) {
    m_strip->setObjectName(QStringLiteral("runsStrip"));
    m_gone->setObjectName(QStringLiteral("goneStrip"));
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
    layout->addWidget(m_gone);
    layout->addWidget(m_further);
    layout->addWidget(m_split, 1);
    connect(m_split, &QSplitter::splitterMoved, this,
            [this] { m_workspace.settings.setState(kSplitState, m_split->saveState()); });
    connect(m_list, &RunList::selectionChanged, this, &RunsPage::onSelectionChanged);
    connectActions();
}

// The list's own width, and never more than two fifths of the page, until someone moved the handle.
void RunsPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    if (m_workspace.settings.state(kSplitState).isValid()) return;
    const int list = std::min(scaled(kListWidth), width() * 2 / 5);
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
    connect(&m_workspace.registry, &RunRegistry::removed, this, &RunsPage::onRemoved);
    connect(&m_workspace.registry, &RunRegistry::failed, this, [this] { m_deleted.clear(); });
}

void RunsPage::open(const QStringList& paths) {
    if (!paths.isEmpty()) showRun(paths.front());
}

void RunsPage::find() {
    m_list->focusSearch();
}

void RunsPage::showRun(const QString& folder) {
    m_list->select(folder);
    showRecord(m_workspace.registry.record(folder));
}

void RunsPage::onSelectionChanged() {
    const QStringList folders = m_list->selected();
    if (folders.size() == 1) return showRecord(m_workspace.registry.record(folders.front()));
    if (folders.size() < 2) return;
    QList<RunRecord*> records;
    for (const QString& folder : folders)
        records << m_workspace.registry.record(folder);
    m_comparison->setRecords(records);
    m_view->setRecord(nullptr);
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
    m_workspace.registry.extend(m_view->record()->folder(), more, unit);
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
            [this, folder](const QString& name) { m_workspace.registry.rename(folder, name); });
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
    m_strip->hide();
    m_deleted = m_view->record()->folder();
    m_workspace.registry.remove(m_deleted);
}

// Its record goes with it; the list chooses a neighbour.
void RunsPage::onRemoved(const QString& folder) {
    const bool isAsked = std::exchange(m_deleted, {}) == folder;
    if (folder != shownRun()) return;
    const QString name = m_view->record()->name();
    m_actions.setRecord(nullptr);
    m_view->setRecord(nullptr);
    m_stack->setCurrentIndex(0);
    m_strip->hide();
    m_further->hide();
    if (isAsked || !folder.startsWith(m_workspace.registry.folder())) return; // or other runs are looked at
    m_gone->showMessage(MessageStrip::Kind::Warning, tr("The run \u201C%1\u201D is not there any more.").arg(name),
                        tr("Its folder %1 was deleted or moved outside this window.").arg(folder));
}

QString RunsPage::shownRun() const {
    return m_view->record() != nullptr ? m_view->record()->folder() : QString();
}

} // namespace fettle::ui

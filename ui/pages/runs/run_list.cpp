#include "ui/pages/runs/run_list.h"

#include "ui/pages/runs/queue_card.h"
#include "ui/pages/runs/run_menu.h"
#include "ui/text/numbers.h"
#include "ui/widgets/path_field.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/state_chip.h"
#include "ui/widgets/style.h"

#include <QDateTime>
#include <QEvent>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace fettle::ui {

namespace {

constexpr int kNameWidth = 120; // at least

// Beside the name, the most wanted first; a narrow list leaves the last ones out.
constexpr RunsModel::Column kByWeight[] = {RunsModel::State,          RunsModel::Loss,   RunsModel::Time,
                                           RunsModel::Model,          RunsModel::Method, RunsModel::Spark,
                                           RunsModel::BestEvaluation, RunsModel::Started};

// As wide as the longest usual text: what a run says must not move the columns of all.
QString usualText(RunsModel::Column column) {
    switch (column) {
    case RunsModel::Loss:
    case RunsModel::BestEvaluation:
        return decimalText(0, 6);
    case RunsModel::Time:
        return durationText(36000 + 59 * 60);
    case RunsModel::Model:
        return QStringLiteral("SmolLM2-135M-Inst");
    case RunsModel::Method:
        return QStringLiteral("Pre-training");
    case RunsModel::Started:
        return dateText(QDateTime(QDate(2026, 9, 30), QTime(20, 0)));
    default:
        return {};
    }
}

int widestState() {
    int width = 0;
    StateChip chip;
    for (const RunState state : {RunState::Interrupted, RunState::Training, RunState::Finished, RunState::Stopping}) {
        chip.setState(state);
        width = std::max(width, chip.sizeHint().width());
    }
    return width + 2 * kGap;
}

} // namespace

RunList::RunList(Workspace& workspace, RunActions& actions, QWidget* parent)
    : QWidget(parent), m_runs(workspace.runs), m_menu(new RunMenu(actions, this)), m_search(new SearchField),
      m_table(new QTableView) {
    m_search->setObjectName(QStringLiteral("runSearch"));
    m_search->setAccessibleName(tr("Find runs"));
    m_search->setPlaceholderText(tr("Find runs"));
    setUpTable();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kGroupGap, kGap, kGroupGap);
    layout->setSpacing(kGap);
    layout->addWidget(m_search);
    layout->addWidget(m_table, 1);
    layout->addWidget(new QueueCard(workspace, this));
    connect(m_search, &QLineEdit::textChanged, &m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunList::selectionChanged);
    connect(&m_runs, &RunsModel::refreshed, this, &RunList::selectPending);
    connect(&m_runs, &RunsModel::rowsInserted, this, &RunList::selectPending);
    connect(m_table, &QWidget::customContextMenuRequested, this, &RunList::showMenu);
}

void RunList::setUpTable() {
    m_sorted.setSourceModel(&m_runs);
    m_sorted.setSortRole(RunsModel::SortRole);
    m_sorted.setFilterKeyColumn(RunsModel::Name);
    m_sorted.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setObjectName(QStringLiteral("runList"));
    m_table->setAccessibleName(tr("Runs"));
    m_table->setModel(&m_sorted);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(scaled(36));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder); // the model's own order: the latest first
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setItemDelegateForColumn(RunsModel::Spark, new SparklineDelegate(RunsModel::SparklineRole, m_table));
    m_table->setItemDelegateForColumn(RunsModel::State, new StateDelegate(RunsModel::StateRole, m_table));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setMinimumSectionSize(scaled(48));
    m_table->horizontalHeader()->setSectionResizeMode(RunsModel::Name, QHeaderView::Stretch);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->viewport()->installEventFilter(this);
    fitColumns();
}

void RunList::fitColumns() {
    const QFontMetrics metrics(m_table->font());
    for (const RunsModel::Column column : kByWeight) {
        const QString head = m_runs.headerData(column, Qt::Horizontal).toString();
        const int text = std::max(metrics.horizontalAdvance(head), metrics.horizontalAdvance(usualText(column)));
        m_table->setColumnWidth(column, column == RunsModel::State   ? widestState()
                                        : column == RunsModel::Spark ? scaled(64)
                                                                     : text + 3 * kGap);
    }
    showColumns();
}

// Not at an event of a run, only where the list itself changes.
void RunList::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) fitColumns();
}

// The table's own width: it follows this widget's a little later.
bool RunList::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) showColumns();
    return QWidget::eventFilter(watched, event);
}

void RunList::showColumns() {
    int room = m_table->viewport()->width() - scaled(kNameWidth);
    for (const RunsModel::Column column : kByWeight) {
        const bool isHidden = m_table->isColumnHidden(column);
        if (isHidden) m_table->showColumn(column); // a hidden one has no width
        room -= m_table->columnWidth(column);
        m_table->setColumnHidden(column, room < 0);
    }
}

// What the menu offers is done to the run under it.
void RunList::showMenu(const QPoint& at) {
    const QModelIndex index = m_table->indexAt(at);
    if (!index.isValid()) return;
    select(index.data(RunsModel::FolderRole).toString());
    m_menu->popup(m_table->viewport()->mapToGlobal(at));
}

QStringList RunList::selected() const {
    QStringList folders;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows(RunsModel::Name))
        folders << index.data(RunsModel::FolderRole).toString();
    return folders;
}

void RunList::select(const QString& folder) {
    m_pending = folder;
    selectPending();
}

void RunList::selectPending() {
    if (m_pending.isEmpty() && selected().isEmpty() && m_runs.rowCount() > 0) m_pending = m_runs.folderAt(0);
    const int row = m_pending.isEmpty() ? -1 : m_runs.rowOf(m_pending);
    if (row < 0) return;
    m_pending.clear();
    const QModelIndex index = m_sorted.mapFromSource(m_runs.index(row, RunsModel::Name));
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void RunList::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
}

} // namespace fettle::ui

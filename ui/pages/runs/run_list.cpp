#include "ui/pages/runs/run_list.h"

#include "ui/pages/runs/queue_card.h"
#include "ui/widgets/path_field.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/style.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace fettle::ui {

namespace {

constexpr int kWideEnough = 760, kWideForLoss = 400, kWideForCurve = 280; // for all columns, the loss, the curve

// Those that a narrow list leaves out; its tool tip and the run itself show them.
constexpr RunsModel::Column kFurther[] = {RunsModel::Model, RunsModel::Method, RunsModel::BestEvaluation,
                                          RunsModel::Time, RunsModel::Started};

} // namespace

RunList::RunList(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_runs(workspace.runs), m_search(new SearchField), m_table(new QTableView) {
    m_search->setObjectName(QStringLiteral("runSearch"));
    m_search->setAccessibleName(tr("Find runs"));
    m_search->setPlaceholderText(tr("Find runs"));
    setUpTable();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kGroupGap, kGap, kGroupGap);
    layout->setSpacing(kGap);
    layout->addWidget(m_search);
    layout->addWidget(m_table, 1);
    layout->addWidget(new QueueCard(workspace));
    connect(m_search, &QLineEdit::textChanged, &m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunList::selectionChanged);
    connect(&m_runs, &RunsModel::refreshed, this, &RunList::selectPending);
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
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(RunsModel::Name, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(RunsModel::Spark, QHeaderView::Fixed);
    m_table->setColumnWidth(RunsModel::Spark, scaled(64));
    m_table->horizontalHeader()->setMinimumSectionSize(scaled(48));
    showColumns();
}

void RunList::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showColumns();
}

void RunList::showColumns() {
    for (const RunsModel::Column column : kFurther)
        m_table->setColumnHidden(column, width() < scaled(kWideEnough));
    m_table->setColumnHidden(RunsModel::Loss, width() < scaled(kWideForLoss));
    m_table->setColumnHidden(RunsModel::Spark, width() < scaled(kWideForCurve));
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

#include "ui/pages/data/data_page.h"

#include "core/data/row_formats.h"
#include "ui/pages/data/data_tiles.h"
#include "ui/pages/data/findings_list.h"
#include "ui/pages/data/length_histogram.h"
#include "ui/pages/data/role_header.h"
#include "ui/pages/data/row_inspector.h"
#include "ui/text/names.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/path_field.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace fettle::ui {

namespace {

// Lower than this, rows have no room beside tiles and findings; and none beside a histogram.
constexpr int kLowPage = 640, kLowestPage = 440;
constexpr int kHistogram = 104, kLowHistogram = 88;

Label* shortLabel(const QString& text, QWidget* buddy) {
    auto* label = new Label(text);
    label->setWordWrap(false);
    label->setBuddy(buddy);
    return label;
}

} // namespace

DataPage::DataPage(Workspace& workspace, QWidget* parent)
    : Page(parent), m_workspace(workspace), m_use(new QAction(this)), m_openFile(new QAction(tr("Open file..."), this)),
      m_stack(new QStackedWidget), m_path(new PathField(PathField::Kind::OpenFile)), m_format(new QComboBox),
      m_modelChoice(new QComboBox), m_review(new MessageStrip), m_error(new ErrorStrip), m_progress(new QProgressBar),
      m_tiles(new DataTiles), m_lengths(new LengthHistogram), m_table(new QTableView), m_roles(new RoleHeader),
      m_findings(new FindingsList(m_inspector)), m_row(new RowInspector(m_inspector)) {
    m_use->setObjectName(QStringLiteral("useData"));
    m_openFile->setObjectName(QStringLiteral("openData"));
    auto* split = new QSplitter;
    split->setObjectName(QStringLiteral("dataSplit"));
    split->setChildrenCollapsible(false);
    split->setHandleWidth(kGroupGap);
    split->addWidget(makeLeft());
    split->addWidget(m_row);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setSizes({3000, 2000});
    m_stack->addWidget(makeEmptyState());
    m_stack->addWidget(split);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kGroupGap, kPageMargin, kGroupGap);
    layout->setSpacing(kGap);
    layout->addWidget(makeBar());
    layout->addWidget(m_error);
    layout->addWidget(m_stack, 1);
    connectInspector();
    connect(m_openFile, &QAction::triggered, this, &DataPage::chooseFile);
    connect(m_use, &QAction::triggered, this, [this] { Q_EMIT trainRequested(m_file); });
    connect(&workspace.baseModels, &BaseModelsModel::refreshed, this, &DataPage::showModel);
    connect(&workspace.baseModels, &BaseModelsModel::added, this, &DataPage::showModel);
    showModel();
    showUse();
}

QWidget* DataPage::makeEmptyState() {
    auto* empty = new EmptyState(QStringLiteral("data"), tr("See what a model would learn from a file: rows, tokens, "
                                                            "and which of them are trained."));
    empty->setHint(tr("JSON or JSON Lines: conversations, prompt and completion, Alpaca, ShareGPT, plain text. Drop a "
                      "file anywhere."));
    empty->setAction(m_openFile);
    return empty;
}

QWidget* DataPage::makeBar() {
    m_path->setObjectName(QStringLiteral("dataFile"));
    m_path->edit()->setObjectName(QStringLiteral("dataPath"));
    m_path->edit()->setAccessibleName(tr("Data file"));
    m_path->setFilter(tr("Data files (*.jsonl *.json *.csv *.tsv *.txt *.parquet *.arrow *.feather);;All files (*)"));
    m_path->setPlaceholderText(tr("A JSON or JSON Lines file"));
    m_format->setObjectName(QStringLiteral("dataFormat"));
    m_format->setAccessibleName(tr("Format"));
    m_format->addItem(tr("Auto"), QStringLiteral("auto"));
    for (const std::string& name : formatNames()) {
        const QString format = QString::fromStdString(name);
        m_format->addItem(formatName(format), format);
    }
    m_modelChoice->setObjectName(QStringLiteral("dataModel"));
    m_modelChoice->setAccessibleName(tr("Tokens of"));
    m_modelChoice->setModel(&m_workspace.baseModels);
    for (QComboBox* list : {m_format, m_modelChoice}) {
        list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        list->setMinimumContentsLength(12);
    }
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    row->addWidget(m_path, 1);
    row->addWidget(shortLabel(tr("&Format"), m_format));
    row->addWidget(m_format);
    row->addWidget(shortLabel(tr("Tokens &of"), m_modelChoice));
    row->addWidget(m_modelChoice);
    connect(m_path, &PathField::pathChosen, this, [this](const QString& path) { open({path}); });
    connect(m_format, &QComboBox::activated, this, [this] {
        m_file.format = m_format->currentData().toString().toStdString();
        m_file.columns.clear();
        reopen();
    });
    connect(m_modelChoice, &QComboBox::activated, this, [this] {
        m_model = m_modelChoice->currentData(BaseModelsModel::PathRole).toString();
        reopen();
    });
    return bar;
}

QWidget* DataPage::makeLeft() {
    m_table->setObjectName(QStringLiteral("rows"));
    m_table->setAccessibleName(tr("Rows of the file"));
    m_table->setHorizontalHeader(m_roles);
    m_table->setModel(&m_inspector.rows());
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_progress->setObjectName(QStringLiteral("dataProgress"));
    m_progress->setAccessibleName(tr("Counting tokens"));
    m_progress->hide();
    m_review->setObjectName(QStringLiteral("dataReview"));
    connect(m_findings, &FindingsList::rowWanted, this, &DataPage::showLine);
    connect(m_findings, &FindingsList::toggled, this, &DataPage::shareHeight);
    auto* left = new QWidget;
    auto* layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    for (QWidget* part : std::initializer_list<QWidget*>{m_tiles, m_progress, m_lengths, m_review})
        layout->addWidget(part);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_findings);
    return left;
}

void DataPage::connectInspector() {
    connect(&m_inspector, &DataInspector::opened, this, &DataPage::onOpened);
    connect(&m_inspector, &DataInspector::counted, this, &DataPage::onCounted);
    connect(&m_inspector, &DataInspector::failed, this, &DataPage::onFailed);
    connect(&m_inspector, &DataInspector::progressed, this, [this](qint64 done, qint64 total) {
        m_progress->setRange(0, static_cast<int>(total));
        m_progress->setValue(static_cast<int>(done));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, m_row, &RowInspector::showRow);
    connect(m_roles, &RoleHeader::roleChosen, this, &DataPage::chooseRole);
    connect(m_lengths, &Histogram::lineReleased, this, [this](double tokens) {
        m_rules.maxLength = std::max<std::int64_t>(2, std::llround(tokens));
        reopen();
    });
}

void DataPage::open(const QStringList& paths) {
    if (!paths.isEmpty() && !paths.front().isEmpty()) openFile({.path = paths.front().toStdString()});
}

void DataPage::inspect(const RunConfig& config) {
    if (config.data.train.empty()) return;
    m_model = QString::fromStdString(config.model.path);
    m_rules = config.data;
    showModel();
    openFile(config.data.train.front());
}

void DataPage::openFile(const DataFileConfig& file) {
    m_file = file;
    m_path->setPath(QString::fromStdString(file.path));
    m_format->setItemText(0, tr("Auto"));
    m_format->setCurrentIndex(std::max(0, m_format->findData(QString::fromStdString(file.format))));
    reopen();
}

void DataPage::reopen() {
    if (m_file.path.empty()) return;
    m_error->hide();
    m_progress->setRange(0, 0);
    m_progress->setVisible(true);
    m_stack->setCurrentIndex(1);
    m_inspector.open(m_file, m_model, m_rules);
    showUse();
}

void DataPage::onOpened() {
    m_tiles->showRows(m_inspector.rows().rowCount());
    m_roles->setRoles(m_inspector.fileColumns(), m_file.columns);
    const QString found = formatName(m_inspector.foundFormat());
    if (m_file.format == "auto") {
        //: The format that was found: "Auto: Messages".
        m_format->setItemText(0, tr("Auto: %1").arg(found));
        m_review->showMessage(MessageStrip::Kind::Warning, tr("Found: %1, please check.").arg(found));
    } else {
        m_review->hide();
    }
    // Another model or length keeps the row.
    if (!m_table->currentIndex().isValid()) m_table->setCurrentIndex(m_inspector.rows().index(0, 0));
}

void DataPage::onCounted() {
    m_progress->hide();
    m_tiles->showFigures(m_inspector.figures());
    m_lengths->show(m_inspector.figures());
    showUse();
}

void DataPage::onFailed(const Error& error) {
    m_progress->hide();
    m_tiles->clear();
    m_lengths->show(m_inspector.figures());
    if (m_inspector.foundFormat().isEmpty()) { // nothing could be read
        m_row->showRow({});
        m_review->hide();
        m_stack->setCurrentIndex(0);
    }
    m_error->showError(error);
    showUse();
}

void DataPage::showModel() {
    m_modelChoice->setCurrentIndex(m_workspace.baseModels.rowOf(m_model));
}

void DataPage::showUse() {
    const bool isCounted = !m_inspector.isBusy() && !m_inspector.foundFormat().isEmpty();
    const bool trains = isCounted && m_inspector.figures().counts.trainedTokens > 0;
    m_use->setEnabled(trains);
    if (m_file.path.empty())
        m_use->setText(tr("Choose a file"));
    else if (m_inspector.isBusy())
        m_use->setText(tr("Counting tokens..."));
    else if (trains)
        m_use->setText(tr("Use for training"));
    else
        m_use->setText(m_error->isHidden() ? tr("No token would be trained on") : tr("Cannot be used"));
}

void DataPage::showLine(qint64 line) {
    const int row = m_inspector.rows().rowOfLine(line);
    m_table->setCurrentIndex(m_inspector.rows().index(row, 0));
    m_table->setFocus();
}

void DataPage::chooseRole(const QString& role, const QString& column) {
    m_file.columns[role.toStdString()] = column.toStdString();
    if (m_file.format == "auto") m_file.format = m_inspector.foundFormat().toStdString();
    openFile(DataFileConfig(m_file));
}

// Rows come first: in a low window the figures are one line and the findings folded, and open findings take the place
// of the histogram; in a lower one neither it nor the strip is left, whose word the list of formats has as well.
void DataPage::shareHeight() {
    const bool isLow = height() < scaled(kLowPage), isLowest = height() < scaled(kLowestPage);
    if (isLow != m_isLow) m_findings->setOpen(!isLow);
    m_isLow = isLow;
    m_tiles->setCompact(isLow);
    m_lengths->setFixedHeight(scaled(isLow ? kLowHistogram : kHistogram));
    m_lengths->setVisible(!isLow || (!isLowest && !m_findings->isOpen()));
    m_review->setMaximumHeight(isLowest ? 0 : QWIDGETSIZE_MAX);
    m_findings->setMaximumHeight(height() / (isLow ? 3 : 4));
}

void DataPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    shareHeight();
}

void DataPage::chooseFile() {
    m_path->browse();
}

} // namespace fettle::ui

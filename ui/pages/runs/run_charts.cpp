#include "ui/pages/runs/run_charts.h"

#include "ui/text/names.h"
#include "ui/widgets/metric_plot.h"
#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace fettle::ui {

namespace {

constexpr int kSmallHeight = 128, kSmallWidth = 260, kLossHeight = 260, kRoomForBoth = 500;

// The first small charts, and what has no chart of its own.
const QStringList& usualKeys() {
    static const QStringList keys = {QStringLiteral("learning_rate"), QStringLiteral("grad_norm"),
                                     QStringLiteral("tokens_per_second"), QStringLiteral("memory_bytes")};
    return keys;
}
bool hasNoChart(const QString& key) {
    static const QStringList keys = {QStringLiteral("loss"), QStringLiteral("epoch"), QStringLiteral("step"),
                                     QStringLiteral("tokens")};
    return keys.contains(key);
}

} // namespace

RunCharts::RunCharts(QWidget* parent)
    : QWidget(parent), m_loss(new MetricPlot(MetricPlot::Size::Large)), m_area(new QScrollArea),
      m_row(new QHBoxLayout(this)), m_column(new QVBoxLayout) {
    m_loss->setObjectName(QStringLiteral("lossChart"));
    m_loss->setAccessibleName(tr("Loss"));
    m_loss->setAccessibleDescription(tr("The same numbers are in the tab Table."));
    m_loss->setTitle(tr("Loss"), tr("nats per token"));
    m_loss->setEmptyText(tr("The loss appears here with the first step."));
    auto* inside = new QWidget;
    inside->setLayout(m_column);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(kGap);
    m_area->setWidget(inside);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(kGroupGap);
    m_row->addWidget(m_area);
    m_column->addStretch();
    for (const QString& key : usualKeys())
        addSmall(key);
    placeLoss();
}

void RunCharts::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeLoss();
}

// Beside the small charts where both have room, else above them.
void RunCharts::placeLoss() {
    const bool isBeside = width() >= scaled(kRoomForBoth);
    m_area->setMinimumWidth(isBeside ? scaled(kSmallWidth) : 0);
    m_area->setMaximumWidth(isBeside ? scaled(kSmallWidth) : QWIDGETSIZE_MAX);
    m_loss->setMinimumHeight(isBeside ? 0 : scaled(kLossHeight));
    if (isBeside && m_row->indexOf(m_loss) < 0) m_row->insertWidget(0, m_loss, 1);
    if (!isBeside && m_column->indexOf(m_loss) < 0) m_column->insertWidget(0, m_loss);
}

MetricPlot* RunCharts::addSmall(const QString& key) {
    auto* plot = new MetricPlot(MetricPlot::Size::Small);
    plot->setObjectName(QStringLiteral("chart.") + key);
    plot->setAccessibleName(metricName(key));
    plot->setTitle(metricName(key), metricUnit(key));
    plot->setEmptyText(QStringLiteral("\u2013"));
    plot->setFixedHeight(scaled(kSmallHeight));
    connect(m_loss, &MetricPlot::settingsChanged, plot, [this, plot] { plot->setXAxis(m_loss->xAxis()); });
    m_column->insertWidget(m_column->count() - 1, plot); // before the stretch
    m_small.insert(key, plot);
    return plot;
}

void RunCharts::setRecord(RunRecord* record) {
    if (m_record != nullptr) disconnect(m_record, nullptr, this, nullptr);
    m_record = record;
    m_loss->clearCurves();
    for (auto it = m_small.begin(); it != m_small.end();) {
        it.value()->clearCurves();
        if (usualKeys().contains(it.key())) {
            ++it;
            continue;
        }
        delete it.value();
        it = m_small.erase(it);
    }
    if (record == nullptr) return;
    m_loss->addCurve(&record->metrics(), QStringLiteral("loss"), tr("training"));
    for (auto it = m_small.cbegin(); it != m_small.cend(); ++it)
        it.value()->addCurve(&record->metrics(), it.key(), {});
    connect(record, &RunRecord::loaded, this, &RunCharts::addMissingCharts);
    connect(record, &RunRecord::changed, this, &RunCharts::addMissingCharts);
    addMissingCharts();
}

void RunCharts::addMissingCharts() {
    if (m_record == nullptr) return;
    for (const QString& key : m_record->metrics().stepKeys())
        if (!hasNoChart(key) && !m_small.contains(key)) addSmall(key)->addCurve(&m_record->metrics(), key, {});
}

} // namespace fettle::ui

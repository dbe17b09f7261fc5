#include "ui/pages/runs/run_comparison.h"

#include "ui/text/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/charts/metric_plot.h"
#include "ui/widgets/facts_table.h"
#include "ui/widgets/label.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

namespace fettle::ui {

namespace {

constexpr int kFactsMilliseconds = 1000;

// Losses of different objectives have no unit in common.
Metric comparedMetric(const std::string& name, const QList<QPointer<RunRecord>>& records) {
    std::optional<Metric> metric;
    for (const auto& record : records) {
        if (record == nullptr) continue;
        Metric own = metricNamed(name, record->config().value_or(RunConfig()).objective);
        if (metric && metric->unit != own.unit) own.unit = MetricUnit::Number;
        metric = own;
    }
    return metric.value_or(metricNamed(name));
}

} // namespace

RunComparison::RunComparison(QWidget* parent)
    : QWidget(parent), m_plot(new MetricPlot), m_key(new QComboBox), m_table(factsTable(m_facts)) {
    m_plot->setObjectName(QStringLiteral("comparisonChart"));
    m_plot->setAccessibleName(tr("Curves of the chosen runs"));
    m_plot->setEmptyText(tr("The curves of the chosen runs appear here."));
    m_key->setObjectName(QStringLiteral("comparisonKey"));
    m_key->setAccessibleName(tr("Figure to compare"));
    m_table->setObjectName(QStringLiteral("comparisonSettings"));
    m_table->setAccessibleName(tr("Results, and settings that differ"));
    auto* figure = new Label(tr("&Figure"));
    figure->setWordWrap(false);
    figure->setBuddy(m_key);
    auto* top = new QHBoxLayout;
    top->addWidget(figure);
    top->addWidget(m_key);
    top->addStretch();
    auto* settings = new Card(tr("Results, and settings that differ"));
    settings->content()->addWidget(m_table);
    auto* split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(m_plot);
    split->addWidget(settings);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGroupGap, kGroupGap, kPageMargin, kGroupGap);
    layout->addLayout(top);
    layout->addWidget(split, 1);
    m_factsTimer.setSingleShot(true);
    m_factsTimer.setInterval(kFactsMilliseconds);
    connect(&m_factsTimer, &QTimer::timeout, this, &RunComparison::showFacts);
    connect(m_key, &QComboBox::activated, this, &RunComparison::showCurves);
}

void RunComparison::setRecords(const QList<RunRecord*>& records) {
    for (const auto& record : m_records)
        if (record != nullptr) disconnect(record, nullptr, this, nullptr);
    m_records.clear();
    for (RunRecord* record : records) {
        m_records << record;
        connect(record, &RunRecord::loaded, this, [this] {
            showFacts();
            showKeys();
        });
        connect(record, &RunRecord::changed, this, [this] {
            if (!m_factsTimer.isActive()) m_factsTimer.start();
        });
    }
    showFacts();
    showKeys();
}

void RunComparison::showFacts() {
    QStringList names;
    std::vector<ComparedRun> runs;
    for (const auto& record : m_records) {
        if (record == nullptr || !record->isLoaded()) continue;
        names << record->name();
        runs.push_back(comparedRun(*record));
    }
    m_facts.setRows(names, comparedRows(runs));
}

void RunComparison::showKeys() {
    const QString chosen = m_key->count() > 0 ? m_key->currentData().toString() : QStringLiteral("loss");
    m_key->clear();
    for (const auto& record : m_records) {
        if (record == nullptr) continue;
        for (const QString& key : record->metrics().stepKeys())
            if (m_key->findData(key) < 0) m_key->addItem(metricName(key), key);
    }
    m_key->setCurrentIndex(std::max(0, m_key->findData(chosen)));
    showCurves();
}

void RunComparison::showCurves() {
    m_plot->clearCurves();
    const QString key = m_key->currentData().toString();
    if (key.isEmpty()) return;
    m_plot->setMetric(comparedMetric(key.toStdString(), m_records));
    for (const auto& record : m_records)
        if (record != nullptr) m_plot->addCurve(&record->metrics(), record->name());
}

} // namespace fettle::ui

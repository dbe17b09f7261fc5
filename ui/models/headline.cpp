#include "ui/models/headline.h"

#include "ui/text/metrics.h"

#include <QCoreApplication>

namespace fettle::ui {

namespace {

struct HeadlineTexts {
    Q_DECLARE_TR_FUNCTIONS(Headline)
};

} // namespace

QStringList headline(const MetricModel& metrics, const RunConfig& config) {
    QStringList parts;
    for (const Metric& metric : metricCatalogue()) {
        const auto& values = metrics.values(QString::fromStdString(metric.name));
        if (!metric.isHeadline || values.empty()) continue;
        //: A figure and its value: "Loss 0.412"
        parts << HeadlineTexts::tr("%1 %2").arg(metricName(metric), figureText(metric, values.back()));
    }
    const Metric decisive = metricNamed(config.evaluation.metric);
    const QString key = QString::fromStdString(decisive.name);
    const auto& scores = metrics.history().evaluations.values(key);
    if (scores.empty()) return parts;
    const QString last = HeadlineTexts::tr("%1 %2").arg(metricName(decisive), figureText(decisive, scores.back()));
    const auto best = bestOf(metrics.history().evaluations, key);
    parts << (best && *best != scores.back() ? HeadlineTexts::tr("%1, best %2").arg(last, figureText(decisive, *best))
                                             : last);
    return parts;
}

} // namespace fettle::ui

#include "ui/text/metrics.h"

#include "ui/text/core_text.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>

#include <cmath>

namespace fettle::ui {

namespace {

struct MetricTexts {
    Q_DECLARE_TR_FUNCTIONS(Metrics)
};

} // namespace

QString metricName(const Metric& metric) {
    //: The loss on the rows of an evaluation set, by its name: "Loss on general"
    if (!metric.set.empty()) return MetricTexts::tr("Loss on %1").arg(QString::fromStdString(metric.set));
    const QString name = coreText(metric.text);
    //: A figure over the validation rows: "Loss (validation)"
    return metric.isEvaluation ? MetricTexts::tr("%1 (validation)").arg(name) : name;
}

QString metricName(const QString& wire) {
    return metricName(metricNamed(wire.toStdString()));
}

QString metricUnit(const Metric& metric) {
    switch (metric.unit) {
    case MetricUnit::Nats:
        return MetricTexts::tr("nats");
    case MetricUnit::NatsPerToken:
        return MetricTexts::tr("nats per token");
    case MetricUnit::NatsPerPair:
        return MetricTexts::tr("nats per pair");
    case MetricUnit::TokensPerSecond:
        return MetricTexts::tr("tokens/s");
    case MetricUnit::Tokens:
        return MetricTexts::tr("tokens");
    case MetricUnit::Number:
    case MetricUnit::LearningRate:
    case MetricUnit::Bytes:
    case MetricUnit::Share:
    case MetricUnit::Epochs:
        break;
    }
    return {};
}

QString metricTitle(const Metric& metric) {
    const QString unit = metricUnit(metric);
    //: A figure and its unit: "Loss (nats per token)"
    return unit.isEmpty() ? metricName(metric) : MetricTexts::tr("%1 (%2)").arg(metricName(metric), unit);
}

QString betterText(Better better) {
    switch (better) {
    case Better::Lower:
        return MetricTexts::tr("Lower is better.");
    case Better::Higher:
        return MetricTexts::tr("Higher is better.");
    case Better::Neither:
        break;
    }
    return {};
}

QString betterSign(Better better) {
    return better == Better::Neither ? QString() : QString(QChar(better == Better::Lower ? 0x2193 : 0x2191));
}

QString figureText(const Metric& metric, double value) {
    switch (metric.unit) {
    case MetricUnit::LearningRate:
        return learningRateText(value);
    case MetricUnit::TokensPerSecond:
        return speedText(value);
    case MetricUnit::Bytes:
        return std::isfinite(value) && value >= 0 ? sizeText(static_cast<std::uint64_t>(value)) : metricText(value);
    case MetricUnit::Share:
        return std::isfinite(value) ? percentPattern().arg(decimalText(100 * value, 1)) : metricText(value);
    case MetricUnit::Epochs:
        return decimalText(value, 2);
    case MetricUnit::Number:
    case MetricUnit::Tokens:
    case MetricUnit::Nats:
    case MetricUnit::NatsPerToken:
    case MetricUnit::NatsPerPair:
        break;
    }
    return metricText(value);
}

} // namespace fettle::ui

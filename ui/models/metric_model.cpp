#include "ui/models/metric_model.h"

#include <cmath>

namespace fettle::ui {

MetricModel::MetricModel(QObject* parent) : QObject(parent) {}

void MetricModel::setHistory(MetricHistory history) {
    m_history = std::move(history);
    notifyReset();
}

void MetricModel::notifyAppended() {
    Q_EMIT appended();
}

void MetricModel::notifyReset() {
    m_smooth.clear();
    Q_EMIT wasReset();
}

const std::vector<double>& MetricModel::smoothed(const QString& key, double weight) const {
    const std::vector<double>& raw = values(key);
    if (weight <= 0) return raw;
    Smooth& smooth = m_smooth[key];
    if (smooth.weight != weight || smooth.values.size() > raw.size()) smooth = Smooth{.weight = weight};
    smooth.values.reserve(raw.size());
    for (std::size_t i = smooth.values.size(); i < raw.size(); ++i) {
        if (std::isfinite(raw[i])) { // a gap leaves the average as it is
            smooth.average = weight * smooth.average + (1 - weight) * raw[i];
            smooth.correction = weight * smooth.correction + (1 - weight);
        }
        smooth.values.push_back(std::isfinite(raw[i]) ? smooth.average / smooth.correction : raw[i]);
    }
    return smooth.values;
}

QString MetricModel::evaluationKeyOf(const QString& stepKey) {
    return QStringLiteral("eval_") + stepKey;
}

std::vector<double> sparkline(const std::vector<double>& values, int points) {
    std::vector<double> means;
    const std::size_t count = std::min(values.size(), static_cast<std::size_t>(std::max(points, 0)));
    for (std::size_t i = 0; i < count; ++i) {
        double sum = 0;
        int finite = 0;
        for (std::size_t j = i * values.size() / count; j < (i + 1) * values.size() / count; ++j) {
            if (!std::isfinite(values[j])) continue;
            sum += values[j];
            ++finite;
        }
        if (finite > 0) means.push_back(sum / finite);
    }
    return means;
}

} // namespace fettle::ui

#include "ui/models/metric_history.h"

#include "core/config/metrics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace fettle::ui {

namespace {

constexpr double kAbsent = std::numeric_limits<double>::quiet_NaN();

// A number, or the text that stands for one that JSON cannot hold; such a value is a gap in a chart.
std::optional<double> numberOf(const Json& value) {
    if (value.is_number()) return value.get<double>();
    if (!value.is_string()) return std::nullopt;
    const auto& text = value.get_ref<const std::string&>();
    if (text == "inf") return std::numeric_limits<double>::infinity();
    if (text == "-inf") return -std::numeric_limits<double>::infinity();
    if (text == "nan") return kAbsent;
    return std::nullopt;
}

bool isBookkeeping(const std::string& key) {
    return key == "v" || key == "seq" || key == "time" || key == "type" || key == "step" || key == "tokens";
}

std::size_t placeOf(const std::string& key) {
    return placeInCatalogue(metricNamed(key));
}

} // namespace

void MetricSeries::append(std::int64_t step, double tokens, double seconds, const Json& event) {
    for (const auto& [key, value] : event.items())
        if (const auto number = isBookkeeping(key) ? std::nullopt : numberOf(value)) column(key).push_back(*number);
    m_step.push_back(static_cast<double>(step));
    m_tokens.push_back(tokens);
    m_seconds.push_back(seconds);
    for (auto& [key, values] : m_columns)
        values.resize(m_step.size(), kAbsent);
}

void MetricSeries::discardAbove(std::int64_t step) {
    const auto kept = std::ranges::upper_bound(m_step, static_cast<double>(step)) - m_step.begin();
    for (auto* values : {&m_step, &m_tokens, &m_seconds})
        values->resize(static_cast<std::size_t>(kept));
    for (auto& [key, values] : m_columns)
        values.resize(static_cast<std::size_t>(kept));
}

const std::vector<double>& MetricSeries::x(XAxis axis) const {
    return axis == XAxis::Step ? m_step : axis == XAxis::Tokens ? m_tokens : m_seconds;
}

const std::vector<double>& MetricSeries::values(const QString& key) const {
    static const std::vector<double> none;
    const auto found = m_columns.find(key.toStdString());
    return found == m_columns.end() ? none : found->second;
}

QStringList MetricSeries::keys() const {
    QStringList list;
    for (const std::string& key : m_order)
        list << QString::fromStdString(key);
    return list;
}

std::vector<double>& MetricSeries::column(const std::string& key) {
    const auto [found, isNew] = m_columns.try_emplace(key);
    if (isNew) {
        found->second.assign(m_step.size(), kAbsent);
        m_order.insert(std::ranges::upper_bound(m_order, placeOf(key), {}, placeOf), key);
    }
    return found->second;
}

std::optional<double> bestOf(const MetricSeries& series, const QString& key) {
    const Metric metric = metricNamed(key.toStdString());
    std::optional<double> best;
    for (const double value : series.values(key))
        if (isBetter(metric, value, best)) best = value;
    return best;
}

} // namespace fettle::ui

#pragma once

#include "core/base/json.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace fettle::ui {

enum class XAxis { Step, Tokens, Seconds };

// Rows of numbers with a common x: one row an event, one column a metric, NaN where an event lacks it. Every value is
// kept; thinning out is for drawing only.
class MetricSeries {
public:
    void append(std::int64_t step, double tokens, double seconds, const Json& event);
    void discardAbove(std::int64_t step);

    [[nodiscard]] std::size_t size() const { return m_step.size(); }
    [[nodiscard]] const std::vector<double>& x(XAxis axis) const;
    [[nodiscard]] const std::vector<double>& values(const QString& key) const; // empty for an unknown key
    [[nodiscard]] QStringList keys() const; // in the catalogue's order, unknown ones after

private:
    std::vector<double>& column(const std::string& key);

    std::vector<double> m_step, m_tokens, m_seconds;
    std::map<std::string, std::vector<double>> m_columns;
    std::vector<std::string> m_order;
};

// All figures of one run: `steps` has loss, grad_norm, learning_rate, tokens_per_second, memory_bytes, epoch and the
// objective's own; `evaluations` has eval_loss and its like. Seconds count training time over all starts.
struct MetricHistory {
    MetricSeries steps, evaluations;
};

// The best value in the direction of the metric; nothing where it has none.
[[nodiscard]] std::optional<double> bestOf(const MetricSeries& series, const QString& key);

} // namespace fettle::ui

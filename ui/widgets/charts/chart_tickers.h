#pragma once

#include "core/config/metrics.h"
#include "ui/models/metric_history.h"
#include "ui/widgets/charts/plot_library.h"

namespace fettle::ui {

enum class Scale { Linear, Logarithmic };

// Ticks stand exactly where their labels say. Steps and tokens are whole, time goes by seconds, minutes, hours.
[[nodiscard]] QSharedPointer<QCPAxisTicker> xTicker(XAxis axis);
[[nodiscard]] QSharedPointer<QCPAxisTicker> yTicker(MetricUnit unit, Scale scale);
[[nodiscard]] QString xText(XAxis axis, double value); // as a card says it

} // namespace fettle::ui

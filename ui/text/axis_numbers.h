#pragma once

#include "core/config/metrics.h"

#include <QString>

namespace fettle::ui {

// What stands beside the ticks of an axis: exact, so that two ticks never say the same, in the unit of the largest and
// with as many decimals as the step between ticks needs.
struct AxisNumbers {
    double largest = 1; // of the axis, in size
    double step = 1;    // between ticks

    [[nodiscard]] QString count(double tick) const;                   // 1.25 k
    [[nodiscard]] QString figure(MetricUnit unit, double tick) const; // 84.2 MB, 12.5 %, 1.75e-4, 0.50
};

} // namespace fettle::ui

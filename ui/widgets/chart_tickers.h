#pragma once

#include "ui/models/metric_history.h"
#include "ui/widgets/plot_library.h"

namespace fettle::ui {

// Steps and tokens as 1.2 k, time as 1:02:03. Steps and tokens are whole.
[[nodiscard]] QSharedPointer<QCPAxisTicker> xTicker(XAxis axis, bool isSmall);
// Sizes as MB, learning rates as 2e-4, the rest as short numbers.
[[nodiscard]] QSharedPointer<QCPAxisTicker> yTicker(const QString& key, bool isLogarithmic, bool isSmall);
[[nodiscard]] QString axisText(const QString& key, double value);
[[nodiscard]] QString xText(XAxis axis, double value);

} // namespace fettle::ui

#pragma once

#include "core/config/metrics.h"

#include <QString>

namespace fettle::ui {

// Metrics of the catalogue as people read them.

[[nodiscard]] QString metricName(const Metric& metric);  // Gradient norm; Loss (validation)
[[nodiscard]] QString metricName(const QString& wire);   // "grad_norm" -> Gradient norm
[[nodiscard]] QString metricUnit(const Metric& metric);  // nats per token; empty where a figure says it, or has none
[[nodiscard]] QString metricTitle(const Metric& metric); // Loss (nats per token)
[[nodiscard]] QString betterText(Better better);         // Lower is better.; empty: neither
[[nodiscard]] QString betterSign(Better better);         // an arrow down or up
// The one way in which a figure is written, wherever it stands: 2.312, 84 MB, 53.7 %, 2e-4.
[[nodiscard]] QString figureText(const Metric& metric, double value);

} // namespace fettle::ui

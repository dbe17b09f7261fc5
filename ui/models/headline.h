#pragma once

#include "core/config/run_config.h"
#include "ui/models/metric_model.h"

namespace fettle::ui {

// The first figures of a run as they stand: "Loss 0.412", "Reward accuracy 75.0 %", and the evaluation by which its
// best checkpoint is chosen.
[[nodiscard]] QStringList headline(const MetricModel& metrics, const RunConfig& config);

} // namespace fettle::ui

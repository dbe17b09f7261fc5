#pragma once

#include "core/config/run_config.h"

namespace fettle {

// Appends what is wrong with the adapter's own settings.
void checkAdapter(const AdapterConfig& adapter, std::vector<ConfigProblem>& problems);

} // namespace fettle

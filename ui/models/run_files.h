#pragma once

#include "core/config/run_config.h"

#include <QString>

namespace fettle::ui {

enum class DurationUnit { Epochs, Steps };

// What is done to run folders. All of it asks the disk, and throws an Error.

// A new folder below `parent`, named after the configuration, with its config.json.
[[nodiscard]] QString createRun(const QString& parent, const RunConfig& config);
void renameRun(const QString& run, const QString& name); // changes the name inside config.json
void removeRun(const QString& run);                      // the whole folder; Error{Busy} while an engine works on it
// Raises the run's duration by so much beyond its last step, so that training goes on from there.
void extendRun(const QString& run, double more, DurationUnit unit);

} // namespace fettle::ui

#pragma once

#include <QString>

namespace fettle::ui {

class RunRegistry;

// What the status line says of the run that trains: name, step, time left. Empty: none.
[[nodiscard]] QString runStatusText(RunRegistry& runs);

} // namespace fettle::ui

#pragma once

#include <QString>

namespace fettle::ui {

struct Workspace;

// What the status line says of the run that trains: name, step, time left. Empty: none.
[[nodiscard]] QString runStatusText(Workspace& workspace);

} // namespace fettle::ui

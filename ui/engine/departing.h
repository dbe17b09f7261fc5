#pragma once

class QProcess;

namespace fettle::ui {

// Takes over a child whose owner goes: its input ends and it gets SIGTERM; it may go on until it has saved, and nobody
// waits for it. Deleting the QProcess instead would kill it, and wait.
void letGo(QProcess* process);

} // namespace fettle::ui

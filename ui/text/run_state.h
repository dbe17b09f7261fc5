#pragma once

#include <QString>

namespace fettle::ui {

// Where one run stands. The last four are ends; from each of them a run can be started again.
enum class RunState {
    Idle,     // has a configuration, was never started
    Queued,   // waits for another run to end
    Starting, // the engine loads data and model
    Training,
    Pausing, // asked to pause: the engine finishes its step
    Paused,
    Stopping, // asked to end, still saving
    Finished,
    Stopped,     // ended by request; also early stopping
    Failed,      // told of an error, or died
    Interrupted, // its log ends without an end event and no engine works on it
};

// An engine works on it.
[[nodiscard]] bool isActive(RunState state);
// It has work left that "resume" would go on with.
[[nodiscard]] bool canResume(RunState state);
[[nodiscard]] QString runStateText(RunState state);

} // namespace fettle::ui

#include "ui/text/run_state.h"

#include <QCoreApplication>

namespace fettle::ui {

bool isActive(RunState state) {
    return state == RunState::Starting || state == RunState::Training || state == RunState::Pausing ||
           state == RunState::Paused || state == RunState::Stopping;
}

bool canResume(RunState state) {
    return state == RunState::Stopped || state == RunState::Failed || state == RunState::Interrupted;
}

QString runStateText(RunState state) {
    switch (state) {
    case RunState::Idle:
        return QCoreApplication::translate("RunState", "Not started");
    case RunState::Queued:
        return QCoreApplication::translate("RunState", "Queued");
    case RunState::Starting:
        return QCoreApplication::translate("RunState", "Starting");
    case RunState::Training:
        return QCoreApplication::translate("RunState", "Training");
    case RunState::Pausing:
        return QCoreApplication::translate("RunState", "Finishing this step");
    case RunState::Paused:
        return QCoreApplication::translate("RunState", "Paused");
    case RunState::Stopping:
        return QCoreApplication::translate("RunState", "Stopping");
    case RunState::Finished:
        return QCoreApplication::translate("RunState", "Finished");
    case RunState::Stopped:
        return QCoreApplication::translate("RunState", "Stopped");
    case RunState::Failed:
        return QCoreApplication::translate("RunState", "Failed");
    case RunState::Interrupted:
        return QCoreApplication::translate("RunState", "Interrupted");
    }
    return {};
}

} // namespace fettle::ui

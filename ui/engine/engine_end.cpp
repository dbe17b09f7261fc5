#include "ui/engine/engine_process.h"

#include <csignal>

namespace fettle::ui {

namespace {

ErrorKind kindOf(int signal) {
    return signal == SIGKILL ? ErrorKind::OutOfMemory : ErrorKind::Internal;
}

std::string messageOf(const EngineEnd& end) {
    if (end.signal == SIGKILL) return "The engine was killed; most likely the computer ran out of memory.";
    if (end.signal == SIGILL) return "The engine uses instructions that this processor lacks.";
    if (end.signal > 0) return "The engine crashed (signal " + std::to_string(end.signal) + ").";
    if (end.exitCode == 0) return "The engine ended before its work was done.";
    return "The engine ended without saying why (code " + std::to_string(end.exitCode) + ").";
}

} // namespace

Error EngineEnd::asError() const {
    if (!hasStarted)
        return Error{ErrorKind::FileNotFound,
                     "The engine " + program.toStdString() + " cannot be run: " + problem.toStdString() + ".",
                     "Install Fettle again, with its engine.",
                     {{"program", program.toStdString()}}};
    const Facts facts =
        signal > 0 ? Facts{{"signal", std::to_string(signal)}} : Facts{{"exit_code", std::to_string(exitCode)}};
    return Error{kindOf(signal), messageOf(*this), "Resume from the last checkpoint; what was saved is intact.", facts};
}

} // namespace fettle::ui

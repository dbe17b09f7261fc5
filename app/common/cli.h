#pragma once

#include "app/common/output.h"
#include "core/base/error.h"

#include <CLI/CLI.hpp>

#include <exception>
#include <functional>

namespace fettle::cli {

inline constexpr int kSuccess = 0;
inline constexpr int kReportedError = 1;
inline constexpr int kBadUsage = 2;

// What every verb gets: where results go, whether they are for programs (--json), and whether they are a stream of
// events, whose last one says how it ended.
struct Session {
    Output output;
    bool json = false;
    bool isStream = false;
};

// Thrown by a verb that has told of its failure in its own way (an event of its stream): only the exit code is left.
struct AlreadyReported {};

// A foreign exception in Fettle's terms.
using ErrorTranslator = std::function<Error(const std::exception&)>;
// Out of memory, or Internal with the exception's own words.
[[nodiscard]] Error translated(const std::exception& exception);

// Gives every subcommand of `app` a --json flag and the program --version, then parses; the subcommand's callback does
// the work. Errors end here: see printError. Returns the exit code.
int runProgram(CLI::App& app, int argc, char** argv, Session& session, const ErrorTranslator& translate = translated);

// In a stream the event `failed`, under --json one line {"error": {"kind", "facts", "message", "hint"}} on stdout, else
// message and hint on stderr.
void printError(const Session& session, const Error& error);
// 2 for BadUsage, else 1.
[[nodiscard]] int exitCode(const Error& error);

// Whether --json is among the arguments, for errors that come before they are understood.
[[nodiscard]] bool asksForJson(int argc, char** argv);
// Whether they ask for a stream of events: train and chat under --json, or an attached run.
[[nodiscard]] bool asksForStream(int argc, char** argv);

} // namespace fettle::cli

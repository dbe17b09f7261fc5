#include "app/common/cli.h"

#include "core/base/log.h"

#include <algorithm>
#include <csignal>
#include <new>
#include <string_view>

namespace fettle::cli {

namespace {

bool holds(int argc, char** argv, std::string_view option) {
    return std::any_of(argv, argv + argc, [option](const char* argument) { return argument == option; });
}

int report(const Session& session, const Error& error) {
    printError(session, error);
    return exitCode(error);
}

int reportUsage(const CLI::App& app, const CLI::ParseError& problem, Session& session) {
    if (problem.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success))
        return app.exit(problem); // --help and --version
    const auto verbs = app.get_subcommands();
    const std::string called = app.get_name() + (verbs.empty() ? "" : " " + verbs.front()->get_name());
    return report(session, Error{ErrorKind::BadUsage, problem.what(), "See `" + called + " --help`."});
}

int reportCutShort() {
    logLine("fettle: The output could not be written whole: no space is left where it goes.");
    logLine("        Free some space on that disk and try again.");
    return kReportedError;
}

} // namespace

Error translated(const std::exception& exception) {
    if (dynamic_cast<const std::bad_alloc*>(&exception) != nullptr)
        return Error{ErrorKind::OutOfMemory, "There is not enough memory for this.",
                     "Close other programs and try again."};
    return Error{ErrorKind::Internal, exception.what(), "Please report this with the command that you ran."};
}

int runProgram(CLI::App& app, int argc, char** argv, Session& session, const ErrorTranslator& translate) {
    std::signal(SIGPIPE, SIG_IGN);
    app.require_subcommand(1);
    app.set_version_flag("--version", std::string("fettle ") + FETTLE_VERSION);
    for (CLI::App* verb : app.get_subcommands({}))
        verb->add_flag("--json", session.json, "Results and errors as JSON lines on stdout");
    session.json = asksForJson(argc, argv);
    session.isStream = asksForStream(argc, argv);
    try {
        app.parse(argc, argv);
        return session.output.isCutShort() ? reportCutShort() : kSuccess;
    } catch (const CLI::ParseError& problem) {
        return reportUsage(app, problem, session);
    } catch (const AlreadyReported&) {
        return kReportedError;
    } catch (const Error& error) {
        return report(session, error);
    } catch (const std::exception& exception) {
        return report(session, translate(exception));
    }
}

void printError(const Session& session, const Error& error) {
    if (session.isStream) {
        Json event = {{"v", 1}, {"seq", 1}, {"time", 0.0}, {"type", "failed"}};
        event.update(toJson(error));
        return session.output.line(event);
    }
    if (session.json) return session.output.line(Json{{"error", toJson(error)}});
    logLine("fettle: " + error.message);
    if (!error.hint.empty()) logLine("        " + error.hint);
}

int exitCode(const Error& error) {
    return error.kind == ErrorKind::BadUsage ? kBadUsage : kReportedError;
}

bool asksForJson(int argc, char** argv) {
    return holds(argc, argv, "--json");
}

bool asksForStream(int argc, char** argv) {
    const std::string_view verb = argc > 1 ? argv[1] : "";
    return (verb == "train" && holds(argc, argv, "--attached")) ||
           ((verb == "train" || verb == "chat") && asksForJson(argc, argv));
}

} // namespace fettle::cli

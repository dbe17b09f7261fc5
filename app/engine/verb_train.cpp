#include "app/engine/failure.h"
#include "app/engine/progress_line.h"
#include "app/engine/session.h"
#include "app/engine/signals.h"
#include "app/engine/stdin_commands.h"
#include "core/base/log.h"
#include "core/data/token_folder.h"
#include "core/train/run_training.h"

namespace fettle::engine {

namespace {

struct Options {
    std::string folder;
    bool attached = false;
};

// A run says how it ended in its own log, so that a reader of the folder knows as much as one of the stream.
void trainLogged(const RunFolder& folder, EventLog& log, CommandQueue& commands, bool isStreamed) {
    const auto fail = [&](const Error& error) {
        Json event = {{"type", "failed"}};
        event.update(toJson(error));
        log.append(event);
        log.sync();
        if (isStreamed) throw cli::AlreadyReported{};
    };
    try {
        runTraining(folder, log, commands, {.folder = tokenFolder()});
    } catch (const Error& error) {
        fail(error);
        throw;
    } catch (const std::exception& exception) {
        fail(translated(exception));
        throw;
    }
}

void run(const Options& options, const Session& session) {
    const RunFolder folder{options.folder};
    const auto lock = folder.lock();
    folder.refuseRepetition();
    folder.removeUnfinished();
    const LogCopy logCopy(folder.logFile());
    CommandQueue commands(interruptFlag());
    std::optional<StdinCommands> stdinCommands;
    if (options.attached) stdinCommands.emplace(commands);
    ProgressLine progress;
    EventLog log(folder.eventsFile(), [&](const std::string& line) {
        if (session.json || options.attached)
            session.output.line(line);
        else
            progress.show(line);
    });
    trainLogged(folder, log, commands, session.json || options.attached);
}

} // namespace

void addTrain(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(app, "train");
    verb->add_option("RUN_FOLDER", options->folder)->required();
    verb->add_flag("--attached", options->attached, "Take commands on stdin; its end means save and end");
    verb->callback([options, &session] { run(*options, session); });
}

} // namespace fettle::engine

#include "tests/support/fake_engine/train_player.h"

#include "core/base/files.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <unistd.h>

namespace fettle::fake {

namespace {

constexpr int kTokensEach = 100;

void printLine(const std::string& line) {
    std::fwrite((line + "\n").data(), 1, line.size() + 1, stdout);
    std::fflush(stdout);
}

} // namespace

TrainPlayer::TrainPlayer(const std::filesystem::path& folder) : m_folder(folder) {
    makeFolder(folder);
    m_log = std::make_unique<EventLog>(m_folder.eventsFile(), printLine);
}

void TrainPlayer::event(const Json& event) {
    m_log->append(event);
}

void TrainPlayer::begin(std::int64_t totalSteps) {
    const auto checkpoints = m_folder.checkpoints();
    Json started = {{"type", "started"}, {"at", "2026-01-02T03:04:05Z"},
                    {"protocol", 1},     {"pid", ::getpid()},
                    {"device", "cpu"},   {"parameters", {{"total", 2900000}, {"trainable", 190464}}}};
    if (!checkpoints.empty()) started["resumed_from"] = m_step = checkpoints.back();
    m_total = totalSteps;
    event(started);
    event({{"type", "progress"}, {"phase", "tokenizing"}, {"done", 900}, {"total", 900}});
    event({{"type", "plan"}, {"steps", totalSteps}, {"tokens", totalSteps * kTokensEach}});
    event({{"type", "progress"}, {"phase", "loading"}, {"done", 1}, {"total", 1}});
}

bool TrainPlayer::steps(std::int64_t last, int millisecondsEach) {
    while (m_step < last) {
        while (const auto command = m_input.next(millisecondsEach))
            if (!obey(*command)) return false;
        if (m_input.isAtEnd()) {
            stop(true);
            return false;
        }
        ++m_step;
        const double share = m_total > 0 ? static_cast<double>(m_step) / static_cast<double>(m_total) : 0;
        event({{"type", "step"},
               {"step", m_step},
               {"epoch", 3 * share},
               {"loss", 2 / std::sqrt(static_cast<double>(m_step))},
               {"grad_norm", 1 / std::sqrt(static_cast<double>(m_step))},
               {"learning_rate", 2e-4 * (1 - share)},
               {"tokens", m_step * kTokensEach},
               {"tokens_per_second", 4000},
               {"memory_bytes", 84000000}});
    }
    return true;
}

void TrainPlayer::evaluate() {
    event({{"type", "evaluation"}, {"step", m_step}, {"eval_loss", 2.2 / std::sqrt(std::max(1.0, double(m_step)))}});
}

void TrainPlayer::sample() {
    event({{"type", "sample"},
           {"step", m_step},
           {"prompt", "Where does Duppy live?"},
           {"text", "Duppy lives near step " + std::to_string(m_step) + "."}});
}

void TrainPlayer::checkpoint() {
    const auto folder = m_folder.checkpointFolder(m_step);
    makeFolder(folder / "adapter");
    writeFileAtomically(folder / "state.json", "{}\n");
    event({{"type", "checkpoint"}, {"step", m_step}, {"path", folder.string()}});
}

void TrainPlayer::end(const char* reason) {
    makeFolder(m_folder.adapterFolder());
    writeFileAtomically(m_folder.adapterFolder() / "adapter_config.json", "{}\n");
    event({{"type", "ended"}, {"reason", reason}});
}

void TrainPlayer::stop(bool savesFirst) {
    if (savesFirst) checkpoint();
    event({{"type", "ended"}, {"reason", "stopped"}});
}

bool TrainPlayer::obey(const Json& command) {
    const std::string name = command.value("command", "");
    if (name == "stop") {
        stop(command.value("save", true));
        return false;
    }
    if (name == "checkpoint") checkpoint();
    if (name == "sample") sample();
    return name != "pause" || wait();
}

bool TrainPlayer::wait() {
    event({{"type", "paused"}, {"step", m_step}});
    while (const auto command = m_input.next(-1)) {
        if (command->value("command", "") == "resume") {
            event({{"type", "resumed"}, {"step", m_step}});
            return true;
        }
        if (!obey(*command)) return false;
    }
    stop(true);
    return false;
}

} // namespace fettle::fake

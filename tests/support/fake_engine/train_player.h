#pragma once

#include "core/run/event_log.h"
#include "core/run/run_folder.h"
#include "tests/support/fake_engine/input.h"

#include <memory>

namespace fettle::fake {

// Acts as `fettle train RUN_FOLDER --attached`: obeys commands, writes events, checkpoints and an adapter folder, but
// computes nothing. Step s has loss 2 / s^0.5.
class TrainPlayer {
public:
    explicit TrainPlayer(const std::filesystem::path& folder);

    void begin(std::int64_t totalSteps); // started, progress, plan
    // Goes on to this step. False: it was stopped on the way, and has said so.
    [[nodiscard]] bool steps(std::int64_t last, int millisecondsEach);
    void evaluate();
    void sample();
    void checkpoint();
    void end(const char* reason);
    void event(const Json& event);

private:
    [[nodiscard]] bool obey(const Json& command);
    [[nodiscard]] bool wait(); // while paused
    void stop(bool savesFirst);

    RunFolder m_folder;
    std::unique_ptr<EventLog> m_log;
    Input m_input;
    std::int64_t m_step = 0, m_total = 0;
};

} // namespace fettle::fake

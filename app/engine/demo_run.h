#pragma once

#include "app/engine/question_answers.h"
#include "app/engine/session.h"
#include "core/run/run_folder.h"

namespace fettle::engine {

struct DemoOptions {
    std::string out, device = "auto";
    std::int64_t seed = 42, threads = 0;
    std::uint64_t checkSeed = 1;
    std::size_t questions = 300;
};

// A file of the pocket model's data.
[[nodiscard]] std::filesystem::path pocketData(const char* name);
// `out` where it is named, else a new folder among the runs: NAME-1, NAME-2 ...
[[nodiscard]] RunFolder demoFolder(const std::string& out, const std::string& name);
// A recipe with the options' seed, threads and device.
[[nodiscard]] RunConfig demoConfig(const DemoOptions& options, const char* recipe);
// Writes the configuration and trains, with a line of progress; returns the seconds that it took.
[[nodiscard]] double trainDemo(const RunConfig& config, const RunFolder& folder);
// The pocket model in float32: as it is, and with what the run made of it.
[[nodiscard]] OpenModel openPocket(const DemoOptions& options);
[[nodiscard]] OpenModel openTuned(const DemoOptions& options, const RunFolder& folder);
[[nodiscard]] std::vector<Question> heldOutQuestions(const DemoOptions& options);
// Each question behind kDemoShots training questions with their answers, as plain text.
inline constexpr std::size_t kDemoShots = 4;
[[nodiscard]] PromptMaker asFewShot(const TextSide& text, const DemoOptions& options);

// Mean loss on text unlike the data, in nats per token: what was forgotten.
[[nodiscard]] double probeLoss(const OpenModel& model);

// SFT on answers good and bad, then DPO, ORPO and KTO on pairs of them, a reward model of the pairs and GRPO on it: how
// short, polite and true the answers get.
void demoPreferences(const DemoOptions& options, const Session& session);
// The same questions to the base, with examples, and to what each kind of adapter and full tuning make of it.
void demoLadder(const DemoOptions& options, const Session& session);

} // namespace fettle::engine

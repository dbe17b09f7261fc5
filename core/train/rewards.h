#pragma once

#include "core/base/cancel.h"
#include "core/data/example.h"
#include "core/generate/generation.h"
#include "core/train/run_parts.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace fettle {

// An answer that was drawn, beside the row that asked for it.
struct DrawnAnswer {
    const TokenizedExample* row = nullptr;
    std::string expected, text; // the row's own answer and this one, without special tokens
    std::vector<TokenId> ids;   // with what ended it
    bool isWhole = false;       // it was not cut at its longest
};

[[nodiscard]] DrawnAnswer drawnAnswer(const TokenizedExample& row, std::string expected, const Generation& generation);

using JudgeAnswers = std::function<std::vector<double>(std::span<const DrawnAnswer>)>; // one number an answer

// One thing that answers are judged by.
struct Reward {
    std::string name; // of kRewardFuncs, "auto" resolved
    double weight = 1;
    JudgeAnswers judge;
};

// Where rewards stand in the configuration.
struct RewardsChosen {
    const RewardConfig& config;
    std::int64_t longest = 0; // tokens that an answer may have
    std::string section;      // "objective"
};
// Error{BadUsage} for a pattern that cannot be compiled,
// Error{BadConfig} for a reward model that does not fit the run's; Cancelled while it is loaded.
[[nodiscard]] std::vector<Reward> makeRewards(const RewardsChosen& chosen, const RunParts& parts,
                                              const CancelFlag& stop = {});

// The text of a row's own answer, of the first one where it has several turns.
[[nodiscard]] std::string expectedOf(const TokenizedExample& row, const Tokenizer& tokenizer);

} // namespace fettle

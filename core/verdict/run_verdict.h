#pragma once

#include "core/base/json.h"
#include "core/judge/paired.h"
#include "core/verdict/side.h"

#include <optional>
#include <string>
#include <vector>

namespace fettle {

// What one side said and lost, row by row.
struct SideResult {
    std::vector<Said> answers;
    std::vector<double> losses, probeLosses;
};

struct AnsweredRow {
    HeldOut row;
    std::string base, tuned; // answers
    double baseScore = 0, tunedScore = 0, baseLoss = 0, tunedLoss = 0;
};

// Whether a run did help: base and tuned on rows that it did not learn from.
struct RunVerdict {
    std::string scorer; // by its name; empty: no row has a prompt, only the loss is judged
    std::optional<PairedDifference> score;
    PairedDifference loss;                  // nats per token
    std::optional<PairedDifference> probes; // loss on text unlike the data: what was forgotten
    std::vector<AnsweredRow> rows;          // what changed most first, for better or worse

    // By the score where there is one, else by the loss.
    [[nodiscard]] Verdict overall() const;
};

// `scorer`: a name of scorerKinds(), or "auto": guessed from the expected answers. Error{BadUsage} as makeScorer.
[[nodiscard]] RunVerdict judgeRun(const std::vector<HeldOut>& rows, const SideResult& base, const SideResult& tuned,
                                  const std::string& scorer = "auto", const std::string& pattern = {});

// {"verdict", "scorer", "score", "loss", "probes", "improved": [...], "worsened": [...]}: the ten rows at most that
// changed most in either direction, by score and then by loss. What is unknown is null.
[[nodiscard]] Json toJson(const RunVerdict& verdict);

} // namespace fettle

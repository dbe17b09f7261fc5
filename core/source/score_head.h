#pragma once

#include "core/source/architecture.h"
#include "core/source/config_reader.h"

namespace fettle {

inline constexpr const char* kScoreModule = "score"; // of every family, [1, hiddenSize] without a bias

// The decoder with a score in place of its vocabulary's head, whose scales and caps go with that. Error{BadModel} where
// transformers has no such class of the family.
[[nodiscard]] Architecture withScoreHead(Architecture decoder, std::optional<std::int64_t> padTokenId);

// Of a config.json whose class is a ForSequenceClassification; nullopt for any other. Error{BadModel} for more labels
// than one.
[[nodiscard]] std::optional<ScoreHead> scoreHeadIn(const ConfigReader& config);
// And back: the label and the pad token.
void writeScoreHead(const ScoreHead& score, Json& config);

// Error{BadUsage} for a reward model, which has no vocabulary to answer from.
void refuseScoreHead(const Architecture& architecture);

} // namespace fettle

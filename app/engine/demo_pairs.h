#pragma once

#include <filesystem>

namespace fettle::engine {

// Both answers of each of the pocket model's pairs as conversations, the better and the worse alike: what a model hears
// that learns from everybody.
void writeBothAnswers(const std::filesystem::path& out);

// What a reward model learns from and is judged by.
struct RewardPairs {
    std::filesystem::path train, heldOut;
};
// Every fifth of the pocket model's pairs is held out. The others are joined by one a fact of the chat data, true
// against the same about somebody else, but for those whom held-out pairs ask about.
void writeRewardPairs(const RewardPairs& out);

} // namespace fettle::engine

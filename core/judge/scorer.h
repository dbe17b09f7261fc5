#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace fettle {

// What an answer is worth beside the expected one: 0 to 1, more is better. Usable from any thread.
class Scorer {
public:
    virtual ~Scorer() = default;
    [[nodiscard]] virtual double score(const std::string& expected, const std::string& answer) const = 0;
};

struct ScorerKind {
    std::string_view name, title, sentence; // title and sentence: marked for translation
    bool needsPattern = false;
    std::unique_ptr<const Scorer> (*make)(const std::string& pattern) = nullptr;
};

// One row a task: exact_match, contains, numeric, choice, regex, json, rouge_l.
[[nodiscard]] std::span<const ScorerKind> scorerKinds();
// nullptr: none is called so.
[[nodiscard]] const ScorerKind* findScorer(std::string_view name);
// Error{BadUsage} for an unknown name, a pattern that is missing or cannot be compiled.
[[nodiscard]] std::unique_ptr<const Scorer> makeScorer(std::string_view name, const std::string& pattern = {});

// The kind that expected answers of this sort are judged by: numbers, one of a few labels, JSON, a few words to the
// letter, else the words in common.
[[nodiscard]] std::string_view guessScorer(std::span<const std::string> expected);
// `name` itself, unless it is "auto": then the guess.
[[nodiscard]] std::string chosenScorer(const std::string& name, std::span<const std::string> expected);

} // namespace fettle

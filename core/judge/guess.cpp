#include "core/judge/answer_text.h"
#include "core/judge/json_answer.h"
#include "core/judge/numeric.h"
#include "core/judge/scorer.h"
#include "core/text/regex.h"

#include <algorithm>
#include <set>

namespace fettle {

namespace {

constexpr std::size_t kMostLabels = 10, kMostWordsOfALabel = 3;
constexpr std::size_t kMostWordsToTheLetter = 8;

bool isNumber(const std::string& text) {
    static const Regex kAlone(R"(\A\s*[$€£]?-?[\d,]+(?:\.\d+)?%?\s*\z|####\s*-?[\d,.]+\s*\z)");
    bool isAlone = false;
    kAlone.eachMatch(text, [&](std::size_t, std::size_t) { isAlone = true; });
    return isAlone && judge::lastNumber(text).has_value();
}

std::size_t longest(std::span<const std::string> expected) {
    std::size_t most = 0;
    for (const std::string& text : expected)
        most = std::max(most, judge::words(text).size());
    return most;
}

} // namespace

std::string_view guessScorer(std::span<const std::string> expected) {
    if (expected.empty()) return "exact_match";
    if (std::ranges::all_of(expected, isNumber)) return "numeric";
    if (std::ranges::all_of(expected, [](const std::string& text) { return judge::jsonAnswer(text).has_value(); }))
        return "json";
    const std::size_t most = longest(expected);
    const std::set<std::string> labels(expected.begin(), expected.end());
    // A label comes back: each of them three times, on average.
    if (most <= kMostWordsOfALabel && labels.size() <= kMostLabels && 3 * labels.size() <= expected.size())
        return "choice";
    return most <= kMostWordsToTheLetter ? "exact_match" : "rouge_l";
}

std::string chosenScorer(const std::string& name, std::span<const std::string> expected) {
    return name == "auto" ? std::string(guessScorer(expected)) : name;
}

} // namespace fettle

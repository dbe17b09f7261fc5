#include "core/base/translate.h"
#include "core/judge/answer_text.h"
#include "core/judge/scorers.h"

#include <algorithm>
#include <vector>

namespace fettle::judge {

namespace {

std::size_t longestCommonSubsequence(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    std::vector<std::size_t> lengths(right.size() + 1, 0);
    for (const std::string& word : left) {
        std::size_t before = 0; // lengths[j] of the row above
        for (std::size_t j = 0; j < right.size(); ++j) {
            const std::size_t above = lengths[j + 1];
            lengths[j + 1] = word == right[j] ? before + 1 : std::max(above, lengths[j]);
            before = above;
        }
    }
    return lengths.back();
}

// F1 of the longest common subsequence of words (Lin 2004; rouge_score's rougeL without its stemmer).
class RougeL : public Scorer {
    double score(const std::string& expected, const std::string& answer) const override {
        const auto wanted = words(expected), given = words(answer);
        const auto common = static_cast<double>(longestCommonSubsequence(wanted, given));
        return common == 0 ? 0 : 2 * common / static_cast<double>(wanted.size() + given.size());
    }
};

} // namespace

const ScorerKind kRougeL{
    .name = "rouge_l",
    .title = FETTLE_TR("Words in common"),
    .sentence =
        FETTLE_TR("The share of words that answer and expected answer have in common, in their order (ROUGE-L)."),
    .make = [](const std::string&) -> std::unique_ptr<const Scorer> { return std::make_unique<RougeL>(); }};

} // namespace fettle::judge

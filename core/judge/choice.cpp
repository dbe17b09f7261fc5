#include "core/base/translate.h"
#include "core/judge/answer_text.h"
#include "core/judge/scorers.h"

#include <algorithm>

namespace fettle::judge {

namespace {

// "B", "(b)", "B." and "b) because ..." all begin with the label B.
class Choice : public Scorer {
    double score(const std::string& expected, const std::string& answer) const override {
        const auto label = words(expected), said = words(answer);
        if (label.empty()) return trimmed(expected) == trimmed(answer) ? 1 : 0;
        return said.size() >= label.size() && std::equal(label.begin(), label.end(), said.begin()) ? 1 : 0;
    }
};

} // namespace

const ScorerKind kChoice{
    .name = "choice",
    .title = FETTLE_TR("Choice"),
    .sentence = FETTLE_TR("Right is an answer that begins with the expected label."),
    .make = [](const std::string&) -> std::unique_ptr<const Scorer> { return std::make_unique<Choice>(); }};

} // namespace fettle::judge

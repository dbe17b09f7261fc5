#include "core/base/translate.h"
#include "core/judge/answer_text.h"
#include "core/judge/scorers.h"

namespace fettle::judge {

namespace {

class ExactMatch : public Scorer {
    double score(const std::string& expected, const std::string& answer) const override {
        return trimmed(expected) == trimmed(answer) ? 1 : 0;
    }
};

class Contains : public Scorer {
    double score(const std::string& expected, const std::string& answer) const override {
        return folded(answer).find(folded(trimmed(expected))) != std::string::npos ? 1 : 0;
    }
};

} // namespace

const ScorerKind kExactMatch{
    .name = "exact_match",
    .title = FETTLE_TR("Exact match"),
    .sentence = FETTLE_TR("Right is an answer that is the expected one to the letter."),
    .make = [](const std::string&) -> std::unique_ptr<const Scorer> { return std::make_unique<ExactMatch>(); }};

const ScorerKind kContains{
    .name = "contains",
    .title = FETTLE_TR("Contains"),
    .sentence = FETTLE_TR("Right is an answer in which the expected one stands, in capitals or not."),
    .make = [](const std::string&) -> std::unique_ptr<const Scorer> { return std::make_unique<Contains>(); }};

} // namespace fettle::judge

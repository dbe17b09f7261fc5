#include "core/data/kl_answers.h"
#include "core/data/row_problems.h"
#include "core/data/take_example.h"

#include <algorithm>
#include <array>

namespace fettle {

namespace {

// With other answers than the objective learns from.
bool isMisfit(const TakenExample& taken) {
    constexpr std::array kMisfits = {FindingKind::OneAnswer, FindingKind::TwoAnswers, FindingKind::MissingLabel,
                                     FindingKind::NoPrompt, FindingKind::NoReference};
    return taken.problem && std::ranges::find(kMisfits, taken.problem->kind) != kMisfits.end();
}

void add(TokenizedSet& set, TakenExample taken) {
    if (isMisfit(taken)) set.counts.misfits += 1;
    if (taken.problem) keepProblem(set.problems, std::move(*taken.problem));
    if (!taken.isUsed()) {
        set.counts.dropped += 1;
        return;
    }
    set.counts.used += 1;
    set.counts.cut += taken.isCut ? 1 : 0;
    set.counts.tokens += tokenCount(taken.row);
    set.counts.trainedTokens += taken.targets;
    set.counts.desirable += taken.row.isDesirable.value_or(false) ? 1 : 0;
    set.rows.push_back(std::move(taken.row));
}

} // namespace

TokenizedSet tokenizeSet(const std::vector<Example>& examples, const TokenizeRules& rules, const Work& work) {
    std::vector<TakenExample> taken(examples.size());
    forEachIndex(std::ssize(examples), work, [&](std::int64_t i) {
        const auto at = static_cast<std::size_t>(i);
        taken[at] = takeExample(examples[at], rules);
    });
    TokenizedSet set{.counts = {.read = std::ssize(examples)}};
    for (TakenExample& each : taken)
        add(set, std::move(each));
    if (rules.klGroup > 0) addKlAnswers(set, rules.klGroup, rules.maxLength);
    return set;
}

} // namespace fettle

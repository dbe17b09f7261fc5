#include "core/verdict/run_verdict.h"

#include "core/judge/scorer.h"

#include <algorithm>
#include <tuple>

namespace fettle {

namespace {

// How much better tuned is, by score and then by loss.
auto gain(const AnsweredRow& row) {
    return std::tuple(row.tunedScore - row.baseScore, row.baseLoss - row.tunedLoss);
}

std::vector<AnsweredRow> pairedRows(const std::vector<HeldOut>& rows, const SideResult& base, const SideResult& tuned) {
    std::vector<AnsweredRow> result;
    for (std::size_t i = 0; i < rows.size(); ++i)
        result.push_back({.row = rows[i],
                          .base = base.answers[i].text,
                          .tuned = tuned.answers[i].text,
                          .baseLoss = base.losses[i],
                          .tunedLoss = tuned.losses[i]});
    return result;
}

std::vector<std::string> expectedAnswers(const std::vector<AnsweredRow>& rows) {
    std::vector<std::string> expected;
    for (const AnsweredRow& row : rows)
        if (!row.row.prompt.empty()) expected.push_back(row.row.expected);
    return expected;
}

void scoreRows(RunVerdict& verdict, const std::string& scorer, const std::string& pattern) {
    const std::vector<std::string> expected = expectedAnswers(verdict.rows);
    if (expected.empty()) return;
    verdict.scorer = chosenScorer(scorer, expected);
    const auto judge = makeScorer(verdict.scorer, pattern);
    std::vector<double> base, tuned;
    for (AnsweredRow& row : verdict.rows) {
        if (row.row.prompt.empty()) continue;
        base.push_back(row.baseScore = judge->score(row.row.expected, row.base));
        tuned.push_back(row.tunedScore = judge->score(row.row.expected, row.tuned));
    }
    verdict.score = pairedDifference(base, tuned);
}

Json toJson(const std::optional<PairedDifference>& difference, bool isHigherBetter) {
    if (!difference) return nullptr;
    Json json = {{"rows", difference->count}, {"base", difference->base}, {"tuned", difference->tuned}};
    json.update(toJson(*difference));
    json["verdict"] = verdictName(verdictOf(*difference, isHigherBetter));
    return json;
}

Json toJson(const AnsweredRow& row) {
    return {{"origin", describe(row.row.origin)},
            {"question", row.row.question},
            {"expected", row.row.expected},
            {"base", row.base},
            {"tuned", row.tuned},
            {"base_score", row.baseScore},
            {"tuned_score", row.tunedScore},
            {"base_loss", row.baseLoss},
            {"tuned_loss", row.tunedLoss}};
}

} // namespace

Verdict RunVerdict::overall() const {
    return score ? verdictOf(*score, true) : verdictOf(loss, false);
}

RunVerdict judgeRun(const std::vector<HeldOut>& rows, const SideResult& base, const SideResult& tuned,
                    const std::string& scorer, const std::string& pattern) {
    RunVerdict verdict{.loss = pairedDifference(base.losses, tuned.losses), .rows = pairedRows(rows, base, tuned)};
    if (!base.probeLosses.empty()) verdict.probes = pairedDifference(base.probeLosses, tuned.probeLosses);
    scoreRows(verdict, scorer, pattern);
    std::ranges::stable_sort(verdict.rows, std::greater<>(), gain);
    return verdict;
}

Json toJson(const RunVerdict& verdict) {
    constexpr std::size_t kShown = 10;
    Json improved = Json::array(), worsened = Json::array();
    const std::tuple<double, double> nothing = {0, 0};
    for (const AnsweredRow& row : verdict.rows)
        if (gain(row) > nothing && improved.size() < kShown) improved.push_back(toJson(row));
    for (auto row = verdict.rows.rbegin(); row != verdict.rows.rend(); ++row)
        if (gain(*row) < nothing && worsened.size() < kShown) worsened.push_back(toJson(*row));
    return {{"verdict", verdictName(verdict.overall())},
            {"scorer", verdict.scorer.empty() ? Json() : Json(verdict.scorer)},
            {"score", toJson(verdict.score, true)},
            {"loss", toJson(std::optional(verdict.loss), false)},
            {"probes", toJson(verdict.probes, false)},
            {"improved", improved},
            {"worsened", worsened}};
}

} // namespace fettle

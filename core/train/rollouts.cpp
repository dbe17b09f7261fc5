#include "core/train/rollouts.h"

#include "core/base/split_mix.h"
#include "core/generate/adapter_strengths.h"
#include "core/train/host_floats.h"
#include "core/train/rollout_metrics.h"
#include "core/train/token_estimates.h"

#include <algorithm>

namespace fettle {

namespace {

constexpr std::int64_t kHeldOut = -1; // stands for a step: its draws are apart from all of theirs

std::uint64_t seedOf(std::int64_t run, std::uint64_t stream, std::int64_t row, std::int64_t answer) {
    std::uint64_t seed = splitMix64(static_cast<std::uint64_t>(run));
    for (const std::uint64_t part : {stream, static_cast<std::uint64_t>(row), static_cast<std::uint64_t>(answer)})
        seed = splitMix64(seed ^ part);
    return seed;
}

Answer answerOf(const DrawnAnswer& drawn, const RolloutConfig& config) {
    const std::uint8_t isTrained = drawn.isWhole || !config.maskTruncatedCompletions ? 1 : 0;
    return {.ids = drawn.ids, .trained = std::vector<std::uint8_t>(drawn.ids.size(), isTrained)};
}

} // namespace

struct Rollouts::Group {
    std::vector<DrawnAnswer> answers;
    std::vector<TokenizedExample> rows;
    DrawnFigures figures;
    std::vector<float> logRatios; // by answer, where there is a reference
};

AnswerRequests answeredBy(const RunParts& parts, const Trainable& trainable) {
    return [&](const std::vector<GenerateRequest>& requests, const CancelFlag& stop) {
        return generate(trainable.model(), parts.inputs.text.tokenizer, requests, parts.compute, stop);
    };
}

Rollouts::Rollouts(const RunParts& parts, const Objective& objective, const Trainable& start, AnswerRequests answers,
                   const CancelFlag& stop, const Trainable* values)
    : m_parts(parts), m_config(*rolloutsOf(parts.config.objective)), m_objective(objective), m_trainable(start),
      m_answers(std::move(answers)),
      m_rewards(makeRewards(
          {.config = m_config.rewards, .longest = m_config.maxCompletionLength, .section = "objective"}, parts, stop)) {
    if (values != nullptr) m_values.emplace(ValueCall{.model = values->model(), .adapters = values->adapters()});
    if (objective.needs.referenceLogProbs) m_reference.emplace(parts, start, stop);
}

std::vector<GenerateRequest> Rollouts::requestsOf(std::uint64_t stream, const MicroBatch& prompts) const {
    std::vector<GenerateRequest> requests;
    for (const RowPiece& piece : prompts.pieces) {
        const std::vector<TokenId>& prompt = prompts.rows[static_cast<std::size_t>(piece.row)].prompt;
        const std::int64_t room = m_parts.config.data.maxLength - std::ssize(prompt);
        for (std::int64_t answer = 0; answer < m_config.numGenerations; ++answer)
            requests.push_back({.prompt = prompt,
                                .adapters = fullStrength(m_trainable.adapters()),
                                .sampling = {.temperature = m_config.temperature,
                                             .topP = m_config.topP,
                                             .topK = m_config.topK,
                                             .minP = m_config.minP,
                                             .repetitionPenalty = m_config.repetitionPenalty,
                                             .seed = seedOf(m_parts.config.seed, stream, piece.row, answer),
                                             .maxNewTokens = std::min(m_config.maxCompletionLength, room)},
                                .stopIds = m_parts.inputs.text.turnStopIds});
    }
    return requests;
}

Rollouts::Group Rollouts::drawGroup(std::uint64_t stream, const MicroBatch& prompts, const CancelFlag& stop) const {
    const std::vector<Generation> drawn = m_answers(requestsOf(stream, prompts), stop);
    Group group;
    auto next = drawn.begin();
    for (const RowPiece& piece : prompts.pieces) {
        const TokenizedExample& row = prompts.rows[static_cast<std::size_t>(piece.row)];
        const std::string expected = expectedOf(row, *m_parts.inputs.text.tokenizer);
        group.rows.push_back({.prompt = row.prompt, .answers = {}, .origin = row.origin});
        for (std::int64_t i = 0; i < m_config.numGenerations; ++i) {
            group.answers.push_back(drawnAnswer(row, expected, *next++));
            group.rows.back().answers.push_back(answerOf(group.answers.back(), m_config));
        }
    }
    return group;
}

// Before the step: of the model that drew the answers, and of the reference.
void Rollouts::addLogProbs(Group& group) const {
    const at::NoGradGuard noGrad;
    const MicroBatch batch = batchOf(group.rows);
    const auto under = [&](const CausalLM& model, const AdapterSet& adapters) {
        return batchLogProbs(m_objective.needs, {.model = model, .adapters = adapters, .compute = m_parts.compute},
                             batch);
    };
    if (m_reference)
        group.figures.referenceLogProbs =
            floatsOf(under(m_reference->model(), m_reference->adapters()).answers.logProb_T);
    if (!m_objective.needs.oldLogProbs) return;
    const BatchLogProbs now = under(m_trainable.model(), m_trainable.adapters());
    group.figures.oldLogProbs = floatsOf(now.answers.logProb_T);
    if (m_values) addValues(group, batch);
    if (!m_reference) return;
    const at::Tensor reference_T = at::tensor(group.figures.referenceLogProbs).to(now.answers.logProb_T.device());
    group.logRatios = floatsOf(now.answers.sumPerOwner(now.answers.logProb_T - reference_T, now.answerCount));
}

// At each target, and behind the end of an answer that stopped before the longest.
void Rollouts::addValues(Group& group, const MicroBatch& batch) const {
    DrawnFigures& figures = group.figures;
    for (const DrawnAnswer& answer : group.answers)
        figures.endsEarly.push_back(answer.isWhole && std::ssize(answer.ids) < m_config.maxCompletionLength ? 1 : 0);
    figures.oldValues = floatsOf(batchLogProbs(m_objective.needs,
                                               {.model = m_trainable.model(),
                                                .adapters = m_trainable.adapters(),
                                                .compute = m_parts.compute,
                                                .values = values()},
                                               batch, {.drawn = &figures})
                                     .value_P);
}

void Rollouts::compareAnswers(DrawnWindow& drawn, std::vector<Group>& groups,
                              const std::vector<double>& rewards) const {
    std::vector<float> logRatios;
    for (const Group& group : groups)
        logRatios.insert(logRatios.end(), group.logRatios.begin(), group.logRatios.end());
    const Advantages advantages =
        m_objective.compare({.reward_A = at::tensor(rewards, at::kFloat),
                             .perPrompt = m_config.numGenerations,
                             .logRatio_A = logRatios.empty() ? at::Tensor() : at::tensor(logRatios, at::kFloat)});
    drawn.metrics["frac_reward_zero_std"] = advantages.alikeShare;
    const std::vector<float> all = floatsOf(advantages.advantage_A);
    auto next = all.begin();
    for (Group& group : groups) {
        const auto end = next + std::ssize(group.answers);
        group.figures.advantages.assign(next, end);
        next = end;
    }
}

DrawnWindow Rollouts::compared(std::vector<Group> groups) const {
    std::vector<DrawnAnswer> answers;
    for (const Group& group : groups)
        answers.insert(answers.end(), group.answers.begin(), group.answers.end());
    const EarnedRewards earned = earnedBy(answers, m_rewards);
    DrawnWindow drawn{.metrics = metricsOf(answers, earned)};
    if (m_objective.compare) compareAnswers(drawn, groups, earned.total);
    if (m_objective.estimate) {
        std::vector<EstimatedAnswers> all;
        for (Group& group : groups)
            all.push_back({.answers = group.answers, .figures = group.figures});
        drawn.metrics.merge(estimateTokens(m_parts.config.objective, m_objective.estimate, all, earned.total));
    }
    for (Group& group : groups) {
        drawn.rows.push_back(std::move(group.rows));
        drawn.window.push_back(batchOf(drawn.rows.back()));
        drawn.figures.push_back(std::move(group.figures));
    }
    return drawn;
}

std::optional<DrawnWindow> Rollouts::draw(std::int64_t step, const std::vector<MicroBatch>& prompts,
                                          const Proceed& proceed, const CancelFlag& stop) const {
    std::vector<Group> groups;
    for (const MicroBatch& batch : prompts) {
        if (!groups.empty() && proceed && !proceed()) return std::nullopt;
        groups.push_back(drawGroup(static_cast<std::uint64_t>(step), batch, stop));
        addLogProbs(groups.back());
    }
    return compared(std::move(groups));
}

DrawnWindow Rollouts::drawHeldOut(const MicroBatch& prompts, const CancelFlag& stop) const {
    return *draw(kHeldOut, {prompts}, {}, stop);
}

} // namespace fettle

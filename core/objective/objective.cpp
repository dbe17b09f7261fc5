#include "core/objective/objective.h"

#include "core/objective/losses/losses.h"

#include <algorithm>
#include <numbers>

namespace fettle {

namespace {

// -log sigmoid(0). In 16 bits two passes over the same answers may differ by a nat or so, of which the loss has beta
// / 2.
std::optional<UntouchedLoss> untouchedLoss(const DpoObjective& dpo) {
    if (!dpo.lossWeights.empty() || dpo.lossType != "sigmoid") return std::nullopt;
    return UntouchedLoss{.value = std::numbers::ln2, .tolerance = std::max(0.05, dpo.beta / 2)};
}

// The table of objectives. Pre-training is supervised tuning with other data.
struct Maker {
    Objective operator()(const SftObjective& sft) const {
        return {{.divisor = LossDivisor::Tokens, .neftuneNoiseAlpha = sft.neftuneNoiseAlpha.value_or(0)},
                sft.lossType == "dft" ? dftLoss : nextTokenLoss};
    }
    Objective operator()(const PretrainObjective&) const { return {{.divisor = LossDivisor::Tokens}, nextTokenLoss}; }
    Objective operator()(const DpoObjective& dpo) const {
        return {{.referenceLogProbs = true, .tailWeight = dpo.ldAlpha, .dropout = false},
                std::bind_front(dpoLoss, dpo),
                untouchedLoss(dpo)};
    }
    Objective operator()(const OrpoObjective& orpo) const {
        return {{.promptTargets = PromptTargets::All, .dropout = false}, std::bind_front(orpoLoss, orpo)};
    }
    Objective operator()(const CpoObjective& cpo) const { return {{.dropout = false}, std::bind_front(cpoLoss, cpo)}; }
    Objective operator()(const KtoObjective& kto) const {
        return {{.referenceLogProbs = true, .dropout = false}, std::bind_front(ktoLoss, kto)};
    }
    Objective operator()(const RewardObjective& reward) const {
        return {{.scores = true, .dropout = false}, std::bind_front(rewardLoss, reward)};
    }
    Objective operator()(const GrpoObjective& grpo) const {
        return {.needs = {.divisor = grpo.lossType == "dapo" ? LossDivisor::Tokens : LossDivisor::MicroBatches,
                          .referenceLogProbs = grpo.beta != 0,
                          .temperature = grpo.rollouts.temperature,
                          .oldLogProbs = grpo.rollouts.numIterations > 1},
                .judge = std::bind_front(grpoLoss, grpo),
                .compare = std::bind_front(grpoAdvantages, grpo)};
    }
    Objective operator()(const RlooObjective& rloo) const {
        return {.needs = {.referenceLogProbs = rloo.beta != 0,
                          .temperature = rloo.rollouts.temperature,
                          .oldLogProbs = rloo.beta != 0 || rloo.rollouts.numIterations > 1},
                .judge = std::bind_front(rlooLoss, rloo),
                .compare = std::bind_front(rlooAdvantages, rloo)};
    }
    Objective operator()(const PpoObjective& ppo) const {
        return {.needs = {.referenceLogProbs = true,
                          .temperature = ppo.rollouts.temperature,
                          .oldLogProbs = true,
                          .values = true,
                          .dropout = false},
                .judge = std::bind_front(ppoLoss, ppo),
                .estimate = std::bind_front(ppoEstimates, ppo)};
    }
};

at::Tensor onDevice(const std::vector<std::int64_t>& values, const at::Device& device) {
    return at::tensor(values, at::kLong).to(device);
}

std::vector<std::int64_t> joined(std::vector<std::int64_t> first, const std::vector<std::int64_t>& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

TargetLogProbs partOf(const ops::TokenLogProbs& all, std::int64_t begin, const TargetList& targets) {
    const auto part = [&](const at::Tensor& values_T) { return values_T.slice(0, begin, begin + targets.size()); };
    return {.logProb_T = part(all.logProb_T),
            .entropy_T = part(all.entropy_T),
            .hit_T = part(all.hit_T),
            .meanLogit_T = part(all.meanLogit_T),
            .owner_T = onDevice(targets.owners, all.logProb_T.device())};
}

std::vector<bool> verdictsOf(const MicroBatch& batch) {
    std::vector<bool> verdicts;
    for (const RowPiece& piece : batch.pieces)
        if (const auto verdict = batch.rows[static_cast<std::size_t>(piece.row)].isDesirable)
            verdicts.push_back(*verdict);
    return verdicts;
}

at::Tensor referenceOf(const MicroBatch& batch, std::span<const float> reference, const at::Device& device) {
    std::vector<float> sums;
    for (const RowPiece& piece : batch.pieces) {
        const std::size_t answers = batch.rows[static_cast<std::size_t>(piece.row)].answers.size();
        const auto own = reference.subspan(static_cast<std::size_t>(piece.row) * answers, answers);
        sums.insert(sums.end(), own.begin(), own.end());
    }
    return at::tensor(sums, at::kFloat).to(device);
}

at::Tensor onDevice(const std::vector<float>& values, const at::Device& device) {
    return values.empty() ? at::Tensor() : at::tensor(values, at::kFloat).to(device);
}

void addDrawn(BatchLogProbs& probs, const DrawnFigures& drawn, const at::Device& device) {
    probs.advantage_A = onDevice(drawn.advantages, device);
    probs.old_T = onDevice(drawn.oldLogProbs, device);
    probs.reference_T = onDevice(drawn.referenceLogProbs, device);
    probs.advantage_T = onDevice(drawn.tokenAdvantages, device);
    probs.oldValue_P = onDevice(drawn.oldValues, device);
    probs.return_P = onDevice(drawn.returns, device);
}

// What the value model says at each place: where a target is predicted, and of an answer that ended early at its end.
at::Tensor valuesOf(const ValueCall& values, const ModelCall& call, const TrainBatch& train,
                    const std::vector<std::uint8_t>& endsEarly) {
    std::vector<std::int64_t> rows = train.answers.rows;
    for (std::size_t i = 0; i < endsEarly.size(); ++i)
        if (endsEarly[i] != 0) rows.push_back(train.ends[i]);
    const at::Tensor hidden_ND = values.model.hidden({.batch = train.batch,
                                                      .adapters = values.adapters,
                                                      .compute = call.compute,
                                                      .checkpointing = call.checkpointing});
    return scores(values.model, values.adapters, hidden_ND.index_select(0, onDevice(rows, hidden_ND.device())),
                  call.compute);
}

BatchLogProbs scoresOf(const ModelCall& call, const MicroBatch& batch, const TrainBatch& train,
                       const at::Tensor& hidden_ND) {
    std::vector<float> margins;
    for (const RowPiece& piece : batch.pieces)
        margins.push_back(static_cast<float>(batch.rows[static_cast<std::size_t>(piece.row)].margin));
    const at::Tensor ends_AD = hidden_ND.index_select(0, onDevice(train.ends, hidden_ND.device()));
    return {.answerCount = train.answerCount,
            .rowCount = train.rowCount,
            .score_A = scores(call.model, call.adapters, ends_AD, call.compute),
            .margin_R = at::tensor(margins, at::kFloat).to(hidden_ND.device())};
}

} // namespace

Objective makeObjective(const ObjectiveConfig& config) {
    return std::visit(Maker{}, config);
}

double weightOf(const Objective& objective, const MicroBatch& batch) {
    const std::int64_t targets = targetCount(batch);
    if (objective.needs.divisor == LossDivisor::Tokens) return static_cast<double>(targets);
    return targets > 0 ? 1 : 0;
}

BatchLogProbs batchLogProbs(const ObjectiveNeeds& needs, const ModelCall& call, const MicroBatch& batch,
                            const KnownFigures& known) {
    const at::Device device = call.model.device();
    const TrainBatch train = collate(batch, needs.promptTargets, device);
    const bool drops = call.training && needs.dropout;
    const at::Tensor hidden = call.model.hidden({.batch = train.batch,
                                                 .adapters = call.adapters,
                                                 .compute = call.compute,
                                                 .training = drops,
                                                 .checkpointing = call.checkpointing,
                                                 .dropout = call.dropout,
                                                 .neftuneNoiseAlpha = call.training ? needs.neftuneNoiseAlpha : 0,
                                                 .modelDropout = drops ? call.modelDropout : 0});
    if (needs.scores) return scoresOf(call, batch, train, hidden);
    const ops::TargetTokens targets{onDevice(joined(train.answers.rows, train.prompts.rows), device),
                                    onDevice(joined(train.answers.tokens, train.prompts.tokens), device)};
    ops::Head head = headOf(call.model, call.adapters);
    head.temperature = needs.temperature;
    const ops::TokenLogProbs all = ops::tokenLogProb(hidden, head, targets, call.compute);
    BatchLogProbs result{.answers = partOf(all, 0, train.answers),
                         .prompts = partOf(all, train.answers.size(), train.prompts),
                         .answerCount = train.answerCount,
                         .rowCount = train.rowCount,
                         .isDesirable = verdictsOf(batch)};
    if (!known.reference.empty()) result.reference_A = referenceOf(batch, known.reference, device);
    if (known.drawn != nullptr) addDrawn(result, *known.drawn, device);
    if (needs.values && call.values != nullptr && known.drawn != nullptr)
        result.value_P = valuesOf(*call.values, call, train, known.drawn->endsEarly);
    return result;
}

Judgement evaluate(const Objective& objective, const ModelCall& call, const MicroBatch& batch,
                   const KnownFigures& known) {
    return objective.judge(batchLogProbs(objective.needs, call, batch, known));
}

} // namespace fettle

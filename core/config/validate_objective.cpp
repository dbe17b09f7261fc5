#include "core/config/validate_objective.h"

#include "core/base/translate.h"
#include "core/config/validate_rollouts.h"

#include <algorithm>
#include <array>

namespace fettle {

namespace {

void checkBeta(double beta, const char* hint, ConfigProblems& problems) {
    if (beta == 0) refuse(problems, "objective.beta", FETTLE_TR("With beta 0 no answer is better than another."), hint);
}

bool usesLoss(const DpoObjective& dpo, std::string_view name) {
    if (dpo.lossWeights.empty()) return dpo.lossType == name;
    return std::ranges::any_of(dpo.lossWeights, [&](const auto& weighted) { return weighted.first == name; });
}

void check(const DpoObjective& dpo, const RunConfig&, ConfigProblems& problems) {
    constexpr std::array kSmoothed = {"robust", "exo_pair", "aot", "aot_unpaired"};
    checkBeta(dpo.beta, FETTLE_TR("Choose about 0.1."), problems);
    for (const auto& [name, weight] : dpo.lossWeights)
        if (std::ranges::find(kDpoLossTypes, name) == kDpoLossTypes.end())
            refuse(problems, "objective.loss_weights",
                   {FETTLE_TR("There is no loss called \"{loss}\"."), {{"loss", name}}},
                   FETTLE_TR("Choose among the values of loss_type."));
    if (usesLoss(dpo, "exo_pair") && dpo.labelSmoothing == 0)
        refuse(problems, "objective.label_smoothing",
               FETTLE_TR("The loss exo_pair is infinite without label smoothing."), FETTLE_TR("Choose about 0.001."));
    if (dpo.labelSmoothing > 0 && std::ranges::none_of(kSmoothed, [&](auto name) { return usesLoss(dpo, name); }))
        warn(problems, "objective.label_smoothing",
             {FETTLE_TR("The loss {loss} ignores label_smoothing."), {{"loss", dpo.lossType}}},
             FETTLE_TR("Choose the loss robust."));
}

void check(const CpoObjective& cpo, const RunConfig&, ConfigProblems& problems) {
    checkBeta(cpo.beta, FETTLE_TR("Choose about 0.1, for simpo about 2."), problems);
}

void check(const KtoObjective& kto, const RunConfig& config, ConfigProblems& problems) {
    checkBeta(kto.beta, FETTLE_TR("Choose about 0.1."), problems);
    if (kto.needsKlRows() && config.batch.perDeviceBatchSize < 2)
        refuse(problems, "batch.per_device_batch_size",
               FETTLE_TR("KTO measures each answer against those of other rows in its batch, and there are none."),
               FETTLE_TR("Set per_device_batch_size to 2 or more, or choose the loss apo_zero_unpaired."));
}

void check(const RewardObjective&, const RunConfig& config, ConfigProblems& problems) {
    const bool isLora = std::holds_alternative<LoraConfig>(config.adapter);
    if (!isLora && !std::holds_alternative<NoAdapter>(config.adapter))
        refuse(problems, "adapter.kind", FETTLE_TR("A reward model is trained by LoRA or whole."),
               FETTLE_TR("Choose the adapter lora or none."));
    if (!config.evaluation.samplePrompts.empty())
        refuse(problems, "evaluation.sample_prompts", FETTLE_TR("A reward model gives scores and writes no answers."),
               FETTLE_TR("Remove the sample prompts."));
}

void check(const PpoObjective&, const RunConfig& config, ConfigProblems& problems) {
    const bool isLora = std::holds_alternative<LoraConfig>(config.adapter);
    const auto* full = std::get_if<NoAdapter>(&config.adapter);
    if (!isLora && (full == nullptr || *full != NoAdapter{}))
        refuse(problems, "adapter.kind", FETTLE_TR("The value model of PPO is trained by LoRA or whole."),
               FETTLE_TR("Choose the adapter lora or none, or the objective grpo."));
    if (config.model.init)
        refuse(problems, "model.init", FETTLE_TR("A fresh model has no answers to learn from."),
               FETTLE_TR("Choose a model that answers, or the objective \"pretrain\"."));
}

// Most have no rules beside the ranges of their fields.
template <class Own>
void check(const Own&, const RunConfig&, ConfigProblems&) {}

bool judgesAnswers(const ObjectiveConfig& objective) {
    return answersPerRow(objective) > 1 || needsLabels(objective) || rolloutsOf(objective) != nullptr;
}

void checkJudged(const RunConfig& config, ConfigProblems& problems) {
    if (config.data.packing)
        refuse(problems, "data.packing", FETTLE_TR("Rows whose answers are judged or compared cannot be packed."),
               FETTLE_TR("Switch packing off; batches have no padding in any case."));
    if (config.model.dropout > 0)
        warn(problems, "model.dropout",
             FETTLE_TR("Dropout has no effect: this objective measures the model against itself, which must not vary."),
             FETTLE_TR("Set model.dropout to 0."));
    if (config.data.trainOn == "everything")
        warn(problems, "data.train_on", FETTLE_TR("train_on has no effect: this objective judges or compares answers."),
             FETTLE_TR("Leave it at answers."));
}

} // namespace

void checkObjective(const RunConfig& config, ConfigProblems& problems) {
    std::visit([&](const auto& own) { check(own, config, problems); }, config.objective);
    const RolloutConfig* rollouts = rolloutsOf(config.objective);
    if (rollouts != nullptr) checkRollouts(*rollouts, config.data.maxLength, problems);
    if (judgesAnswers(config.objective)) checkJudged(config, problems);
}

} // namespace fettle

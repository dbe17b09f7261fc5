#include "core/train/value_model.h"

#include "core/source/score_head.h"
#include "core/text/scored_token.h"
#include "core/train/scored_model.h"

namespace fettle {

namespace {

// Of the run's own base, which learns to score from nothing.
ScoredModel freshlyScored(const RunParts& parts) {
    return {.base = parts.inputs.base,
            .architecture = withScoreHead(parts.inputs.architecture, paddingIdOf(*parts.inputs.text.tokenizer)),
            .isAdapter = false,
            .isScoredByAdapter = true};
}

AdapterConfig adapterOf(const RunConfig& config, const std::string& folder, bool goesOn) {
    if (goesOn) return LoraConfig{.initFrom = folder};
    LoraConfig fresh = std::get<LoraConfig>(config.adapter);
    fresh.initFrom.reset();
    return fresh;
}

} // namespace

NamedTensors withValues(const Trainable& trainable, const std::optional<Trainable>& values) {
    NamedTensors all = trainable.parameters();
    if (values)
        for (const auto& [name, tensor] : values->parameters())
            all.emplace_back("value." + name, tensor);
    return all;
}

bool hasValueModel(const RunConfig& config) {
    return std::holds_alternative<PpoObjective>(config.objective);
}

Trainable loadValueModel(const RunParts& parts, const CancelFlag& stop) {
    const RewardConfig& rewards = rolloutsOf(parts.config.objective)->rewards;
    const std::string key = "objective.reward_model_path";
    const bool hasModel = hasReward(rewards, "model");
    const ScoredModel scored = hasModel ? openScored({rewards.rewardModelPath, key}, parts) : freshlyScored(parts);
    const bool isFull = std::holds_alternative<NoAdapter>(parts.config.adapter) && !scored.isAdapter;
    const auto seed = static_cast<std::uint64_t>(parts.config.seed);
    auto model = loadModel(scored.architecture, TensorSource::open(scored.base->tensors()),
                           {.dtype = scalarType(parts.plan.modelDtype),
                            .device = parts.device,
                            .freshScore = scored.isScoredByAdapter ? std::optional(seed) : std::nullopt,
                            .trainable = isFull,
                            .stop = &stop});
    std::optional<Adapter> adapter;
    if (!isFull)
        adapter = Adapter::make(adapterOf(parts.config, rewards.rewardModelPath, scored.isAdapter), *model, seed);
    return Trainable(std::move(model), std::move(adapter));
}

} // namespace fettle

#include "core/plan/inputs.h"

#include "core/base/error.h"
#include "core/plan/plan.h"
#include "core/source/score_head.h"
#include "core/text/scored_token.h"

namespace fettle {

namespace {

std::vector<std::filesystem::path> startingAdapter(const RunConfig& config) {
    const auto folder = initFromOf(config.adapter);
    return folder ? std::vector<std::filesystem::path>{*folder} : std::vector<std::filesystem::path>{};
}

// A run that would learn nothing but the set: its rows are those of supervised tuning, whatever the objective.
RunConfig configOf(const EvaluationSetConfig& set, RunConfig config) {
    config.objective = SftObjective{};
    config.data.train = {set.file};
    config.data.validation.clear();
    config.data.validationSplit = 0;
    config.data.trainShare = 1;
    return config;
}

} // namespace

Architecture trainedArchitecture(const RunConfig& config, const BaseModel& base, std::optional<TokenId> padding) {
    const auto& fresh = config.model.init;
    Architecture architecture = fresh ? parseArchitecture(fresh->config) : base.architecture();
    if (needsScore(config.objective)) return withScoreHead(std::move(architecture), padding);
    if (architecture.score)
        throw Error{ErrorKind::BadConfig,
                    "The base is a reward model: it gives scores and writes no answers.",
                    "Choose a model that writes text, or the objective reward.",
                    {{"key", "model.path"}}};
    return architecture;
}

RunInputs readInputs(const RunConfig& config, const Work& work, const TokenCache& cache) {
    const auto& fresh = config.model.init;
    RunInputs inputs{.base = BaseModel::open(fresh ? fresh->tokenizer : config.model.path)};
    inputs.text = readTextSide(*inputs.base, startingAdapter(config), config.data.chatTemplate.value_or(""));
    inputs.architecture = trainedArchitecture(config, *inputs.base, paddingIdOf(*inputs.text.tokenizer));
    RunConfig clamped = config;
    clamped.data.maxLength = effectiveMaxLength(config.data, inputs.architecture);
    inputs.data = prepareData(clamped, inputs.text.tokenizer, inputs.text.chatTemplate, inputs.architecture.vocabSize,
                              work, cache);
    for (const EvaluationSetConfig& set : config.evaluation.sets)
        inputs.sets[set.name] = prepareData(configOf(set, clamped), inputs.text.tokenizer, inputs.text.chatTemplate,
                                            inputs.architecture.vocabSize, work, cache)
                                    .train;
    return inputs;
}

TokenizeRules readRules(const std::string& model, const DataConfig& data) {
    const auto base = BaseModel::open(model);
    const TextSide text = readTextSide(*base, {}, data.chatTemplate.value_or(""));
    const Architecture architecture = base->architecture();
    TokenizeRules rules = tokenizeRules(data, text.tokenizer, text.chatTemplate);
    rules.maxLength = effectiveMaxLength(data, architecture);
    rules.vocabSize = architecture.vocabSize;
    rules.answers = 0;
    return rules;
}

} // namespace fettle

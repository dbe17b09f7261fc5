#include "core/plan/inputs.h"

#include "core/base/error.h"
#include "core/base/translate.h"
#include "core/library/text_change.h"
#include "core/source/score_head.h"
#include "core/source/vocabulary.h"
#include "core/text/scored_token.h"

#include <algorithm>

namespace fettle {

namespace {

std::vector<std::filesystem::path> startingAdapter(const RunConfig& config) {
    const auto folder = initFromOf(config.adapter);
    return folder ? std::vector<std::filesystem::path>{*folder} : std::vector<std::filesystem::path>{};
}

void checkMarkers(const TextSide& text, std::vector<ConfigProblem>& problems) {
    for (const std::string& marker : brokenMarkers(*text.chatTemplate, *text.tokenizer))
        warn(
            problems, "data.chat_template",
            {FETTLE_TR("The chat template writes {token}, which the tokenizer cuts into pieces."), {{"token", marker}}},
            FETTLE_TR("Name it in model.add_special_tokens, so that it becomes one token."));
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

TextSide textOf(const RunConfig& config, const BaseModel& base) {
    return readTextSide(base, startingAdapter(config),
                        {config.data.chatTemplate.value_or(""), config.model.addSpecialTokens});
}

AdapterConfig withAddedTokens(AdapterConfig adapter, const TextSide& text) {
    if (text.addedIds.empty() || std::holds_alternative<NoAdapter>(adapter)) return adapter;
    auto* lora = std::get_if<LoraConfig>(&adapter);
    if (lora == nullptr)
        throw Error{ErrorKind::BadConfig,
                    "The run adds " + std::to_string(text.addedIds.size()) +
                        " tokens to the tokenizer, whose rows only LoRA and full tuning train.",
                    "Choose adapter.kind lora or none, or a chat template whose tokens the model has.",
                    {{"key", "adapter.kind"}}};
    if (lora->initFrom)
        throw Error{ErrorKind::BadConfig,
                    *lora->initFrom + " has no rows for the " + std::to_string(text.addedIds.size()) +
                        " tokens that the run adds.",
                    "Merge it first and start from the merged model.",
                    {{"key", "adapter.init_from"}}};
    std::vector<std::int64_t>& ids = lora->trainableTokenIndices;
    for (const TokenId id : text.addedIds)
        if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    return adapter;
}

Architecture trainedArchitecture(const RunConfig& config, const BaseModel& base, const TextSide& text) {
    const auto& fresh = config.model.init;
    Architecture architecture =
        fresh ? withVocabulary(parseArchitecture(fresh->config), text.addedIds.empty() ? 0 : text.tokenizer->size())
              : architectureFor(base, text);
    if (needsScore(config.objective)) return withScoreHead(std::move(architecture), paddingIdOf(*text.tokenizer));
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
    inputs.text = textOf(config, *inputs.base);
    inputs.architecture = trainedArchitecture(config, *inputs.base, inputs.text);
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

Plan makePlan(const RunConfig& config, const RunInputs& inputs, const DeviceFacts& device) {
    RunConfig full = config;
    full.adapter = withAddedTokens(config.adapter, inputs.text);
    Plan plan = makePlan(full, inputs.architecture, inputs.data, device);
    for (const TokenId id : inputs.text.addedIds)
        plan.addedTokens.push_back(inputs.text.tokenizer->piece(id));
    if (config.data.chatTemplate) checkMarkers(inputs.text, plan.warnings);
    return plan;
}

TokenizeRules readRules(const std::string& model, const DataConfig& data) {
    const auto base = BaseModel::open(model);
    const TextSide text =
        readTextSide(*base, {}, {.chatTemplate = data.chatTemplate.value_or(""), .addSpecialTokens = {}});
    const Architecture architecture = architectureFor(*base, text);
    TokenizeRules rules = tokenizeRules(data, text.tokenizer, text.chatTemplate);
    rules.maxLength = effectiveMaxLength(data, architecture);
    rules.vocabSize = architecture.vocabSize;
    rules.answers = 0;
    return rules;
}

} // namespace fettle

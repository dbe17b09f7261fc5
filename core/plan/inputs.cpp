#include "core/plan/inputs.h"

#include "core/plan/plan.h"

namespace fettle {

namespace {

std::vector<std::filesystem::path> startingAdapter(const RunConfig& config) {
    const auto folder = initFromOf(config.adapter);
    return folder ? std::vector<std::filesystem::path>{*folder} : std::vector<std::filesystem::path>{};
}

} // namespace

RunInputs readInputs(const RunConfig& config, const Work& work, const TokenCache& cache) {
    const auto& fresh = config.model.init;
    RunInputs inputs{.base = BaseModel::open(fresh ? fresh->tokenizer : config.model.path)};
    inputs.architecture = fresh ? parseArchitecture(fresh->config) : inputs.base->architecture();
    inputs.text = readTextSide(*inputs.base, startingAdapter(config), config.data.chatTemplate.value_or(""));
    RunConfig clamped = config;
    clamped.data.maxLength = effectiveMaxLength(config.data, inputs.architecture);
    inputs.data = prepareData(clamped, inputs.text.tokenizer, inputs.text.chatTemplate, inputs.architecture.vocabSize,
                              work, cache);
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

#include "core/plan/inputs.h"

#include "core/plan/plan.h"
#include "core/source/base_models.h"

namespace fettle {

RunInputs readInputs(const RunConfig& config, const Work& work, const TokenCache& cache) {
    const auto& fresh = config.model.init;
    RunInputs inputs{.folder = resolveModel(fresh ? fresh->tokenizer : config.model.path)};
    inputs.architecture = fresh ? parseArchitecture(fresh->config) : readArchitecture(inputs.folder);
    inputs.tokenizer = Tokenizer::load(inputs.folder);
    inputs.chatTemplate = ChatTemplate::load(inputs.folder, config.data.chatTemplate.value_or(""));
    RunConfig clamped = config;
    clamped.data.maxLength = effectiveMaxLength(config.data, inputs.architecture);
    inputs.data = prepareData(clamped, inputs.tokenizer, inputs.chatTemplate, work, cache);
    return inputs;
}

} // namespace fettle

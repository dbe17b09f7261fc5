#include "core/plan/inputs.h"

#include "core/plan/plan.h"
#include "core/source/base_models.h"

namespace fettle {

namespace {

// The progress of each row is also where a stop is obeyed.
ProgressCallback stoppable(const ProgressCallback& progress, const CancelFlag& stop) {
    return [&progress, &stop](std::int64_t done, std::int64_t total) {
        stop.throwIfRequested();
        if (progress) progress(done, total);
    };
}

} // namespace

RunInputs readInputs(const RunConfig& config, const ProgressCallback& progress, const CancelFlag& stop) {
    const auto& fresh = config.model.init;
    RunInputs inputs{.folder = resolveModel(fresh ? fresh->tokenizer : config.model.path)};
    inputs.architecture = fresh ? parseArchitecture(fresh->config) : readArchitecture(inputs.folder);
    inputs.tokenizer = Tokenizer::load(inputs.folder);
    inputs.chatTemplate = ChatTemplate::load(inputs.folder, config.data.chatTemplate.value_or(""));
    RunConfig clamped = config;
    clamped.data.maxLength = effectiveMaxLength(config.data, inputs.architecture);
    inputs.data = prepareData(clamped, inputs.tokenizer, inputs.chatTemplate, stoppable(progress, stop));
    return inputs;
}

} // namespace fettle

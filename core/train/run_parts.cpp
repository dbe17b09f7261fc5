#include "core/train/run_parts.h"

#include "core/device/device.h"
#include "core/plan/parameters.h"
#include "core/plan/plan_warnings.h"

namespace fettle {

namespace {

ProgressCallback reportEach(const EventSink& events, const char* phase) {
    return everyPercent([&events, phase](std::int64_t done, std::int64_t total) {
        events({{"type", "progress"}, {"phase", phase}, {"done", done}, {"total", total}});
    });
}

void keepResolved(Plan& plan, const RunState& state) {
    plan.computeDtype = state.computeDtype;
    plan.modelDtype = state.modelDtype;
    plan.gradientCheckpointing = state.gradientCheckpointing;
}

ErrorKind kindOf(const ConfigProblem& problem) {
    if (problem.key == kMemoryKey) return ErrorKind::OutOfMemory;
    return problem.key == "data.train" ? ErrorKind::BadDataset : ErrorKind::BadConfig;
}

// What cannot start does not: the first finding that refuses, as an error.
void refuseFindings(const std::vector<ConfigProblem>& findings, const Facts& more = {}) {
    for (const ConfigProblem& finding : findings) {
        if (finding.isWarning) continue;
        Facts facts = more;
        facts["key"] = finding.key;
        throw Error{kindOf(finding), finding.message, finding.hint, facts};
    }
}

} // namespace

RunParts prepareRun(const RunConfig& config, const std::optional<RunState>& resumed, const EventSink& events,
                    const CancelFlag& stop, const TokenCache& cache) {
    refuseFindings(validate(config));
    RunParts parts{.config = config};
    parts.device = resolveDevice(resumed ? resumed->device : config.device);
    setThreads(resumed ? resumed->threads : static_cast<int>(config.threads));
    allowTf32(config.precision.tf32);
    const DeviceFacts facts = deviceFacts(describeDevices(), parts.device.str());
    refuseFindings(precisionFindings(resumed ? resumed->computeDtype : computeType(config, facts), facts));
    parts.inputs = readInputs(
        config,
        {.progress = reportEach(events, "tokenizing"), .stop = &stop, .threads = static_cast<int>(config.threads)},
        cache);
    stop.throwIfRequested();
    parts.plan = makePlan(config, parts.inputs, facts);
    parts.config.data.maxLength = parts.plan.maxLength;
    if (resumed) keepResolved(parts.plan, *resumed);
    refuseFindings(parts.plan.warnings, {{"needed_bytes", std::to_string(parts.plan.memory.total())},
                                         {"available_bytes", std::to_string(parts.plan.memoryAvailable)}});
    parts.compute = scalarType(parts.plan.computeDtype);
    return parts;
}

std::optional<ops::Quantization> quantizationOf(const QuantizationConfig& config) {
    if (!isQuantized(config)) return std::nullopt;
    const Json written = toJson(RunConfig{.model = {.quantization = config}}).at("model").at("quantization");
    return ops::Quantization{written.at("kind").get<std::string>(), written.value("double_quant", true)};
}

namespace {

std::unique_ptr<CausalLM> load(const RunParts& parts, const LoadOptions& options) {
    if (parts.config.model.init)
        return initModel(parts.inputs.architecture, static_cast<std::uint64_t>(parts.config.seed), options);
    return loadModel(parts.inputs.architecture, TensorSource::open(parts.inputs.base->tensors()), options);
}

} // namespace

std::unique_ptr<CausalLM> loadFrozen(const RunParts& parts, const CancelFlag& stop) {
    return load(parts, {.dtype = scalarType(parts.plan.modelDtype),
                        .device = parts.device,
                        .quantization = quantizationOf(parts.config.model.quantization),
                        .stop = &stop});
}

Trainable loadTrainable(const RunParts& parts, const EventSink& events, const CancelFlag& stop) {
    events({{"type", "progress"}, {"phase", "loading"}, {"done", 0}, {"total", 1}});
    const auto seed = static_cast<std::uint64_t>(parts.config.seed);
    const auto* full = std::get_if<NoAdapter>(&parts.config.adapter);
    const LoadOptions options{.dtype = scalarType(parts.plan.modelDtype),
                              .device = parts.device,
                              .quantization = quantizationOf(parts.config.model.quantization),
                              .freshScore = seed,
                              .trainable = full != nullptr,
                              .trainedModules = trainedNames(parts.config.adapter, parts.inputs.architecture),
                              .stop = &stop};
    auto model = load(parts, options);
    std::optional<Adapter> adapter;
    const auto idsOf = [&](const std::string& text) {
        return parts.inputs.text.tokenizer->encode(text, SpecialTokens::Add).ids;
    };
    if (full == nullptr)
        adapter = Adapter::make(withAddedTokens(parts.config.adapter, parts.inputs.text), *model, seed, idsOf);
    events({{"type", "progress"}, {"phase", "loading"}, {"done", 1}, {"total", 1}});
    return Trainable(std::move(model), std::move(adapter));
}

} // namespace fettle

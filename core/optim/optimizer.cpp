#include "core/optim/optimizer.h"

#include "core/base/error.h"
#include "core/ops/weight_generation.h"
#include "core/optim/adafactor.h"
#include "core/optim/adamw.h"
#include "core/optim/adamw_8bit.h"
#include "core/optim/grouped_optimizer.h"
#include "core/optim/lion.h"
#include "core/optim/muon.h"
#include "core/optim/sgd.h"

#include <algorithm>
#include <cctype>

namespace fettle {

namespace {

bool isNormSegment(const std::string& segment) {
    return segment == "norm" || segment.ends_with("_norm");
}

// The table of optimizers: which class serves which configuration.
std::unique_ptr<Optimizer> make(const AdamWConfig& own, double weightDecay, const NamedTensors& parameters) {
    return std::make_unique<AdamW>(own, weightDecay, parameters);
}
std::unique_ptr<Optimizer> make(const AdamW8bitConfig& own, double weightDecay, const NamedTensors& parameters) {
    return std::make_unique<AdamW8bit>(own, weightDecay, parameters);
}
std::unique_ptr<Optimizer> make(const AdafactorConfig& own, double weightDecay, const NamedTensors& parameters) {
    return std::make_unique<Adafactor>(own, weightDecay, parameters);
}
std::unique_ptr<Optimizer> make(const LionConfig& own, double weightDecay, const NamedTensors& parameters) {
    return std::make_unique<Lion>(own, weightDecay, parameters);
}
std::unique_ptr<Optimizer> make(const Lion8bitConfig& own, double weightDecay, const NamedTensors& parameters) {
    return std::make_unique<Lion8bit>(own, weightDecay, parameters);
}
std::unique_ptr<Optimizer> make(const SgdConfig& own, double weightDecay, const NamedTensors& parameters) {
    return std::make_unique<Sgd>(own, weightDecay, parameters);
}
std::unique_ptr<Optimizer> make(const MuonConfig& own, double weightDecay, const NamedTensors& parameters) {
    return std::make_unique<Muon>(own, weightDecay, parameters);
}

} // namespace

void Optimizer::step(double learningRate) {
    ++m_steps;
    update(learningRate);
    for (const auto& [name, parameter] : m_parameters)
        ops::markWritten(parameter);
}

void Optimizer::restore(const TensorSource& source, std::int64_t steps) {
    const at::NoGradGuard noGrad;
    for (auto& [name, target] : state()) {
        const at::Tensor stored = source.tensor(name);
        if (stored.sizes() != target.sizes())
            throw Error{ErrorKind::BadFile,
                        "The optimizer state \"" + name + "\" has another shape than its parameter.",
                        "The checkpoint belongs to another run.",
                        {{"tensor", name}}};
        target.copy_(stored);
    }
    m_steps = steps;
}

bool isDecayed(const std::string& parameterName) {
    std::string name = parameterName;
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    for (const char* part : {"bias", "layernorm", "rmsnorm"})
        if (name.find(part) != std::string::npos) return false;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('.', begin), name.size());
        if (isNormSegment(name.substr(begin, end - begin))) return false;
        begin = end + 1;
    }
    return true;
}

std::unique_ptr<Optimizer> makeOptimizer(const OptimizerConfig& config, const NamedTensors& parameters) {
    return std::visit(
        [&](const auto& own) -> std::unique_ptr<Optimizer> { return make(own, config.weightDecay, parameters); },
        config.kind);
}

std::unique_ptr<Optimizer> makeOptimizer(const OptimizerConfig& config, const std::vector<ParameterGroup>& groups) {
    if (groups.size() == 1 && groups.front().rateRatio == 1) return makeOptimizer(config, groups.front().parameters);
    std::vector<GroupedOptimizer::Group> made;
    for (const ParameterGroup& group : groups)
        made.push_back({makeOptimizer(config, group.parameters), group.rateRatio});
    return std::make_unique<GroupedOptimizer>(std::move(made));
}

} // namespace fettle

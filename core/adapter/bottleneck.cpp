// Bottlenecks (arXiv:1902.00751; beside a block: arXiv:2110.04366): h + scale up(act(down(x))).
#include "core/source/adapters/bottleneck.h"

#include "core/adapter/slot_filler.h"
#include "core/model/named_generator.h"

#include <cmath>

namespace fettle {

namespace {

// Normal values of standard deviation 0.01, cut at two of them by the inverse of the distribution.
at::Tensor truncatedNormal(const AdapterTensor& tensor, std::uint64_t seed) {
    constexpr double kDeviation = 0.01;
    const double edge = std::erf(2 / std::sqrt(2.0));
    return at::empty(tensor.shape)
        .uniform_(-edge, edge, namedGenerator(seed, tensor.name))
        .erfinv_()
        .mul_(kDeviation * std::sqrt(2.0))
        .clamp_(-2 * kDeviation, 2 * kDeviation);
}

at::Tensor startBottleneck(const AdapterConfig& config, const AdapterTensor& tensor, const AdapterStart& from) {
    const std::uint64_t seed = from.seed;
    const std::string& start = std::get<BottleneckConfig>(config).initWeights;
    if (tensor.shape.size() == 1) return at::zeros(tensor.shape);
    if (start == "houlsby") return truncatedNormal(tensor, seed);
    if (start == "bert") return at::empty(tensor.shape).normal_(0, 0.02, namedGenerator(seed, tensor.name));
    const bool isUp = tensor.name.ends_with(".adapter_up.weight");
    return isUp ? at::zeros(tensor.shape) : kaimingUniform(tensor, seed);
}

ops::Activation activationOf(const std::string& nonLinearity) {
    if (nonLinearity == "swish") return ops::Activation::Silu;
    return ops::activationNamed(nonLinearity == "gelu_new" ? "gelu_tanh" : nonLinearity);
}

void fillBottleneck(const AdapterConfig& config, const TensorsByName& tensors, const SlotBase& base, Slots& slots) {
    const auto& own = std::get<BottleneckConfig>(config);
    slots.layers.resize(base.architecture.layers.size());
    for (std::size_t layer = 0; layer < slots.layers.size(); ++layer) {
        const auto put = [&](BottleneckPlace place, std::optional<BottleneckSlot>& slot) {
            const BottleneckNames names = bottleneckNames(base.architecture, layer, place);
            slot = BottleneckSlot{.down = tensors.at(names.down),
                                  .downBias = tensors.at(names.downBias),
                                  .up = tensors.at(names.up),
                                  .upBias = tensors.at(names.upBias),
                                  .activation = activationOf(own.nonLinearity),
                                  .scale = own.scaling};
        };
        LayerSlots& here = slots.layers[layer];
        if (own.mhAdapter) put(BottleneckPlace::Attention, here.afterAttention);
        if (own.outputAdapter) put(BottleneckPlace::Output, own.isParallel ? here.besideMlp : here.afterMlp);
    }
}

} // namespace

SlotFiller bottleneckFiller() {
    return {.start = startBottleneck,
            .fill = fillBottleneck,
            .whyNotMerged = "A bottleneck cannot be merged: what it adds is no linear function of its input."};
}

} // namespace fettle

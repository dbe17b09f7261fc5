#include "core/adapter/encoder.h"

#include "core/model/named_generator.h"
#include "core/ops/weight_generation.h"
#include "core/source/adapters/encoder.h"

#include <algorithm>
#include <cmath>

namespace fettle {

namespace {

const AdapterTensor& named(const std::vector<AdapterTensor>& all, const std::string& name) {
    return *std::find_if(all.begin(), all.end(), [&](const AdapterTensor& each) { return each.name == name; });
}

// What decides the range of a tensor's start values.
std::int64_t fanIn(const std::vector<AdapterTensor>& all, const AdapterTensor& tensor) {
    if (tensor.name.starts_with("lstm_head.")) return tensor.shape[0] / 4;
    const bool isBias = tensor.name.ends_with(".bias");
    const std::string layer = tensor.name.substr(0, tensor.name.rfind('.'));
    return (isBias ? named(all, layer + ".weight") : tensor).shape[1];
}

// Slots that were made outside autograd, and how often their leaves had been written then.
struct KeptSlots {
    std::shared_ptr<const Slots> slots;
    std::uint64_t generation = 0;
};

std::uint64_t generationOf(const TensorsByName& leaves) {
    std::uint64_t sum = 0;
    for (const auto& [name, leaf] : leaves)
        sum += ops::generationOf(leaf);
    return sum;
}

} // namespace

at::Tensor startOfEncoder(const std::vector<AdapterTensor>& all, const AdapterTensor& tensor, std::uint64_t seed) {
    const at::Tensor values = at::empty(tensor.shape);
    const at::Generator generator = namedGenerator(seed, tensor.name);
    if (tensor.name == kEncoderEmbedding) return values.normal_(0, 1, generator);
    const double bound = 1 / std::sqrt(static_cast<double>(fanIn(all, tensor)));
    return values.uniform_(-bound, bound, generator);
}

at::Tensor linearLayer(const TensorsByName& tensors, const std::string& layer, const at::Tensor& x) {
    return at::linear(x, tensors.at(layer + ".weight"), tensors.at(layer + ".bias"));
}

std::function<std::shared_ptr<const Slots>()> encoding(const TensorsByName& leaves, std::function<Slots()> make) {
    return [leaves, make = std::move(make), kept = std::make_shared<KeptSlots>()]() -> std::shared_ptr<const Slots> {
        if (at::GradMode::is_enabled()) return std::make_shared<const Slots>(make());
        const std::uint64_t generation = generationOf(leaves);
        if (!kept->slots || kept->generation != generation) *kept = {std::make_shared<const Slots>(make()), generation};
        return kept->slots;
    };
}

} // namespace fettle

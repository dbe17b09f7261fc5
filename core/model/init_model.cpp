#include "core/model/families.h"

namespace fettle {

at::Tensor freshMatrix(const Architecture& architecture, std::uint64_t seed, const std::string& name,
                       at::IntArrayRef shape) {
    return at::normal(0, architecture.initializerRange, shape, namedGenerator(seed, name));
}

std::unique_ptr<CausalLM> initModel(const Architecture& architecture, std::uint64_t seed, const LoadOptions& options) {
    // transformers' _init_weights: norms the identity, biases 0, every matrix N(0, initializer_range).
    const bool startsAtZero = architecture.norm == NormKind::RmsOffset;
    const auto origin = [&](const std::string& name, at::IntArrayRef shape) {
        throwIfRequested(options.stop);
        if (name.ends_with(".bias")) return at::zeros(shape);
        if (shape.size() == 1) return startsAtZero ? at::zeros(shape) : at::ones(shape);
        return freshMatrix(architecture, seed, name, shape);
    };
    WeightStore weights(architecture, origin, options);
    return makeModel(architecture, weights, options.device);
}

} // namespace fettle

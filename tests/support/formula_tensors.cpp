#include "tests/support/formula_tensors.h"

#include "core/ops/weight_generation.h"

namespace fettle::test {

namespace {

std::uint64_t fnv1a(const std::string& text) {
    std::uint64_t state = 0xCBF29CE484222325;
    for (const unsigned char byte : text)
        state = (state ^ byte) * 0x100000001B3;
    return state;
}

std::uint64_t splitmix64(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
    return x ^ (x >> 31);
}

} // namespace

at::Tensor formulaTensor(const std::string& name, at::IntArrayRef sizes, double scale) {
    at::Tensor tensor = at::empty(sizes, at::kFloat);
    std::uint64_t state = fnv1a(name);
    float* values = tensor.mutable_data_ptr<float>();
    for (std::int64_t i = 0; i < tensor.numel(); ++i) {
        state += 0x9E3779B97F4A7C15;
        const double u = static_cast<double>(splitmix64(state) >> 40) / (1 << 24);
        values[i] = static_cast<float>((2 * u - 1) * scale);
    }
    return tensor;
}

void writeFormulaAdapter(const std::filesystem::path& folder, const CausalLM& model, const AdapterConfig& config) {
    const Adapter adapter = Adapter::make(config, model, /*seed=*/1);
    for (const auto& [name, tensor] : adapter.tensors())
        ops::writeWeight(tensor, formulaTensor(name, tensor.sizes()));
    adapter.save(folder, "base");
}

} // namespace fettle::test

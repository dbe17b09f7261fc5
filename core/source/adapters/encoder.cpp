#include "core/source/adapters/encoder.h"

namespace fettle {

std::vector<AdapterTensor> linearTensors(const std::string& layer, std::int64_t out, std::int64_t in) {
    return {{layer + ".weight", {out, in}}, {layer + ".bias", {out}}};
}

std::vector<AdapterTensor> joined(const std::vector<std::vector<AdapterTensor>>& parts) {
    std::vector<AdapterTensor> all;
    for (const auto& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

std::vector<AdapterTensor> lstmTensors(const std::string& name, std::int64_t in, std::int64_t hidden,
                                       std::int64_t layers) {
    std::vector<AdapterTensor> all;
    for (std::int64_t layer = 0; layer < layers; ++layer)
        for (const char* direction : {"", "_reverse"}) {
            const std::string end = "_l" + std::to_string(layer) + direction;
            all.push_back({name + ".weight_ih" + end, {4 * hidden, layer == 0 ? in : 2 * hidden}});
            all.push_back({name + ".weight_hh" + end, {4 * hidden, hidden}});
            all.push_back({name + ".bias_ih" + end, {4 * hidden}});
            all.push_back({name + ".bias_hh" + end, {4 * hidden}});
        }
    return all;
}

} // namespace fettle

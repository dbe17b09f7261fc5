#include "core/ops/storage/storage.h"

#include "core/base/error.h"

#include <map>

namespace fettle::ops {

std::unique_ptr<Storage> quantizedStorage(const Quantization& how, const at::Tensor& weight_OI) {
    using Make = std::unique_ptr<Storage> (*)(const Quantization&, const at::Tensor&);
    static const std::map<std::string, Make> kKinds = {
        {"int8", [](const Quantization&, const at::Tensor& weight) { return int8Storage(weight); }},
        {"nf4", [](const Quantization& own, const at::Tensor& weight) { return nf4Storage(weight, own.doubleQuant); }},
    };
    const auto found = kKinds.find(how.kind);
    if (found == kKinds.end())
        throw Error{ErrorKind::BadConfig,
                    "\"" + how.kind + "\" is no way to quantise weights.",
                    "Choose int8 or nf4.",
                    {{"key", "model.quantization"}}};
    return found->second(how, weight_OI);
}

} // namespace fettle::ops

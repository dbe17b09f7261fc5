#include "core/ops/storage/storage.h"

#include "core/base/error.h"

#include <map>

namespace fettle::ops {

std::unique_ptr<Storage> quantizedStorage(const std::string& kind, const at::Tensor& weight_OI) {
    static const std::map<std::string, std::unique_ptr<Storage> (*)(const at::Tensor&)> kKinds = {
        {"int8", &int8Storage},
    };
    const auto found = kKinds.find(kind);
    if (found == kKinds.end())
        throw Error{ErrorKind::BadConfig,
                    "\"" + kind + "\" is no way to quantise weights.",
                    "Choose int8.",
                    {{"key", "model.quantization"}}};
    return found->second(weight_OI);
}

} // namespace fettle::ops

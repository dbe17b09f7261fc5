#include "core/adapter/slot_filler.h"

#include "core/base/error.h"
#include "core/model/named_generator.h"

#include <array>
#include <cmath>

namespace fettle {

const SlotFiller& slotFiller(const AdapterConfig& config) {
    // In the order of AdapterConfig's alternatives after NoAdapter.
    static const std::array kFillers = {loraFiller(), prefixTuningFiller(), bottleneckFiller(),
                                        ia3Filler(),  promptTuningFiller(), pTuningFiller()};
    static_assert(std::tuple_size_v<decltype(kFillers)> + 1 == std::variant_size_v<AdapterConfig>);
    if (config.index() == 0) throw Error{ErrorKind::Internal, "Full tuning has no adapter."};
    return kFillers[config.index() - 1];
}

at::Tensor kaimingUniform(const AdapterTensor& tensor, std::uint64_t seed) {
    const double bound = 1 / std::sqrt(static_cast<double>(tensor.shape.at(1)));
    return at::empty(tensor.shape).uniform_(-bound, bound, namedGenerator(seed, tensor.name));
}

} // namespace fettle

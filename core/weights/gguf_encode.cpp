#include "core/weights/gguf_encode.h"

#include "core/base/error.h"
#include "core/weights/ggml_blocks.h"

#include <cstring>

namespace fettle {

namespace {

std::optional<at::ScalarType> plainType(const GgmlType& type) {
    const std::string_view name = type.name;
    if (name == "F32") return at::kFloat;
    if (name == "F16") return at::kHalf;
    if (name == "BF16") return at::kBFloat16;
    return std::nullopt;
}

void refuseNonFinite(const at::Tensor& values, const GgmlType& type) {
    if (at::isfinite(values).all().item<bool>()) return;
    throw Error{ErrorKind::NonFinite,
                std::string("The weights hold infinite numbers or NaN, or numbers that do not fit into ") + type.name +
                    ".",
                "Take bf16 or f32; if that fails as well, the training went astray.",
                {{"type", type.name}}};
}

} // namespace

std::vector<std::byte> encodedTensor(const GgmlType& type, const at::Tensor& tensor) {
    const at::Tensor values = tensor.detach().to(at::kCPU).to(at::kFloat).contiguous();
    if (const auto plain = plainType(type)) {
        const at::Tensor cast = values.to(*plain);
        refuseNonFinite(cast, type);
        const auto* begin = static_cast<const std::byte*>(cast.const_data_ptr());
        return {begin, begin + cast.nbytes()};
    }
    refuseNonFinite(values, type);
    if (values.dim() == 0 || values.size(-1) % type.blockValues != 0)
        throw Error{ErrorKind::Internal, std::string("Rows that are no whole blocks of ") + type.name + "."};
    std::vector<std::byte> blocks(static_cast<std::size_t>(values.numel() / type.blockValues * type.blockBytes));
    quantize(type, {values.const_data_ptr<float>(), static_cast<std::size_t>(values.numel())}, blocks);
    return blocks;
}

} // namespace fettle

#include "core/config/optimizer_state.h"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>

namespace fettle {

namespace {

constexpr std::int64_t kFp32 = 4;
constexpr std::int64_t kBlock = 256; // elements that share one fp32 scale
constexpr std::int64_t kFewest = 4096;

std::int64_t product(const std::vector<std::int64_t>& sizes) {
    return std::accumulate(sizes.begin(), sizes.end(), std::int64_t{1}, std::multiplies<>());
}

std::int64_t bytesOf(const AdamWConfig&, const std::string&, const std::vector<std::int64_t>& shape) {
    return 2 * kFp32 * product(shape); // two moments
}

std::int64_t bytesOf(const AdamW8bitConfig&, const std::string& name, const std::vector<std::int64_t>& shape) {
    const std::int64_t elements = product(shape);
    if (keepsWideState(name, elements)) return bytesOf(AdamWConfig{}, name, shape);
    return 2 * (elements + kFp32 * ((elements + kBlock - 1) / kBlock));
}

std::int64_t bytesOf(const AdafactorConfig&, const std::string&, const std::vector<std::int64_t>& shape) {
    const std::int64_t elements = product(shape);
    if (shape.size() < 2 || elements == 0) return kFp32 * elements;
    return kFp32 * (elements / shape[shape.size() - 1] + elements / shape[shape.size() - 2]);
}

} // namespace

bool keepsWideState(const std::string& name, std::int64_t elements) {
    constexpr std::array kEmbeddings = {"embed", ".wte.", ".wpe."};
    return elements < kFewest || std::any_of(kEmbeddings.begin(), kEmbeddings.end(),
                                             [&](const char* part) { return name.find(part) != std::string::npos; });
}

std::uint64_t optimizerStateBytes(const OptimizerKind& kind, const std::string& name,
                                  const std::vector<std::int64_t>& shape) {
    return static_cast<std::uint64_t>(std::visit([&](const auto& own) { return bytesOf(own, name, shape); }, kind));
}

} // namespace fettle

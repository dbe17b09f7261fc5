#include "core/config/optimizer_state.h"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <span>

namespace fettle {

namespace {

constexpr std::int64_t kFp32 = 4;
constexpr std::int64_t kBlock = 256; // elements that share one fp32 scale
constexpr std::int64_t kFewest = 4096;

std::int64_t product(const std::vector<std::int64_t>& sizes) {
    return std::accumulate(sizes.begin(), sizes.end(), std::int64_t{1}, std::multiplies<>());
}

// Codes of one byte, and a scale a block.
std::int64_t blockwiseBytes(std::int64_t elements) {
    return elements + kFp32 * ((elements + kBlock - 1) / kBlock);
}

std::int64_t bytesOf(const AdamWConfig&, const std::string&, const std::vector<std::int64_t>& shape) {
    return 2 * kFp32 * product(shape); // two moments
}

std::int64_t bytesOf(const AdamW8bitConfig&, const std::string& name, const std::vector<std::int64_t>& shape) {
    const std::int64_t elements = product(shape);
    if (keepsWideState(name, elements)) return bytesOf(AdamWConfig{}, name, shape);
    return 2 * blockwiseBytes(elements);
}

std::int64_t bytesOf(const AdafactorConfig&, const std::string&, const std::vector<std::int64_t>& shape) {
    const std::int64_t elements = product(shape);
    if (shape.size() < 2 || elements == 0) return kFp32 * elements;
    return kFp32 * (elements / shape[shape.size() - 1] + elements / shape[shape.size() - 2]);
}

std::int64_t bytesOf(const LionConfig&, const std::string&, const std::vector<std::int64_t>& shape) {
    return kFp32 * product(shape);
}

std::int64_t bytesOf(const Lion8bitConfig&, const std::string& name, const std::vector<std::int64_t>& shape) {
    const std::int64_t elements = product(shape);
    return keepsWideState(name, elements) ? kFp32 * elements : blockwiseBytes(elements);
}

std::int64_t bytesOf(const SgdConfig& sgd, const std::string&, const std::vector<std::int64_t>& shape) {
    return sgd.momentum > 0 ? kFp32 * product(shape) : 0;
}

std::int64_t bytesOf(const MuonConfig&, const std::string& name, const std::vector<std::int64_t>& shape) {
    return (takesMuon(name, shape) ? 1 : 2) * kFp32 * product(shape); // else AdamW's
}

bool nameHas(const std::string& name, std::span<const char* const> parts) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](const char* part) { return name.find(part) != std::string::npos; });
}

constexpr std::array kEmbeddings = {"embed", ".wte.", ".wpe."};
constexpr std::array kHeads = {"lm_head", "embed_out"};

} // namespace

bool keepsWideState(const std::string& name, std::int64_t elements) {
    return elements < kFewest || nameHas(name, kEmbeddings);
}

bool takesMuon(const std::string& name, const std::vector<std::int64_t>& shape) {
    return shape.size() == 2 && !nameHas(name, kEmbeddings) && !nameHas(name, kHeads);
}

std::uint64_t optimizerStateBytes(const OptimizerKind& kind, const std::string& name,
                                  const std::vector<std::int64_t>& shape) {
    return static_cast<std::uint64_t>(std::visit([&](const auto& own) { return bytesOf(own, name, shape); }, kind));
}

} // namespace fettle

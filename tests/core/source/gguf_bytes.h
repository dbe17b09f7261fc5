#pragma once

#include <cstdint>
#include <cstring>
#include <string>

namespace fettle::test {

template <class T>
[[nodiscard]] std::string bytesOf(T value) {
    std::string bytes(sizeof value, '\0');
    std::memcpy(bytes.data(), &value, sizeof value);
    return bytes;
}

// Pieces of a GGUF file as the GGUF specification in ggml-org/ggml lays them out.
[[nodiscard]] inline std::string ggufText(const std::string& text) {
    return bytesOf(std::uint64_t{text.size()}) + text;
}
[[nodiscard]] inline std::string ggufPair(const std::string& key, std::uint32_t type, const std::string& value) {
    return ggufText(key) + bytesOf(type) + value;
}
[[nodiscard]] inline std::string ggufStart(std::uint64_t tensors, std::uint64_t pairs, std::uint32_t version = 3) {
    return "GGUF" + bytesOf(version) + bytesOf(tensors) + bytesOf(pairs);
}
[[nodiscard]] inline std::string ggufInfo(const std::string& name, const std::string& dims, std::uint32_t type,
                                          std::uint64_t offset) {
    return ggufText(name) + bytesOf(static_cast<std::uint32_t>(dims.size() / 8)) + dims + bytesOf(type) +
           bytesOf(offset);
}
[[nodiscard]] inline std::string padded(std::string head) {
    return head + std::string((32 - head.size() % 32) % 32, '\0');
}

} // namespace fettle::test

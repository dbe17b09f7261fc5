#include "core/source/gguf/gguf_writer.h"

#include <type_traits>

namespace fettle {

namespace {

constexpr std::uint32_t kVersion = 3;

template <class T>
void append(std::string& bytes, T value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void append(std::string& bytes, const std::string& text) {
    append(bytes, static_cast<std::uint64_t>(text.size()));
    bytes += text;
}

template <class T>
constexpr GgufType typeOf() {
    if constexpr (std::is_same_v<T, std::uint32_t>) return GgufType::U32;
    if constexpr (std::is_same_v<T, std::int32_t>) return GgufType::I32;
    if constexpr (std::is_same_v<T, float>) return GgufType::F32;
    if constexpr (std::is_same_v<T, bool>) return GgufType::Bool;
    if constexpr (std::is_same_v<T, std::uint8_t>) return GgufType::U8;
    return GgufType::Text;
}

template <class T>
void appendTyped(std::string& bytes, const T& value) {
    append(bytes, static_cast<std::uint32_t>(typeOf<T>()));
    append(bytes, value);
}

template <class T>
void appendTyped(std::string& bytes, const std::vector<T>& list) {
    append(bytes, static_cast<std::uint32_t>(GgufType::Array));
    append(bytes, static_cast<std::uint32_t>(typeOf<T>()));
    append(bytes, static_cast<std::uint64_t>(list.size()));
    for (const T& element : list)
        append(bytes, element);
}

} // namespace

std::uint64_t dataBytes(const GgufOutline& tensor) {
    std::uint64_t values = 1;
    for (const std::int64_t size : tensor.shape)
        values *= static_cast<std::uint64_t>(size);
    const auto block = static_cast<std::uint64_t>(tensor.type->blockValues);
    if (!tensor.shape.empty() && tensor.shape.back() % tensor.type->blockValues != 0)
        throw Error{ErrorKind::Internal, "The rows of \"" + tensor.name + "\" are no whole blocks."};
    return values / block * static_cast<std::uint64_t>(tensor.type->blockBytes);
}

std::uint64_t ggufPadding(std::uint64_t bytes) {
    return (kGgufAlignment - bytes % kGgufAlignment) % kGgufAlignment;
}

std::string ggufHead(const GgufFields& fields, const std::vector<GgufOutline>& tensors) {
    std::string head = "GGUF";
    append(head, kVersion);
    append(head, static_cast<std::uint64_t>(tensors.size()));
    append(head, static_cast<std::uint64_t>(fields.size()));
    for (const auto& [key, value] : fields) {
        append(head, key);
        std::visit([&head](const auto& of) { appendTyped(head, of); }, value);
    }
    std::uint64_t offset = 0;
    for (const GgufOutline& tensor : tensors) {
        append(head, tensor.name);
        append(head, static_cast<std::uint32_t>(tensor.shape.size()));
        for (auto size = tensor.shape.rbegin(); size != tensor.shape.rend(); ++size)
            append(head, static_cast<std::uint64_t>(*size));
        append(head, tensor.type->id);
        append(head, offset);
        const std::uint64_t bytes = dataBytes(tensor);
        offset += bytes + ggufPadding(bytes);
    }
    head.append(ggufPadding(head.size()), '\0');
    return head;
}

} // namespace fettle

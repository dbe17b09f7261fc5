#include "core/text/wire_format.h"

#include <cstring>

namespace fettle {

namespace {

enum WireType : std::uint64_t { kVarint = 0, kFixed64 = 1, kDelimited = 2, kFixed32 = 5 };

} // namespace

std::optional<WireField> WireReader::next() {
    const auto key = varint();
    if (!key) return std::nullopt;
    WireField field{.number = *key >> 3};
    std::optional<std::uint64_t> value;
    switch (*key & 7) {
    case kVarint:
        value = varint();
        break;
    case kFixed64:
        value = fixed(8);
        break;
    case kFixed32:
        value = fixed(4);
        break;
    case kDelimited:
        if (const auto length = varint())
            if (const auto bytes = take(*length)) {
                field.bytes = *bytes;
                return field;
            }
        return std::nullopt;
    default:
        return std::nullopt;
    }
    if (!value) return std::nullopt;
    field.value = *value;
    return field;
}

std::optional<std::uint64_t> WireReader::varint() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64 && !m_rest.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(m_rest.front());
        m_rest.remove_prefix(1);
        value |= std::uint64_t{byte & 0x7Fu} << shift;
        if (byte < 0x80) return value;
    }
    return std::nullopt;
}

std::optional<std::string_view> WireReader::take(std::uint64_t count) {
    if (count > m_rest.size()) return std::nullopt;
    const std::string_view taken = m_rest.substr(0, static_cast<std::size_t>(count));
    m_rest.remove_prefix(taken.size());
    return taken;
}

std::optional<std::uint64_t> WireReader::fixed(std::size_t bytes) {
    const auto taken = take(bytes);
    if (!taken) return std::nullopt;
    std::uint64_t value = 0;
    std::memcpy(&value, taken->data(), bytes);
    return value;
}

void WireWriter::varint(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7)
        m_message += static_cast<char>((value & 0x7F) | 0x80);
    m_message += static_cast<char>(value);
}

void WireWriter::add(std::uint64_t number, std::uint64_t value) {
    varint(number << 3 | kVarint);
    varint(value);
}

void WireWriter::add(std::uint64_t number, float value) {
    varint(number << 3 | kFixed32);
    m_message.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void WireWriter::add(std::uint64_t number, std::string_view bytes) {
    varint(number << 3 | kDelimited);
    varint(bytes.size());
    m_message += bytes;
}

} // namespace fettle

#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fettle {

// One field of a protocol buffer (protobuf.dev/programming-guides/encoding).
struct WireField {
    std::uint64_t number = 0;
    std::uint64_t value = 0; // of a whole number, or the bits of a fixed one
    std::string_view bytes;  // of a length-delimited one

    [[nodiscard]] float asFloat() const { return std::bit_cast<float>(static_cast<std::uint32_t>(value)); }
};

// The fields of a message, one after the other; none after one that is damaged.
class WireReader {
public:
    explicit WireReader(std::string_view message) : m_rest(message) {}
    [[nodiscard]] std::optional<WireField> next();

private:
    std::optional<std::uint64_t> varint();
    std::optional<std::string_view> take(std::uint64_t count);
    std::optional<std::uint64_t> fixed(std::size_t bytes);

    std::string_view m_rest;
};

// Appends fields to a message.
class WireWriter {
public:
    void add(std::uint64_t number, std::uint64_t value);
    void add(std::uint64_t number, float value);
    void add(std::uint64_t number, std::string_view bytes);
    [[nodiscard]] const std::string& message() const { return m_message; }

private:
    void varint(std::uint64_t value);
    std::string m_message;
};

} // namespace fettle

#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fettle {

// Types of a value, as files number them (the GGUF specification in ggml-org/ggml).
enum class GgufType : std::uint32_t { U8, I8, U16, I16, U32, I32, F32, Bool, Text, Array, U64, I64, F64 };

// Where a value lies: of an array its elements, which are `count` of `element`.
struct GgufPlace {
    GgufType type = GgufType::U8;
    GgufType element = GgufType::U8;
    std::uint64_t count = 0;
    std::size_t at = 0; // byte of the file
};

// The pairs of key and value in the head of a file, found by the parser and read when somebody asks. The bytes belong
// to whoever parsed them.
class GgufMetadata {
public:
    GgufMetadata() = default;
    GgufMetadata(std::span<const std::byte> file, std::string what);
    // False where the key is there already.
    bool add(std::string key, const GgufPlace& place);

    [[nodiscard]] bool has(const std::string& key) const { return m_places.contains(key); }
    // nullopt where the key is absent. Error{BadFile} naming the key, for a value of another type.
    [[nodiscard]] std::optional<std::int64_t> whole(const std::string& key) const; // any whole number that fits
    [[nodiscard]] std::optional<double> number(const std::string& key) const;      // whole numbers too
    [[nodiscard]] std::optional<bool> flag(const std::string& key) const;
    [[nodiscard]] std::optional<std::string> text(const std::string& key) const;
    [[nodiscard]] bool isList(const std::string& key) const;
    // Empty where the key is absent.
    [[nodiscard]] std::vector<std::string> texts(const std::string& key) const;
    [[nodiscard]] std::vector<double> numbers(const std::string& key) const; // whole ones and flags too
    [[nodiscard]] std::uint64_t listSize(const std::string& key) const;
    [[nodiscard]] const std::string& what() const { return m_what; } // names the file in errors

private:
    [[nodiscard]] const GgufPlace* find(const std::string& key) const;
    [[nodiscard]] const GgufPlace* list(const std::string& key) const;
    [[noreturn]] void refuse(const std::string& key, const char* expected) const;

    std::span<const std::byte> m_file;
    std::string m_what;
    std::map<std::string, GgufPlace> m_places;
};

// Bytes of one value; 0 for texts and arrays, whose length stands before them.
[[nodiscard]] std::size_t widthOf(GgufType type);

} // namespace fettle

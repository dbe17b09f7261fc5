#pragma once

#include "core/base/error.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fettle {

// Keeps the order of keys: configurations and headers are written for people, templates depend on it.
using Json = nlohmann::ordered_json;

// Parses UTF-8 text; `what` names it in the Error{BadFile} ("chat.jsonl, line 3"). Refuses nesting deeper than 512.
[[nodiscard]] Json parseJson(std::string_view text, const std::string& what);

// A whole number that fits; nothing for any other value, fractions and 1e308 among them.
[[nodiscard]] std::optional<std::int64_t> wholeNumber(const Json& value);

// A member that must be there. Error{kind}: `what` has no "key".
[[nodiscard]] const Json& member(const Json& json, const std::string& key, ErrorKind kind, const std::string& what,
                                 const std::string& hint);

// An object of members whose names differ. nlohmann's own insertion looks for each name among all before it, which
// takes a time that grows with the square of their number.
using JsonMembers = std::vector<std::pair<std::string, Json>>;
[[nodiscard]] Json objectOf(JsonMembers members);

// Reads and parses a whole file. Error{FileNotFound | FileAccess | BadFile}.
[[nodiscard]] Json readJson(const std::filesystem::path& file);

// Atomic: temporary name, sync, rename. Two-space indent and a final newline.
void writeJson(const std::filesystem::path& file, const Json& value);

// One line without a newline; invalid UTF-8 becomes U+FFFD; non-finite numbers become "nan", "inf", "-inf".
[[nodiscard]] std::string toLine(Json value);

// {"kind", "facts", "message", "hint"}, as every program prints it.
[[nodiscard]] Json toJson(const Error& error);

} // namespace fettle

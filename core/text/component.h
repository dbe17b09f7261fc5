#pragma once

#include "core/base/json.h"
#include "core/text/tokenizer.h"

#include <string>

namespace fettle {

// Small readers that all parts of a tokenizer.json share.

// The "type" of a component. Error{BadTokenizer}.
[[nodiscard]] std::string componentType(const Json& json, const char* role);
// A member that must be there. Error{BadTokenizer}.
[[nodiscard]] const Json& part(const Json& json, const char* key);
// An id; Error{BadTokenizer} for what cannot be one.
[[nodiscard]] TokenId tokenId(const Json& value);
// {"String": s} or {"Regex": r} as an expression.
[[nodiscard]] std::string patternText(const Json& pattern);
[[noreturn]] void refuseComponent(const char* role, const std::string& type);

} // namespace fettle

#pragma once

#include "core/base/json.h"
#include "core/config/field_info.h"

#include <span>
#include <string>
#include <string_view>

namespace fettle {

// The ways in which a value of a configuration can be wrong; each throws Error{BadConfig} with the fact "key".

[[noreturn]] void throwWrongType(const std::string& key, const std::string& expected, const Json& found);
// `kind` is the alternative that was chosen beside the key; empty where there are none.
// `fields` describes the known ones (describeSection).
[[noreturn]] void throwUnknownKey(const std::string& key, const std::string& kind, const Json& fields);
void checkRange(const std::string& key, const FieldInfo& info, const Json& number);
// No choices: any text is right.
void checkChoice(const std::string& key, std::span<const std::string_view> choices, const std::string& text);

} // namespace fettle

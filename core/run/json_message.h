#pragma once

#include "core/base/json.h"

#include <string>

namespace fettle {

// One line of a JSON-lines protocol as an object. Error{BadUsage} where it is none.
[[nodiscard]] Json parseMessage(const std::string& line);

// Members of a message. Error{BadUsage} with the fact "key" where one is missing or of another type.
[[nodiscard]] const Json& messageMember(const Json& message, const std::string& key);
[[nodiscard]] std::string stringMember(const Json& message, const std::string& key);
[[nodiscard]] bool boolMember(const Json& message, const std::string& key, bool byDefault);
[[nodiscard]] double numberMember(const Json& message, const std::string& key, double byDefault);

[[noreturn]] void throwBadMember(const std::string& key, const std::string& expected, const Json& found);

} // namespace fettle

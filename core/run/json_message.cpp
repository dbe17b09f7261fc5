#include "core/run/json_message.h"

namespace fettle {

namespace {

constexpr std::size_t kShownCharacters = 80;

std::string shown(const std::string& text) {
    return text.size() <= kShownCharacters ? text : text.substr(0, kShownCharacters) + "...";
}

[[noreturn]] void throwNoMessage(const std::string& what, const std::string& line) {
    throw Error{ErrorKind::BadUsage,
                what,
                R"(Write one object per line, such as {"command": "stop"}.)",
                {{"line", shown(line)}}};
}

} // namespace

Json parseMessage(const std::string& line) {
    Json message;
    try {
        message = parseJson(line, "The line");
    } catch (const Error& error) {
        throwNoMessage(error.message, line);
    }
    if (!message.is_object()) throwNoMessage("The line is no JSON object: " + shown(line), line);
    return message;
}

const Json& messageMember(const Json& message, const std::string& key) {
    return member(message, key, ErrorKind::BadUsage, "The message", "Add it.");
}

std::string stringMember(const Json& message, const std::string& key) {
    const Json& value = messageMember(message, key);
    if (!value.is_string()) throwBadMember(key, "a text", value);
    return value.get<std::string>();
}

bool boolMember(const Json& message, const std::string& key, bool byDefault) {
    const auto found = message.find(key);
    if (found == message.end()) return byDefault;
    if (!found->is_boolean()) throwBadMember(key, "true or false", *found);
    return found->get<bool>();
}

double numberMember(const Json& message, const std::string& key, double byDefault) {
    const auto found = message.find(key);
    if (found == message.end()) return byDefault;
    if (!found->is_number()) throwBadMember(key, "a number", *found);
    return found->get<double>();
}

void throwBadMember(const std::string& key, const std::string& expected, const Json& found) {
    throw Error{ErrorKind::BadUsage,
                "\"" + key + "\" must be " + expected + ", not " + shown(toLine(found)) + ".",
                "Correct the message.",
                {{"key", key}, {"expected", expected}}};
}

} // namespace fettle

#include "ui/text/error_json.h"

namespace fettle::ui {

namespace {

ErrorKind kindOf(const std::string& name) {
    for (int i = 0; i < static_cast<int>(ErrorKind::Internal); ++i)
        if (wireName(static_cast<ErrorKind>(i)) == name) return static_cast<ErrorKind>(i);
    return ErrorKind::Internal;
}

std::string textOf(const Json& object, const char* key) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Facts factsOf(const Json& told) {
    Facts facts;
    const auto found = told.is_object() ? told.find("facts") : told.end();
    if (found == told.end() || !found->is_object()) return facts;
    for (const auto& [name, value] : found->items())
        facts[name] = value.is_string() ? value.get<std::string>() : toLine(value);
    return facts;
}

} // namespace

Error errorFrom(const Json& told) {
    return Error{kindOf(textOf(told, "kind")), textOf(told, "message"), textOf(told, "hint"), factsOf(told)};
}

} // namespace fettle::ui

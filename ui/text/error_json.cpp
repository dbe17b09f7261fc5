#include "ui/text/error_json.h"

#include "ui/text/json_values.h"

namespace fettle::ui {

namespace {

ErrorKind kindOf(const std::string& name) {
    for (int i = 0; i < static_cast<int>(ErrorKind::Internal); ++i)
        if (wireName(static_cast<ErrorKind>(i)) == name) return static_cast<ErrorKind>(i);
    return ErrorKind::Internal;
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
    const auto text = [&](const char* key) { return textIn(told, key).toStdString(); };
    return Error{kindOf(text("kind")), text("message"), text("hint"), factsOf(told)};
}

} // namespace fettle::ui

#include "core/data/tool_calls.h"

namespace fettle {

namespace {

std::optional<Json> parsed(const std::string& text) {
    try {
        return parseJson(text, "");
    } catch (const Error&) {
        return std::nullopt;
    }
}

} // namespace

std::optional<Json> readToolCalls(const Json& value) {
    if (value.is_string()) {
        const auto inner = parsed(value.get<std::string>());
        return inner && !inner->is_string() ? readToolCalls(*inner) : std::nullopt;
    }
    const Json list = value.is_array() ? value : Json::array({value});
    Json calls = Json::array();
    for (const Json& call : list) {
        if (!call.is_object() || !call.contains("name")) return std::nullopt;
        const Json arguments = call.value("arguments", Json::object());
        calls.push_back({{"type", "function"}, {"function", {{"name", call["name"]}, {"arguments", arguments}}}});
    }
    return calls;
}

} // namespace fettle

#pragma once

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/text/jinja/context.h"
#include "core/text/tokenizer.h"
#include "core/text/utf8.h"

#include <ctime>
#include <string>
#include <vector>

namespace fettle::test {

// What a template makes of its variables, or why it refuses.
struct Rendering {
    std::string text;
    std::vector<TextSpan> spans; // of {% generation %} blocks, in code points
    std::string error;
};

// The pinned renders were made on 10 July 2025 at noon.
[[nodiscard]] inline jinja::Value pinnedClock() {
    return jinja::Value::callable([](const jinja::Arguments& arguments) -> jinja::Value {
        std::tm day{};
        day.tm_year = 2025 - 1900, day.tm_mon = 6, day.tm_mday = 10, day.tm_hour = 12;
        char text[64];
        return std::string(text, std::strftime(text, sizeof text, arguments.at(0, "format").text().c_str(), &day));
    });
}

[[nodiscard]] inline Rendering rendering(const std::string& source, const Json& variables = Json::object()) {
    jinja::Dict all{{"strftime_now", pinnedClock()}};
    for (const auto& [name, value] : variables.items())
        assign(all, jinja::Value(name), jinja::Value::fromJson(value));
    try {
        jinja::Context context(std::move(all));
        jinja::execute(jinja::parse(source), context);
        Rendering result{.text = context.output(), .spans = {}, .error = {}};
        const auto codePoints = [&](std::size_t byte) { return codePointCount(result.text.substr(0, byte)); };
        for (const jinja::OutputSpan& span : context.spans())
            result.spans.push_back({codePoints(span.begin), codePoints(span.end)});
        return result;
    } catch (const Error& error) {
        return {.text = {}, .spans = {}, .error = error.message};
    }
}

} // namespace fettle::test

#include "core/text/jinja/value.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace fettle::jinja {

namespace {

// The shortest text that reads back as the same number, in Python's spelling.
std::string floatText(double value) {
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    const double size = std::abs(value);
    const bool isScientific = size != 0 && (size < 1e-4 || size >= 1e16);
    char buffer[64];
    const auto format = isScientific ? std::chars_format::scientific : std::chars_format::fixed;
    const auto [end, code] = std::to_chars(buffer, buffer + sizeof buffer, value, format);
    std::string text(buffer, end);
    if (!isScientific && text.find('.') == std::string::npos) text += ".0";
    return text;
}

std::string quoted(const std::string& text) {
    const bool usesDouble = text.find('\'') != std::string::npos && text.find('"') == std::string::npos;
    const char quote = usesDouble ? '"' : '\'';
    std::string result(1, quote);
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == quote || c == '\\')
            result += {'\\', c};
        else if (c == '\n')
            result += "\\n";
        else if (c == '\r')
            result += "\\r";
        else if (c == '\t')
            result += "\\t";
        else if (byte < 0x20 || byte == 0x7F) {
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\x%02x", byte);
            result += escape;
        } else
            result += c;
    }
    return result + quote;
}

std::string repr(const Value& value);

std::string joined(const List& items) {
    std::string text;
    for (const Value& item : items)
        text += (text.empty() ? "" : ", ") + repr(item);
    return text;
}

std::string repr(const Value& value) {
    if (value.isString()) return value.isMarkup() ? "Markup(" + quoted(value.text()) + ")" : quoted(value.text());
    if (value.is<Tuple>()) return "(" + joined(value.items()) + (value.items().size() == 1 ? ",)" : ")");
    if (value.isSequence()) return "[" + joined(value.items()) + "]";
    if (value.isDict()) {
        std::string text;
        for (const auto& [key, item] : value.entries())
            text += (text.empty() ? "" : ", ") + repr(key) + ": " + repr(item);
        return "{" + text + "}";
    }
    if (value.is<Undefined>()) return "Undefined";
    return pythonText(value);
}

std::string jsonString(const std::string& text, bool asciiOnly) {
    return nlohmann::json(text).dump(-1, ' ', asciiOnly, nlohmann::json::error_handler_t::replace);
}

std::string jsonKey(const Value& key, const JsonStyle& style) {
    if (key.isString()) return jsonString(key.text(), style.asciiOnly);
    return "\"" + jsonText(key, style) + "\"";
}

void refuseLong(const std::string& text) {
    if (text.size() > kLongestText) fail("A text is too long");
}

std::string lineBreak(const JsonStyle& style, int depth) {
    std::string text = style.indent ? "\n" : "";
    for (int level = 0; style.indent && level < depth; ++level)
        text += *style.indent;
    return text;
}

std::string json(const Value& value, const JsonStyle& style, int depth) {
    const std::string& separator = style.itemSeparator;
    std::string text;
    if (value.isSequence()) {
        for (const Value& item : value.items()) {
            text += (text.empty() ? "" : separator) + lineBreak(style, depth + 1) + json(item, style, depth + 1);
            refuseLong(text);
        }
        return text.empty() ? "[]" : "[" + text + lineBreak(style, depth) + "]";
    }
    if (value.isDict()) {
        Dict entries = value.entries();
        if (style.sortKeys)
            std::stable_sort(entries.begin(), entries.end(),
                             [](const auto& a, const auto& b) { return pythonText(a.first) < pythonText(b.first); });
        for (const auto& [key, item] : entries) {
            text += (text.empty() ? "" : separator) + lineBreak(style, depth + 1) + jsonKey(key, style) +
                    style.keySeparator + json(item, style, depth + 1);
            refuseLong(text);
        }
        return text.empty() ? "{}" : "{" + text + lineBreak(style, depth) + "}";
    }
    if (value.isString()) return jsonString(value.text(), style.asciiOnly);
    if (value.is<bool>()) return value.get<bool>() ? "true" : "false";
    if (value.is<None>()) return "null";
    if (value.isNumber()) return pythonText(value);
    fail("A value of type " + value.typeName() + " cannot be written as JSON");
}

} // namespace

std::string pythonText(const Value& value) {
    if (value.is<Undefined>()) return "";
    if (value.is<None>()) return "None";
    if (value.is<bool>()) return value.get<bool>() ? "True" : "False";
    if (value.is<std::int64_t>()) return std::to_string(value.get<std::int64_t>());
    if (value.is<double>()) return floatText(value.get<double>());
    if (value.isString()) return value.text();
    if (value.is<Namespace>()) return "<Namespace>";
    if (value.is<Generator>()) return "<generator>";
    if (value.is<Loop>()) return "<LoopContext>";
    return value.is<Callable>() ? "<function>" : repr(value);
}

std::string pythonRepr(const Value& value) {
    return repr(value);
}

std::string jsonText(const Value& value, const JsonStyle& style) {
    return json(value, style, 0);
}

} // namespace fettle::jinja

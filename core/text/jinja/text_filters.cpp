#include "core/text/jinja/filters.h"
#include "core/text/jinja/format_spec.h"
#include "core/text/jinja/letters.h"
#include "core/text/jinja/methods.h"
#include "core/text/jinja/operations.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <utility>

namespace fettle::jinja {

namespace {

constexpr std::int64_t kWidestIndent = 1'000;

// As transformers has it: json.dumps with its arguments in this order.
Value toJsonText(const Value& value, const Arguments& a) {
    JsonStyle style{.sortKeys = a.at(3, "sort_keys").isTrue(), .asciiOnly = a.at(0, "ensure_ascii").isTrue()};
    const Value indent = a.at(1, "indent", Value::none()), separators = a.at(2, "separators", Value::none());
    if (indent.isInteger())
        style.indent =
            std::string(static_cast<std::size_t>(std::clamp<std::int64_t>(indent.integer(), 0, kWidestIndent)), ' ');
    else if (indent.isString())
        style.indent = indent.text();
    else if (!indent.is<None>())
        fail("The indent of tojson is a number or a text, not " + indent.typeName());
    if (style.indent) style.itemSeparator = ",";
    if (!separators.is<None>()) {
        if (!separators.isSequence() || separators.items().size() != 2 || !separators.items()[0].isString() ||
            !separators.items()[1].isString())
            fail("The separators of tojson are two texts");
        style.itemSeparator = separators.items()[0].text();
        style.keySeparator = separators.items()[1].text();
    }
    return jsonText(value, style);
}

Value trim(const Value& value, const Arguments& a) {
    const Value characters = a.at(0, "chars", Value::none());
    if (!characters.is<None>() && textArgument(a, 0, "chars").empty()) return value.likewise(pythonText(value));
    return value.likewise(stripped(pythonText(value), characters.is<None>() ? "" : characters.text(), true, true));
}

template <std::string (*function)(const std::string&)>
Value onText(const Value& value, const Arguments&) {
    return value.likewise(function(pythonText(value)));
}
std::string unchanged(const std::string& text) {
    return text;
}

// The first letter of each word large, where words begin after - ( { [ < and white space: not as str.title().
Value titleOfWords(const Value& value, const Arguments&) {
    std::string result, word;
    const std::string text = pythonText(value);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = codePointAt(text, at);
        const std::string letter = text.substr(at, static_cast<std::size_t>(c.length));
        at += letter.size();
        if (!isSpace(c.value) && std::string("-({[<").find(letter) == std::string::npos) {
            word += letter;
            continue;
        }
        result += capitalized(std::exchange(word, {})) + letter;
    }
    return result + capitalized(word);
}

// An empty text to replace stands before each character and at the end.
Value replace(const Value& value, const Arguments& a) {
    const std::string text = pythonText(value), from = pythonText(a.at(0, "old")), to = pythonText(a.at(1, "new"));
    std::int64_t left = integerArgument(a, 2, "count", -1);
    std::string result;
    std::size_t at = 0;
    for (std::size_t next; left != 0 && (next = text.find(from, at)) != std::string::npos; --left) {
        result += text.substr(at, next - at) + to;
        at = next + from.size();
        if (result.size() > kLongestText) fail("A text is too long");
        if (!from.empty()) continue;
        if (at >= text.size()) return result;
        const auto size = static_cast<std::size_t>(codePointAt(text, at).length);
        result += text.substr(at, size);
        at += size;
    }
    return result + text.substr(at);
}

Value indent(const Value& value, const Arguments& a) {
    const Value width = a.at(0, "width", std::int64_t{4});
    if (!width.isString() && width.integer() > kWidestIndent) fail("An indent is too wide");
    const std::string margin =
        width.isString() ? width.text()
                         : std::string(static_cast<std::size_t>(std::max<std::int64_t>(width.integer(), 0)), ' ');
    const bool indentsFirst = a.at(1, "first", false).isTrue(), indentsBlank = a.at(2, "blank", false).isTrue();
    std::string result;
    bool isFirst = true;
    for (const std::string& line : lines(pythonText(value) + "\n", LineEnds::Drop)) {
        const bool isIndented = isFirst ? indentsFirst : indentsBlank || !line.empty();
        result += (isFirst ? "" : "\n") + (isIndented ? margin : "") + line;
        isFirst = false;
        if (result.size() > kLongestText) fail("A text is too long");
    }
    return value.likewise(result);
}

Value wordCount(const Value& value, const Arguments&) {
    const std::string text = pythonText(value);
    std::int64_t count = 0;
    bool isInWord = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = codePointAt(text, at);
        count += isWordPart(c.value) && !isInWord ? 1 : 0;
        isInWord = isWordPart(c.value);
        at += static_cast<std::size_t>(c.length);
    }
    return count;
}

Value center(const Value& value, const Arguments& a) {
    const Value text = value.isString() ? value : Value(pythonText(value));
    return call(*method(text, "center"), {.positional = {a.at(0, "width", std::int64_t{80})}, .named = {}});
}

Value format(const Value& value, const Arguments& a) {
    if (!a.named.empty() && !a.positional.empty()) fail("format takes values by place or by name, not both");
    Dict named;
    for (const auto& [name, given] : a.named)
        assign(named, name, given);
    const Value pattern = value.isString() ? value : Value(pythonText(value));
    return percentFormatted(pattern, a.named.empty() ? Value::tuple(a.positional) : Value::dict(std::move(named)));
}

Value escape(const Value& value, const Arguments&) {
    return escapedText(value);
}
Value escapeAgain(const Value& value, const Arguments&) {
    return Value::markup(escaped(pythonText(value)));
}
Value safe(const Value& value, const Arguments&) {
    return Value::markup(pythonText(value));
}

} // namespace

Value escapedText(const Value& value) {
    return value.isMarkup() ? value : Value::markup(escaped(pythonText(value)));
}

FilterTable textFilters() {
    return {{"tojson", {toJsonText, {"ensure_ascii?", "indent?", "separators?", "sort_keys?"}}},
            {"trim", {trim, {"chars?"}}},
            {"string", {onText<unchanged>}},
            {"lower", {onText<lower>}},
            {"upper", {onText<upper>}},
            {"capitalize", {onText<capitalized>}},
            {"title", {titleOfWords}},
            {"replace", {replace, {"old", "new", "count?"}}},
            {"indent", {indent, {"width?", "first?", "blank?"}}},
            {"wordcount", {wordCount}},
            {"center", {center, {"width?"}}},
            {"format", {format, {"*"}}},
            {"escape", {escape}},
            {"e", {escape}},
            {"forceescape", {escapeAgain}},
            {"safe", {safe}}};
}

} // namespace fettle::jinja

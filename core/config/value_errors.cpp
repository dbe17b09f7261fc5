#include "core/config/value_errors.h"

#include "core/config/nearest_key.h"

#include <algorithm>

namespace fettle {

namespace {

constexpr std::size_t kShownCharacters = 60;

std::string quoted(const std::string& text) {
    return '"' + text + '"';
}

std::string shown(const Json& value) {
    const std::string text = toLine(value);
    return text.size() <= kShownCharacters ? text : text.substr(0, kShownCharacters) + "...";
}

std::string number(double value) {
    return value == static_cast<double>(static_cast<std::int64_t>(value))
               ? std::to_string(static_cast<std::int64_t>(value))
               : Json(value).dump();
}

std::string rangeText(const FieldInfo& info) {
    std::string text;
    if (info.min) text += (info.excludesMin ? "above " : "at least ") + number(*info.min);
    if (info.min && info.max) text += " and ";
    if (info.max) text += (info.excludesMax ? "below " : "at most ") + number(*info.max);
    return text;
}

// The same without words: "> 0, <= 1".
std::string boundsOf(const FieldInfo& info) {
    std::string text;
    if (info.min) text += (info.excludesMin ? "> " : ">= ") + number(*info.min);
    if (info.min && info.max) text += ", ";
    if (info.max) text += (info.excludesMax ? "< " : "<= ") + number(*info.max);
    return text;
}

} // namespace

void throwWrongType(const std::string& key, const std::string& expected, const Json& found) {
    throw Error{ErrorKind::BadConfig,
                quoted(key) + " must be " + expected + ", not " + shown(found) + ".",
                "`fettle config --describe` lists every key with its type.",
                {{"key", key}, {"expected", expected}, {"found", shown(found)}}};
}

void throwUnknownKey(const std::string& key, const std::string& kind, const Json& fields) {
    const std::string nearest = nearestKey(key, fields);
    if (nearest == key)
        throw Error{ErrorKind::BadConfig,
                    quoted(key) + " does not belong to the kind " + quoted(kind) + ".",
                    "Remove it, or choose the kind that has it.",
                    {{"key", key}, {"kind", kind}}};
    throw Error{ErrorKind::BadConfig,
                quoted(key) + " is not a known key.",
                "Did you mean " + quoted(nearest) + "?",
                {{"key", key}, {"nearest", nearest}}};
}

void checkRange(const std::string& key, const FieldInfo& info, const Json& value) {
    const auto is = value.get<double>();
    const bool isHighEnough = !info.min || (info.excludesMin ? is > *info.min : is >= *info.min);
    const bool isLowEnough = !info.max || (info.excludesMax ? is < *info.max : is <= *info.max);
    if (!isHighEnough || !isLowEnough) // neither holds for NaN
        throw Error{ErrorKind::BadConfig,
                    quoted(key) + " is " + shown(value) + "; it must be " + rangeText(info) + ".",
                    "Choose a value in that range.",
                    {{"key", key}, {"found", shown(value)}, {"range", rangeText(info)}, {"bounds", boundsOf(info)}}};
}

void checkChoice(const std::string& key, std::span<const std::string_view> choices, const std::string& text) {
    if (choices.empty() || std::ranges::find(choices, text) != choices.end()) return;
    std::string list;
    for (const std::string_view choice : choices)
        list += (list.empty() ? "" : ", ") + std::string(choice);
    throw Error{ErrorKind::BadConfig,
                quoted(key) + " is " + quoted(text) + "; it must be one of: " + list + ".",
                "Did you mean " + quoted(nearestChoice(text, choices)) + "?",
                {{"key", key}, {"found", text}, {"choices", list}}};
}

} // namespace fettle

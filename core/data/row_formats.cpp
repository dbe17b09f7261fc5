#include "core/data/row_formats.h"

#include "core/data/formats/columns.h"
#include "core/data/row_problems.h"

#include <algorithm>
#include <array>

namespace fettle {

extern const RowFormat kShareGptPreferenceFormat, kHhRlhfFormat, kPreferenceFormat, kMessagesFormat, kShareGptFormat,
    kUnpairedPreferenceFormat, kPromptCompletionFormat, kOpenAssistantFormat, kNaturalInstructionsFormat,
    kSelfInstructFormat, kAlpacaFormat, kTextFormat;

namespace {

// A row is of the first format here that it fits: pairs before the conversations that they hold, answers with a verdict
// before those without, and text last: Stanford's own files of Alpaca carry the finished prompt as "text", and each
// message of a tree has one.
constexpr std::array kFormats = {
    &kShareGptPreferenceFormat, &kHhRlhfFormat,        &kPreferenceFormat,
    &kUnpairedPreferenceFormat, &kMessagesFormat,      &kShareGptFormat,
    &kPromptCompletionFormat,   &kOpenAssistantFormat, &kNaturalInstructionsFormat,
    &kSelfInstructFormat,       &kAlpacaFormat,        &kTextFormat,
};

const RowFormat* formatNamed(const std::string& name) {
    const auto found =
        std::find_if(kFormats.begin(), kFormats.end(), [&](const RowFormat* format) { return format->name == name; });
    return found == kFormats.end() ? nullptr : *found;
}

} // namespace

std::vector<std::string> formatNames() {
    std::vector<std::string> names;
    for (const RowFormat* format : kFormats)
        names.emplace_back(format->name);
    return names;
}

std::optional<std::string> findFormat(const Json& row, const ColumnNames& columns) {
    if (row.is_string()) return "text";
    if (!row.is_object()) return std::nullopt;
    const RowOrigin nowhere;
    const Columns read(row, columns, nowhere);
    const auto found =
        std::find_if(kFormats.begin(), kFormats.end(), [&](const RowFormat* format) { return format->matches(read); });
    return found == kFormats.end() ? std::nullopt : std::optional<std::string>((*found)->name);
}

void refuseUnknownName(const std::string& format) {
    if (format == "auto" || formatNamed(format) != nullptr) return;
    std::string names = "auto";
    for (const std::string& name : formatNames())
        names += ", " + name;
    throw Error{ErrorKind::BadConfig,
                "There is no data format called \"" + format + "\".",
                "Choose one of " + names + ".",
                {{"format", format}}};
}

std::vector<Row> rowsIn(const Json& row, const std::string& format, const ColumnNames& columns,
                        const RowOrigin& origin) {
    if (row.is_string() && format == "text") return {TextRow{row.get<std::string>()}};
    if (!row.is_object()) throw badRow(origin, "is no JSON object", {FindingKind::NotAnObject});
    const Columns read(row, columns, origin);
    const auto& reader = formatNamed(format)->read;
    if (const auto* one = std::get_if<0>(&reader)) {
        std::vector<Row> rows;
        rows.push_back((*one)(read));
        return rows;
    }
    return std::get<1>(reader)(read);
}

} // namespace fettle

#include "core/data/row_formats.h"

#include "core/data/row_problems.h"
#include "core/data/turns.h"

#include <algorithm>
#include <array>

namespace fettle {

namespace {

// One row under the format's own column names.
class Columns {
public:
    Columns(const Json& row, const ColumnNames& names) : m_row(row), m_names(names) {}

    // nullptr where the column is absent or null.
    const Json* find(const std::string& name) const {
        const auto renamed = m_names.find(name);
        const auto found = m_row.find(renamed == m_names.end() ? name : renamed->second);
        return found == m_row.end() || found->is_null() ? nullptr : &*found;
    }
    const Json* conversation() const {
        const Json* messages = find("messages");
        return messages != nullptr ? messages : find("conversations");
    }
    bool has(const std::string& name) const { return find(name) != nullptr; }

private:
    const Json& m_row;
    const ColumnNames& m_names;
};

std::string text(const Columns& columns, const std::string& name, const RowOrigin& origin) {
    const Json* value = columns.find(name);
    if (value == nullptr || !value->is_string()) throw badRow(origin, "has no text \"" + name + "\"");
    return value->get<std::string>();
}

std::string textOrEmpty(const Columns& columns, const std::string& name, const RowOrigin& origin) {
    return columns.has(name) ? text(columns, name, origin) : std::string();
}

// A list of tools, or the same as a text of JSON: data sets with differing schemas have to write it so.
Json readTools(const Columns& columns, const RowOrigin& origin) {
    const Json* tools = columns.find("tools");
    if (tools == nullptr || *tools == "") return nullptr;
    const Json list =
        tools->is_string() ? parseJson(tools->get<std::string>(), describe(origin) + ": \"tools\"") : *tools;
    if (!list.is_array()) throw badRow(origin, "has \"tools\" that are no list");
    return list;
}

ChatRow chatRow(Json messages, const Columns& columns, const RowOrigin& origin) {
    ChatRow row{.messages = std::move(messages), .tools = readTools(columns, origin)};
    if (const Json* extras = columns.find("chat_template_kwargs"); extras != nullptr && extras->is_object())
        row.extras = *extras;
    return row;
}

const Json& conversation(const Columns& columns, const RowOrigin& origin) {
    const Json* list = columns.conversation();
    if (list == nullptr || !list->is_array() || list->empty())
        throw badRow(origin, "has no \"messages\" list", "Add it, or choose another format for this file.");
    return *list;
}

bool hasTurnsWith(const Columns& columns, const char* key) {
    const Json* list = columns.conversation();
    return list != nullptr && list->is_array() && !list->empty() && list->front().is_object() &&
           list->front().contains(key);
}

Row readMessages(const Columns& columns, const RowOrigin& origin) {
    return chatRow(readTurns(conversation(columns, origin), origin), columns, origin);
}

Row readShareGpt(const Columns& columns, const RowOrigin& origin) {
    return chatRow(readShareGptTurns(conversation(columns, origin), origin), columns, origin);
}

Row readPromptCompletion(const Columns& columns, const RowOrigin& origin) {
    const Json* prompt = columns.find("prompt");
    const Json* completion = columns.find("completion");
    const bool isChat = prompt != nullptr && completion != nullptr && prompt->is_array() && completion->is_array();
    if (!isChat) return PromptCompletionRow{text(columns, "prompt", origin), text(columns, "completion", origin)};
    Json turns = readTurns(*prompt, origin);
    const auto completionFrom = static_cast<std::int64_t>(turns.size());
    for (Json& turn : readTurns(*completion, origin))
        turns.push_back(std::move(turn));
    ChatRow row = chatRow(std::move(turns), columns, origin);
    row.completionFrom = completionFrom;
    return row;
}

Row readAlpaca(const Columns& columns, const RowOrigin& origin) {
    InstructionRow row{.instruction = text(columns, "instruction", origin),
                       .input = textOrEmpty(columns, "input", origin),
                       .output = text(columns, "output", origin)};
    if (const std::string system = textOrEmpty(columns, "system", origin); !system.empty()) row.system = system;
    return row;
}

Row readText(const Columns& columns, const RowOrigin& origin) {
    return TextRow{text(columns, "text", origin)};
}

struct Format {
    std::string_view name;
    bool (*matches)(const Columns&);
    Row (*read)(const Columns&, const RowOrigin&);
};
// Alpaca before text: Stanford's own files carry the finished prompt as "text" as well.
constexpr std::array<Format, 5> kFormats = {{
    {"messages", [](const Columns& row) { return hasTurnsWith(row, "role"); }, readMessages},
    {"sharegpt", [](const Columns& row) { return hasTurnsWith(row, "from"); }, readShareGpt},
    {"prompt_completion", [](const Columns& row) { return row.has("prompt") && row.has("completion"); },
     readPromptCompletion},
    {"alpaca", [](const Columns& row) { return row.has("instruction") && row.has("output"); }, readAlpaca},
    {"text", [](const Columns& row) { return row.has("text"); }, readText},
}};

const Format* formatNamed(const std::string& name) {
    const auto found =
        std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& format) { return format.name == name; });
    return found == kFormats.end() ? nullptr : found;
}

} // namespace

std::optional<std::string> findFormat(const Json& row, const ColumnNames& columns) {
    if (!row.is_object()) return std::nullopt;
    const auto found = std::find_if(kFormats.begin(), kFormats.end(),
                                    [&](const Format& format) { return format.matches(Columns(row, columns)); });
    return found == kFormats.end() ? std::nullopt : std::optional<std::string>(found->name);
}

void refuseUnknownName(const std::string& format) {
    if (format == "auto" || formatNamed(format) != nullptr) return;
    throw Error{ErrorKind::BadConfig,
                "There is no data format called \"" + format + "\".",
                "Choose auto, messages, sharegpt, alpaca, prompt_completion or text.",
                {{"format", format}}};
}

Row readRow(const Json& row, const std::string& format, const ColumnNames& columns, const RowOrigin& origin) {
    if (!row.is_object()) throw badRow(origin, "is no JSON object");
    return formatNamed(format)->read(Columns(row, columns), origin);
}

} // namespace fettle

#include "core/data/turns.h"

#include "core/data/row_problems.h"
#include "core/data/tool_calls.h"

#include <map>
#include <utility>

namespace fettle {

namespace {

// A turn and where it stands, for messages.
struct TurnPlace {
    const RowOrigin& origin;
    std::int64_t number; // from 1

    Error bad(const std::string& what, const RowFault& fault) const {
        return badRow(origin, "has a turn (number " + std::to_string(number) + ") " + what, fault);
    }
};

void addCalls(Json& turn, const Json& value, const TurnPlace& place) {
    const auto calls = readToolCalls(value);
    if (!calls) throw place.bad("with a call of no tool", {FindingKind::UnreadableTurn, "tool_calls"});
    for (const Json& call : *calls)
        turn["tool_calls"].push_back(call);
}

// The turn with its list of parts put where templates look for them. A part that is nothing of what they know would be
// lost without a word, so it is refused.
Json withoutParts(Json turn, const TurnPlace& place) {
    const Json parts = std::exchange(turn["content"], "");
    std::string content, reasoning;
    for (const Json& part : parts) {
        const std::string type = part.is_object() ? part.value("type", Json()).dump() : part.dump();
        const Json value = part.is_object() ? part.value("text", part.value("value", Json())) : Json();
        if (type == "\"text\"" && value.is_string())
            content += value.get<std::string>();
        else if (type == "\"reasoning\"" && value.is_string())
            reasoning += value.get<std::string>();
        else if (type == "\"tool_call\"")
            addCalls(turn, value, place);
        else
            throw place.bad("with a part that is no text: " + type, {FindingKind::PartWithoutText, type});
    }
    turn["content"] = content;
    if (!reasoning.empty()) turn["reasoning_content"] = reasoning;
    return turn;
}

std::string takeText(Json& turn, const char* key, const TurnPlace& place) {
    const auto found = turn.find(key);
    if (found == turn.end() || !found->is_string())
        throw place.bad("without a text \"" + std::string(key) + "\"", {FindingKind::UnreadableTurn, key});
    return found->get<std::string>();
}

Json withoutNulls(const Json& turn) {
    JsonMembers kept;
    for (const auto& [key, value] : turn.items())
        if (!value.is_null()) kept.emplace_back(key, value);
    return objectOf(std::move(kept));
}

Json readTurn(const Json& raw, const TurnPlace& place) {
    if (!raw.is_object()) throw place.bad("that is no object", {FindingKind::UnreadableTurn, "role"});
    Json turn = withoutNulls(raw);
    turn["role"] = takeText(turn, "role", place);
    if (const auto content = turn.find("content"); content != turn.end() && content->is_array())
        turn = withoutParts(std::move(turn), place);
    if (turn.contains("content") || !turn.contains("tool_calls")) turn["content"] = takeText(turn, "content", place);
    return turn;
}

std::string roleOf(const std::string& speaker, const TurnPlace& place) {
    static const std::map<std::string, std::string> kRoles = {
        {"human", "user"},       {"user", "user"},           {"gpt", "assistant"},
        {"bot", "assistant"},    {"assistant", "assistant"}, {"system", "system"},
        {"function", "tool"},    {"tool", "tool"},           {"function_call", "assistant"},
        {"observation", "tool"},
    };
    const auto found = kRoles.find(speaker);
    if (found == kRoles.end())
        throw place.bad("from \"" + speaker + "\", which is none of human, gpt, system, tool and their like",
                        {FindingKind::UnknownSpeaker, speaker});
    return found->second;
}

Json readShareGptTurn(const Json& raw, const TurnPlace& place) {
    if (!raw.is_object()) throw place.bad("that is no object", {FindingKind::UnreadableTurn, "role"});
    Json turn = withoutNulls(raw);
    const std::string speaker = takeText(turn, "from", place);
    Json read = {{"role", roleOf(speaker, place)}, {"content", takeText(turn, "value", place)}};
    if (speaker == "function_call") addCalls(read, std::exchange(read["content"], ""), place);
    return read;
}

Json readEach(const Json& turns, const RowOrigin& origin, Json (*read)(const Json&, const TurnPlace&)) {
    Json result = Json::array();
    for (const Json& turn : turns)
        result.push_back(read(turn, {origin, static_cast<std::int64_t>(result.size()) + 1}));
    return result;
}

} // namespace

Json readTurns(const Json& turns, const RowOrigin& origin) {
    return readEach(turns, origin, readTurn);
}

Json readShareGptTurns(const Json& turns, const RowOrigin& origin) {
    return readEach(turns, origin, readShareGptTurn);
}

} // namespace fettle

#include "core/data/turns.h"

#include "core/data/row_problems.h"

#include <map>

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

// A part that is no text would be lost without a word, so it is refused.
std::string joinParts(const Json& parts, const TurnPlace& place) {
    std::string joined;
    for (const Json& part : parts) {
        const std::string type = part.is_object() ? part.value("type", Json()).dump() : part.dump();
        const Json text = part.is_object() ? part.value("text", part.value("value", Json())) : Json();
        if (type != "\"text\"" || !text.is_string())
            throw place.bad("with a part that is no text: " + type, {FindingKind::PartWithoutText, type});
        joined += text.get<std::string>();
    }
    return joined;
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
        *content = joinParts(*content, place);
    if (turn.contains("content") || !turn.contains("tool_calls")) turn["content"] = takeText(turn, "content", place);
    return turn;
}

std::string roleOf(const std::string& speaker, const TurnPlace& place) {
    static const std::map<std::string, std::string> kRoles = {
        {"human", "user"},          {"user", "user"},     {"gpt", "assistant"}, {"bot", "assistant"},
        {"assistant", "assistant"}, {"system", "system"}, {"function", "tool"}, {"tool", "tool"},
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
    return {{"role", roleOf(takeText(turn, "from", place), place)}, {"content", takeText(turn, "value", place)}};
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

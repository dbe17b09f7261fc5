#include "ui/models/conversation.h"

#include "ui/text/json_values.h"

namespace fettle::ui {

namespace {

constexpr const char* kKinds[] = {"base", "adapter", "model"};

Json resultJson(const ResultRef& result) {
    return {{"base", result.base.toStdString()},
            {"path", result.path.toStdString()},
            {"kind", kKinds[static_cast<int>(result.kind)]},
            {"name", result.name.toStdString()}};
}

ResultRef resultFrom(const Json& json) {
    ResultRef result{.base = textIn(json, "base"), .path = textIn(json, "path"), .name = textIn(json, "name")};
    const QString kind = textIn(json, "kind");
    for (const auto known : {ResultRef::Kind::Base, ResultRef::Kind::Adapter, ResultRef::Kind::Model})
        if (kind == QLatin1String(kKinds[static_cast<int>(known)])) result.kind = known;
    return result;
}

Json turnsJson(const std::vector<ChatTurn>& turns) {
    Json list = Json::array();
    for (const ChatTurn& turn : turns)
        if (!turn.isStreaming)
            list.push_back({{"role", turn.role.toStdString()},
                            {"content", turn.text.toStdString()},
                            {"stop", turn.stop.toStdString()},
                            {"error", turn.error.toStdString()},
                            {"tokens", turn.tokenCount},
                            {"tokens_per_second", turn.tokensPerSecond},
                            {"strength", turn.strength}});
    return list;
}

std::vector<ChatTurn> turnsFrom(const Json& list) {
    std::vector<ChatTurn> turns;
    for (const Json& turn : list)
        turns.push_back({.role = textIn(turn, "role"),
                         .text = textIn(turn, "content"),
                         .tokens = {},
                         .tokenCount = wholeIn(turn, "tokens"),
                         .tokensPerSecond = numberIn(turn, "tokens_per_second").value_or(0),
                         .strength = numberIn(turn, "strength").value_or(1),
                         .stop = textIn(turn, "stop"),
                         .error = textIn(turn, "error")});
    return turns;
}

Json sideJson(const Conversation::Side& side) {
    return {{"result", resultJson(side.result)}, {"turns", turnsJson(side.turns)}};
}

Conversation::Side sideFrom(const Json& json) {
    if (!json.is_object()) return {};
    return {.result = resultFrom(json.value("result", Json())), .turns = turnsFrom(listIn(json, "turns"))};
}

} // namespace

QString Conversation::title() const {
    for (const Side* side : {&right, &left})
        for (const ChatTurn& turn : side->turns)
            if (turn.role == QLatin1String("user")) return turn.text.simplified();
    return {};
}

Json toJson(const Conversation& conversation) {
    Json json = {{"version", 1},
                 {"changed", conversation.changed.toUTC().toString(Qt::ISODateWithMs).toStdString()},
                 {"right", sideJson(conversation.right)}};
    if (conversation.isCompared) json["left"] = sideJson(conversation.left);
    return json;
}

Conversation conversationFrom(const Json& json) {
    Conversation conversation{.id = {},
                              .changed = QDateTime::fromString(textIn(json, "changed"), Qt::ISODateWithMs),
                              .isCompared = json.is_object() && json.contains("left")};
    if (json.is_object()) conversation.right = sideFrom(json.value("right", Json()));
    if (conversation.isCompared) conversation.left = sideFrom(json["left"]);
    if (conversation.right.result.isEmpty() || conversation.isEmpty())
        throw Error{ErrorKind::BadFile, "This is no conversation.", "Choose a file that Fettle's chat has written."};
    return conversation;
}

} // namespace fettle::ui

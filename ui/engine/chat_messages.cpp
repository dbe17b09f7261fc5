#include "ui/engine/chat_messages.h"

#include "ui/text/json_values.h"

namespace fettle::ui {

Json generateCommand(int id, const ChatAsk& ask) {
    Json adapters = Json::array();
    for (const AdapterStrength& adapter : ask.adapters)
        adapters.push_back({{"path", adapter.path.toStdString()}, {"strength", adapter.strength}});
    Json command = {{"command", "generate"},
                    {"id", id},
                    {"messages", ask.messages},
                    {"adapters", adapters},
                    {"sampling", toJson(ask.sampling)}};
    if (ask.continuesLast) command["continue_last"] = true;
    return command;
}

QStringList chatArguments(const ChatServerOptions& options) {
    QStringList arguments = {QStringLiteral("chat"), QStringLiteral("--json"), QStringLiteral("--model"),
                             options.model};
    if (!options.device.isEmpty()) arguments << QStringLiteral("--device") << options.device;
    if (options.threads > 0) arguments << QStringLiteral("--threads") << QString::number(options.threads);
    if (!options.dtype.isEmpty()) arguments << QStringLiteral("--dtype") << options.dtype;
    return arguments;
}

ChatToken tokenFrom(const Json& message) {
    ChatToken token{.id = static_cast<int>(wholeIn(message, "token")),
                    .text = textIn(message, "text"),
                    .logprob = numberIn(message, "logprob").value_or(0)};
    for (const Json& likely : listIn(message, "top"))
        token.top.push_back({static_cast<int>(wholeIn(likely, "id")), textIn(likely, "token"),
                             numberIn(likely, "logprob").value_or(0)});
    return token;
}

ChatDone doneFrom(const Json& message) {
    return {.stop = textIn(message, "stop"),
            .promptTokens = wholeIn(message, "prompt_tokens"),
            .outputTokens = wholeIn(message, "output_tokens"),
            .tokensPerSecond = numberIn(message, "tokens_per_second").value_or(0)};
}

QVector<int> idsFrom(const Json& message) {
    QVector<int> ids;
    for (const Json& id : listIn(message, "input_ids"))
        if (id.is_number_integer()) ids << id.get<int>();
    return ids;
}

} // namespace fettle::ui

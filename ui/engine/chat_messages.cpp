#include "ui/engine/chat_messages.h"

namespace fettle::ui {

namespace {

Json samplingJson(const SamplingConfig& sampling) {
    return {{"temperature", sampling.temperature},
            {"top_p", sampling.topP},
            {"top_k", sampling.topK},
            {"min_p", sampling.minP},
            {"repetition_penalty", sampling.repetitionPenalty},
            {"seed", sampling.seed},
            {"max_new_tokens", sampling.maxNewTokens},
            {"stop_strings", sampling.stopStrings},
            {"logprobs", sampling.logprobs}};
}

const Json* listIn(const Json& message, const char* key) {
    const auto found = message.find(key);
    return found != message.end() && found->is_array() ? &*found : nullptr;
}

} // namespace

QString textIn(const Json& message, const char* key) {
    const auto found = message.is_object() ? message.find(key) : message.end();
    return found != message.end() && found->is_string() ? QString::fromStdString(found->get<std::string>()) : QString();
}

double numberIn(const Json& message, const char* key) {
    const auto found = message.is_object() ? message.find(key) : message.end();
    return found != message.end() && found->is_number() ? found->get<double>() : 0;
}

Json generateCommand(int id, const ChatAsk& ask) {
    Json adapters = Json::array();
    for (const AdapterStrength& adapter : ask.adapters)
        adapters.push_back({{"path", adapter.path.toStdString()}, {"strength", adapter.strength}});
    return {{"command", "generate"},
            {"id", id},
            {"messages", ask.messages},
            {"adapters", adapters},
            {"sampling", samplingJson(ask.sampling)}};
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
    ChatToken token{.id = static_cast<int>(numberIn(message, "token")),
                    .text = textIn(message, "text"),
                    .logprob = numberIn(message, "logprob")};
    if (const Json* top = listIn(message, "top"))
        for (const Json& likely : *top)
            token.top.push_back(
                {static_cast<int>(numberIn(likely, "id")), textIn(likely, "token"), numberIn(likely, "logprob")});
    return token;
}

ChatDone doneFrom(const Json& message) {
    return {.stop = textIn(message, "stop"),
            .promptTokens = static_cast<qint64>(numberIn(message, "prompt_tokens")),
            .outputTokens = static_cast<qint64>(numberIn(message, "output_tokens")),
            .tokensPerSecond = numberIn(message, "tokens_per_second")};
}

QVector<int> idsFrom(const Json& message) {
    QVector<int> ids;
    if (const Json* list = listIn(message, "input_ids"))
        for (const Json& id : *list)
            if (id.is_number_integer()) ids << id.get<int>();
    return ids;
}

} // namespace fettle::ui

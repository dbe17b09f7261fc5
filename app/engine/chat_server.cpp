#include "app/engine/chat_server.h"

#include "app/engine/failure.h"

namespace fettle::engine {

namespace {

template <class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};

Json likelyJson(const GeneratedToken& token, const Tokenizer& tokenizer) {
    Json top = Json::array();
    for (const LikelyToken& likely : token.top)
        top.push_back({{"id", likely.id},
                       {"token", likely.id < tokenizer.size() ? tokenizer.piece(likely.id) : ""},
                       {"logprob", likely.logprob}});
    return top;
}

std::unique_ptr<BatchDecoder> decoderOf(const OpenModel& model) {
    return std::make_unique<BatchDecoder>(*model.model, model.text.tokenizer, model.compute);
}

} // namespace

ChatServer::ChatServer(ModelOptions options, const cli::Output& output)
    : m_options(std::move(options)), m_model(openModel(m_options)), m_output(output), m_decoder(decoderOf(m_model)) {
    m_output.line(Json{{"type", "ready"},
                       {"protocol", 1},
                       {"context", m_model.model->architecture().maxPositions},
                       {"chat_template", m_model.text.chatTemplate.has_value()}});
}

void ChatServer::obey(const std::string& line) {
    Json id;
    try {
        const auto command = parseChatCommand(line);
        if (!command) return;
        std::visit(
            [&](const auto& known) {
                if constexpr (requires { known.id; }) id = known.id;
            },
            *command);
        std::visit(Overloaded{[this](const GenerateCommand& c) { start(c); },
                              [this](const CancelCommand& c) { cancel(c); }, [this](const LoadCommand& c) { load(c); },
                              [this](const UnloadCommand& c) { unload(c); },
                              [this](const RenderCommand& c) { render(c); }},
                   *command);
    } catch (const Error& error) {
        if (id.is_null() && error.facts.contains("id")) id = Json::parse(error.facts.at("id"));
        emitError(id, error);
    } catch (const std::exception& exception) {
        emitError(id, exception);
    }
}

bool ChatServer::step() {
    const bool didWork = m_decoder->step();
    finishDone();
    return didWork;
}

void ChatServer::start(const GenerateCommand& command) {
    ChatRequest conversation;
    conversation.messages = command.messages;
    const TextSide& text = textOf(command);
    GenerateRequest request{.prompt = command.continuesLast ? continuedIds(text, conversation)
                                                            : conversationIds(text, conversation),
                            .sampling = command.sampling,
                            .stopIds = text.turnStopIds,
                            .tokenizer = text.tokenizer,
                            .continuesText = command.continuesLast};
    for (const AdapterChoice& choice : command.adapters)
        request.adapters.emplace_back(adapter(choice.path).adapter.slots(), choice.strength);
    const auto promptTokens = std::ssize(request.prompt);
    const std::int64_t stream =
        m_decoder->add(std::move(request), [this, id = command.id, tokenizer = text.tokenizer](
                                               const GeneratedToken& token) { emitToken(id, token, *tokenizer); });
    m_requests.push_back({command.id, stream, promptTokens});
}

void ChatServer::cancel(const CancelCommand& command) {
    for (const Request& request : m_requests)
        if (request.id == command.id) m_decoder->cancel(request.stream);
    finishDone();
}

void ChatServer::load(const LoadCommand& command) {
    (void)adapter(command.path);
    m_output.line(Json{{"type", "loaded"}, {"path", command.path}});
}

void ChatServer::unload(const UnloadCommand& command) {
    m_adapters.erase(command.path); // streams that still use it keep its weights alive
    m_output.line(Json{{"type", "unloaded"}, {"path", command.path}});
}

void ChatServer::render(const RenderCommand& command) {
    ChatRequest conversation;
    conversation.messages = command.messages;
    const auto ids = conversationIds(m_model.text, conversation);
    m_output.line(Json{{"type", "rendered"},
                       {"id", command.id},
                       {"text", m_model.text.tokenizer->decode(ids, SpecialText::Keep)},
                       {"input_ids", ids}});
}

void ChatServer::finishDone() {
    std::erase_if(m_requests, [this](const Request& request) {
        const auto answer = m_decoder->take(request.stream);
        if (!answer) return false;
        emitEnd(request, *answer);
        return true;
    });
}

void ChatServer::emitEnd(const Request& request, const Generation& answer) const {
    try {
        if (answer.failure) std::rethrow_exception(answer.failure);
    } catch (const std::exception& exception) {
        return emitError(request.id, exception);
    }
    const auto tokens = static_cast<double>(answer.ids.size());
    m_output.line(Json{{"type", "done"},
                       {"id", request.id},
                       {"stop", answer.stop},
                       {"prompt_tokens", request.promptTokens},
                       {"output_tokens", answer.ids.size()},
                       {"tokens_per_second", answer.seconds > 0 ? tokens / answer.seconds : 0.0}});
}

const ChatServer::LoadedAdapter& ChatServer::adapter(const std::string& path) {
    const auto known = m_adapters.find(path);
    if (known != m_adapters.end()) return known->second;
    std::optional<TextSide> text;
    if (bringsTextSide(path)) text = readTextSide(*m_model.base, {path});
    if (text) makeRoom(architectureFor(*m_model.base, *text).vocabSize);
    LoadedAdapter loaded{.adapter = Adapter::load(path, *m_model.model), .text = std::move(text)};
    return m_adapters.emplace(path, std::move(loaded)).first->second;
}

// The model is loaded once more, with rows for the tokens that an adapter adds. Adapters that are there keep theirs.
void ChatServer::makeRoom(std::int64_t vocabulary) {
    if (vocabulary <= m_model.model->architecture().vocabSize) return;
    if (!m_requests.empty())
        throw Error{ErrorKind::BadUsage, "The adapter adds tokens, so that the model must be loaded again.",
                    "Try again when no answer is being written."};
    m_options.leastVocabulary = vocabulary;
    m_decoder.reset();
    m_model.model.reset(); // before its successor is there: one of them may be all that fits
    m_model = openModel(m_options);
    m_decoder = decoderOf(m_model);
}

// Of the first adapter that was trained with its own, else the base's.
const TextSide& ChatServer::textOf(const GenerateCommand& command) {
    for (const AdapterChoice& choice : command.adapters)
        if (const auto& text = adapter(choice.path).text) return *text;
    return m_model.text;
}

void ChatServer::emitToken(const Json& id, const GeneratedToken& token, const Tokenizer& tokenizer) const {
    m_output.line(Json{{"type", "token"},
                       {"id", id},
                       {"token", token.id},
                       {"text", token.text},
                       {"logprob", token.logprob},
                       {"top", likelyJson(token, tokenizer)}});
}

void ChatServer::emitError(const Json& id, const std::exception& exception) const {
    Json event = {{"type", "error"}, {"id", id}};
    event.update(toJson(translated(exception)));
    m_output.line(event);
}

} // namespace fettle::engine

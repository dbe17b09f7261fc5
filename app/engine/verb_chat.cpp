#include "app/engine/chat_server.h"
#include "app/engine/line_reader.h"
#include "app/engine/signals.h"

namespace fettle::engine {

namespace {

struct Options {
    ModelOptions model;
    std::string system;
    SamplingConfig sampling = {.temperature = 0.7, .topP = 0.95};
};

void serve(const Options& options, const Session& session) {
    ChatServer server(options.model, session.output);
    LineReader input(interruptDescriptor());
    bool isBusy = false;
    while (!interruptFlag().isRequested()) {
        // While something is being generated, commands are taken as they come; else the server sleeps on its input.
        while (const auto line = input.next(isBusy ? LineReader::Wait::No : LineReader::Wait::ForLine)) {
            server.obey(*line);
            isBusy = true;
        }
        if (!isBusy && input.isAtEnd()) return;
        isBusy = server.step();
    }
}

// The answer as it comes, and the conversation with it.
void answer(const OpenModel& model, const Options& options, ChatRequest& conversation, const Session& session) {
    BatchDecoder decoder(*model.model, model.text.tokenizer, model.compute);
    const std::int64_t stream = decoder.add({.prompt = conversationIds(model.text, conversation),
                                             .adapters = model.streamAdapters(options.model.strength),
                                             .sampling = options.sampling,
                                             .stopIds = model.text.turnStopIds},
                                            [&](const GeneratedToken& token) { session.output.text(token.text); });
    while (!interruptFlag().isRequested() && decoder.step()) {
    }
    decoder.cancel(stream);
    session.output.text("\n");
    conversation.messages.push_back({{"role", "assistant"}, {"content", decoder.take(stream)->text}});
}

void talk(const Options& options, const Session& session) {
    const OpenModel model = openModel(options.model);
    ChatRequest conversation;
    if (!options.system.empty()) conversation.messages.push_back({{"role", "system"}, {"content", options.system}});
    LineReader input(interruptDescriptor());
    session.output.text("> ");
    while (const auto line = input.next(LineReader::Wait::ForLine)) {
        if (!line->empty()) {
            conversation.messages.push_back({{"role", "user"}, {"content", *line}});
            answer(model, options, conversation, session);
        }
        if (interruptFlag().isRequested()) return;
        session.output.text("> ");
    }
    session.output.text("\n");
}

} // namespace

void addChat(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(app, "chat");
    options->model.addTo(*verb);
    verb->add_option("--system", options->system, "System prompt");
    verb->add_option("--temperature", options->sampling.temperature)->capture_default_str();
    verb->add_option("--max-tokens", options->sampling.maxNewTokens)->capture_default_str();
    verb->callback([options, &session] {
        options->model.stop = &interruptFlag(); // from here on a signal ends it in peace
        try {
            session.json ? serve(*options, session) : talk(*options, session);
        } catch (const Cancelled&) {
            // Ended while the model was loaded: nobody is owed an answer.
        }
    });
}

} // namespace fettle::engine

#pragma once

#include "app/engine/model_options.h"
#include "app/engine/session.h"
#include "core/generate/batch_decoder.h"
#include "core/run/chat_messages.h"

#include <map>

namespace fettle::engine {

// Answers chat commands; all streams share one decoding loop. Whatever goes wrong ends the request that it belongs to,
// never the server.
class ChatServer {
public:
    // The model is opened by the options, and again where an adapter needs rows for more tokens.
    ChatServer(ModelOptions options, const cli::Output& output);

    void obey(const std::string& line);
    // One decoding step; false where nothing is being generated.
    bool step();

private:
    struct Request {
        Json id;
        std::int64_t stream = 0;
        std::int64_t promptTokens = 0;
    };

    void start(const GenerateCommand& command);
    void cancel(const CancelCommand& command);
    void load(const LoadCommand& command);
    void unload(const UnloadCommand& command);
    void render(const RenderCommand& command);
    void finishDone();
    struct LoadedAdapter {
        Adapter adapter;
        std::optional<TextSide> text; // where its folder brings something of it
    };
    [[nodiscard]] const LoadedAdapter& adapter(const std::string& path);
    [[nodiscard]] const TextSide& textOf(const GenerateCommand& command);
    void emitToken(const Json& id, const GeneratedToken& token, const Tokenizer& tokenizer) const;
    void emitError(const Json& id, const std::exception& exception) const;
    void emitEnd(const Request& request, const Generation& answer) const;

    void makeRoom(std::int64_t vocabulary);

    ModelOptions m_options;
    OpenModel m_model;
    const cli::Output& m_output;
    std::unique_ptr<BatchDecoder> m_decoder;
    std::map<std::string, LoadedAdapter> m_adapters; // by path
    std::vector<Request> m_requests;
};

} // namespace fettle::engine

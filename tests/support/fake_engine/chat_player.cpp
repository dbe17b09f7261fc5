#include "tests/support/fake_engine/chat_player.h"

#include "tests/support/fake_engine/input.h"

#include <csignal>
#include <cstdio>
#include <deque>
#include <iterator>
#include <list>
#include <sstream>
#include <vector>

namespace fettle::fake {

namespace {

struct Stream {
    Json id;
    std::deque<std::string> words;
    int spoken = 0, limit = 256;
    bool isSilent = false;
};

void say(const Json& message) {
    std::printf("%s\n", toLine(message).c_str());
    std::fflush(stdout);
}

std::string speaker(const Json& adapters) {
    if (!adapters.is_array() || adapters.empty()) return "base:";
    char text[32];
    std::snprintf(text, sizeof text, "tuned %.2f:", adapters.front().value("strength", 1.0));
    return text;
}

// Of the message that is so many before the last.
std::string contentOf(const Json& messages, std::size_t before) {
    return messages.size() <= before ? "" : messages[messages.size() - 1 - before].value("content", "");
}

std::vector<std::string> wordsOf(const std::string& text) {
    std::istringstream words(text);
    return {std::istream_iterator<std::string>(words), {}};
}

Stream streamOf(const Json& command) {
    Stream stream{.id = command["id"]};
    const auto& messages = command["messages"];
    const std::size_t said = command.value("continue_last", false) ? wordsOf(contentOf(messages, 0)).size() : 0;
    const std::string asked = contentOf(messages, said > 0 ? 1 : 0);
    stream.isSilent = asked == "say nothing for ever";
    stream.limit = command.value("sampling", Json::object()).value("max_new_tokens", 256);
    const auto words = wordsOf(speaker(command.value("adapters", Json())) + " " + asked);
    for (std::size_t i = said; i < words.size(); ++i)
        stream.words.push_back((i == 0 ? "" : " ") + words[i]);
    return stream;
}

void speak(Stream& stream) {
    const std::string word = stream.words.front();
    stream.words.pop_front();
    ++stream.spoken;
    const Json top =
        Json::array({{{"id", 7}, {"token", word}, {"logprob", -0.1}}, {{"id", 8}, {"token", "?"}, {"logprob", -2.5}}});
    say({{"type", "token"}, {"id", stream.id}, {"token", 7}, {"text", word}, {"logprob", -0.1}, {"top", top}});
}

void finish(const Stream& stream, const char* stop) {
    say({{"type", "done"},
         {"id", stream.id},
         {"stop", stop},
         {"prompt_tokens", 12},
         {"output_tokens", stream.spoken},
         {"tokens_per_second", 200.0}});
}

class Server {
public:
    void obey(const Json& command) {
        const std::string name = command.value("command", "");
        if (name == "generate") start(command);
        if (name == "cancel") cancel(command["id"]);
        if (name == "load") say({{"type", "loaded"}, {"path", command["path"]}});
        if (name == "unload") say({{"type", "unloaded"}, {"path", command["path"]}});
        if (name == "render")
            say({{"type", "rendered"}, {"id", command["id"]}, {"text", "<|im_start|>user"}, {"input_ids", {1, 2, 3}}});
    }
    void turn() {
        m_streams.remove_if([](Stream& stream) {
            if (stream.isSilent) return false;
            const bool isCut = stream.spoken >= stream.limit;
            if (!stream.words.empty() && !isCut) {
                speak(stream);
                return false;
            }
            finish(stream, isCut ? "length" : "eos");
            return true;
        });
    }
    [[nodiscard]] bool isBusy() const {
        for (const Stream& stream : m_streams)
            if (!stream.isSilent) return true;
        return false;
    }

private:
    void start(const Json& command) {
        const std::string asked = contentOf(command["messages"], 0);
        if (asked == "die") std::raise(SIGKILL);
        if (asked == "break")
            say({{"type", "error"},
                 {"id", command["id"]},
                 {"kind", "bad_template"},
                 {"facts", Json::object()},
                 {"message", "The template refuses this conversation."},
                 {"hint", "Begin with a user turn."}});
        else
            m_streams.push_back(streamOf(command));
    }
    void cancel(const Json& id) {
        m_streams.remove_if([&](const Stream& stream) {
            if (stream.id != id) return false;
            finish(stream, "cancelled");
            return true;
        });
    }

    std::list<Stream> m_streams;
};

} // namespace

void playChat(int context) {
    say({{"type", "ready"}, {"protocol", 1}, {"context", context}, {"chat_template", true}});
    Server server;
    Input input;
    while (!input.isAtEnd()) {
        while (const auto command = input.next(server.isBusy() ? 0 : -1))
            server.obey(*command);
        server.turn();
    }
}

} // namespace fettle::fake

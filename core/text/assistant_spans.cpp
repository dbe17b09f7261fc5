#include "core/text/assistant_spans.h"

#include "core/base/error.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <optional>

namespace fettle {

namespace {

using Render = std::function<std::string(const ChatRequest&)>;

constexpr std::size_t kMostChecked = 8; // a template that rewrites earlier turns rewrites the first ones

bool isAssistant(const Json& message) {
    return message.is_object() && message.value("role", Json()) == "assistant";
}

std::string contentOf(const Json& message) {
    const Json content = message.value("content", Json());
    return content.is_string() ? content.get<std::string>() : std::string();
}

ChatRequest beginning(const ChatRequest& request, std::size_t messages) {
    ChatRequest part = request;
    part.messages = Json::array();
    for (std::size_t i = 0; i < messages; ++i)
        part.messages.push_back(request.messages[i]);
    return part;
}

// Bytes of a turn before what is said, where the template has no generation prompt that would tell. Blanks alone belong
// to what is said: SentencePiece joins them to the first word.
std::size_t headSize(const std::string& turn, const Json& message) {
    const std::string content = contentOf(message);
    const std::size_t begin = turn.find(content);
    if (content.empty() || begin == std::string::npos) return 0;
    return turn.find_first_not_of(" \n") == begin ? 0 : begin;
}

// What is written before an answer: what the template adds when it is asked to; empty where it adds nothing.
std::string generationPrompt(const ChatRequest& request, std::size_t firstAnswer, const Render& render) {
    for (const std::size_t count : {firstAnswer, request.messages.size()}) {
        if (count == 0) continue;
        ChatRequest part = beginning(request, count);
        try {
            const std::string plain = render(part);
            part.addGenerationPrompt = true;
            const std::string asked = render(part);
            if (asked.size() > plain.size() && asked.starts_with(plain)) return asked.substr(plain.size());
        } catch (const Error&) { // a conversation that this template does not take: the next one tells
        }
    }
    return {};
}

// Where the answer begins within its turn: behind the header, which stands before the content; where only its beginning
// is there (a header that also opens and closes a thought), behind what both share, as TRL cuts prompt and completion.
std::size_t answerBegin(const std::string& turn, const Json& message, const std::string& prompt,
                        const std::string& tail) {
    const std::string content = contentOf(message);
    const std::size_t place = content.empty() ? std::string::npos : turn.find(content);
    for (const std::string& header : {prompt, tail}) {
        const std::size_t at = header.empty()               ? std::string::npos
                               : place == std::string::npos ? turn.find(header)
                                                            : turn.rfind(header, place);
        if (at != std::string::npos) return at + header.size();
    }
    if (prompt.empty()) return headSize(turn, message);
    const auto shared = std::mismatch(turn.begin(), turn.end(), prompt.begin(), prompt.end());
    return static_cast<std::size_t>(shared.first - turn.begin());
}

// What was written for each message; nothing where the loops do not tell: a message without a round, or with several
// that wrote, or out of order.
std::optional<std::vector<ByteSpan>> turnsOf(const ChatRequest& request, const RenderedTurns& rendered) {
    std::vector<std::optional<ByteSpan>> found(request.messages.size());
    for (const auto& [message, output] : rendered.turns) {
        const bool wrote = output.end > output.begin;
        if (found[message] && found[message]->end > found[message]->begin && wrote) return std::nullopt;
        if (!found[message] || wrote) found[message] = output;
    }
    std::vector<ByteSpan> turns;
    std::size_t last = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (isAssistant(request.messages[i]) && (!found[i] || found[i]->begin < last)) return std::nullopt;
        turns.push_back(found[i].value_or(ByteSpan{last, last}));
        last = turns.back().end;
    }
    return turns;
}

// The first turns, and the last but one, must read the same where the conversation ends with them.
void refuseRewritten(const ChatRequest& request, const std::string& text, const std::vector<ByteSpan>& turns,
                     const std::vector<std::size_t>& answers, const Render& render) {
    for (std::size_t k = 0; k < answers.size(); ++k) {
        const bool isChecked = k < kMostChecked || k + 2 >= answers.size();
        if (!isChecked || answers[k] + 1 == turns.size()) continue;
        const std::string alone = render(beginning(request, answers[k] + 1));
        if (alone.compare(0, turns[answers[k]].end, text, 0, turns[answers[k]].end) != 0) refuseRewriting();
    }
}

std::vector<ByteSpan> byTurns(const ChatRequest& request, const std::string& text, const std::vector<ByteSpan>& turns,
                              const Render& render) {
    std::vector<std::size_t> answers;
    for (std::size_t i = 0; i < turns.size(); ++i)
        if (isAssistant(request.messages[i])) answers.push_back(i);
    if (answers.empty()) return {};
    refuseRewritten(request, text, turns, answers, render);
    const std::string prompt = generationPrompt(request, answers.front(), render);
    const std::string tail = text.substr(turns.back().end); // some templates always end with the prompt
    std::vector<ByteSpan> spans;
    for (const std::size_t i : answers) {
        const auto [begin, end] = turns[i];
        const std::string turn = text.substr(begin, end - begin);
        spans.push_back({begin + answerBegin(turn, request.messages[i], prompt, tail), end});
    }
    return spans;
}

// What the assistant says in turn k: from the text of the turns before with the generation prompt to that of the turns
// up to k.
std::vector<ByteSpan> byPrefixes(const ChatRequest& request, const std::string& text, const Render& render) {
    std::vector<ByteSpan> spans;
    ChatRequest prefix = beginning(request, 0);
    for (const Json& message : request.messages) {
        if (!isAssistant(message)) {
            prefix.messages.push_back(message);
            continue;
        }
        const std::string plain = render(prefix);
        prefix.addGenerationPrompt = true;
        const std::string before = render(prefix);
        prefix.addGenerationPrompt = false;
        prefix.messages.push_back(message);
        const std::string after = render(prefix);
        if (!after.starts_with(before) || !text.starts_with(after)) refuseRewriting();
        const std::size_t head = plain != before ? 0 : headSize(after.substr(before.size()), message);
        spans.push_back({before.size() + head, after.size()});
    }
    return spans;
}

} // namespace

void refuseRewriting() {
    throw Error{ErrorKind::BadTemplate,
                "This chat template rewrites earlier turns, so what the assistant says cannot be told apart.",
                "Choose a training template with {% generation %} marks, or data.train_on: everything."};
}

std::vector<TextSpan> assistantSpans(const ChatRequest& request, const RenderedTurns& rendered, const Render& render) {
    if (!request.messages.is_array()) return {};
    const auto turns = turnsOf(request, rendered);
    return inCodePoints(rendered.text, turns ? byTurns(request, rendered.text, *turns, render)
                                             : byPrefixes(request, rendered.text, render));
}

std::vector<TextSpan> inCodePoints(std::string_view text, const std::vector<ByteSpan>& spans) {
    std::vector<TextSpan> result;
    std::size_t byte = 0;
    std::int64_t point = 0;
    const auto advance = [&](std::size_t to) {
        if (to < byte) byte = 0, point = 0;
        point += codePointCount(text.substr(byte, to - byte));
        byte = to;
        return point;
    };
    for (const auto& [begin, end] : spans) {
        const std::int64_t first = advance(begin);
        result.push_back({first, advance(end)});
    }
    return result;
}

} // namespace fettle

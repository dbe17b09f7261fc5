#pragma once

#include "core/text/chat_template.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace fettle {

struct ByteSpan {
    std::size_t begin = 0, end = 0;
};

// A conversation as a template writes it, without generation prompt, and what it wrote in each round of its loops over
// the messages.
struct RenderedTurns {
    std::string text;
    struct Turn {
        std::size_t message = 0;
        ByteSpan output;
    };
    std::vector<Turn> turns;
};

// Where the assistant speaks, its end of turn included, for a template without {% generation %} marks: behind the
// header of each of its turns. Where no loop tells the turns apart, growing prefixes of the conversation are rendered,
// each of which must continue the one before. Error{BadTemplate} for a template that rewrites earlier turns.
[[nodiscard]] std::vector<TextSpan> assistantSpans(const ChatRequest& request, const RenderedTurns& rendered,
                                                   const std::function<std::string(const ChatRequest&)>& render);

// Spans in order of their beginning; one walk over the text.
[[nodiscard]] std::vector<TextSpan> inCodePoints(std::string_view text, const std::vector<ByteSpan>& spans);

[[noreturn]] void refuseRewriting();

} // namespace fettle

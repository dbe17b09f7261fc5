#pragma once

#include "core/base/json.h"
#include "core/text/tokenizer.h"

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fettle {

// Files that hold nothing but a model's template; others keep theirs in tokenizer_config.json.
inline constexpr std::array kChatTemplateFiles = {"chat_template.jinja", "chat_template.json"};

struct RenderedChat {
    std::string text;
    std::vector<TextSpan> assistantSpans; // code points of `text` that the assistant says, its end of turn included
};

struct ChatRequest {
    Json messages = Json::array(); // [{"role", "content", ...}]
    Json tools;                    // null: none
    Json documents;                // null: none
    Json extras = Json::object();  // further variables of the template (enable_thinking, date_string ...)
    bool addGenerationPrompt = false;
};

// A Jinja chat template as transformers runs it (immutable sandbox, trim_blocks, lstrip_blocks, generation tag).
class ChatTemplate {
public:
    // Error{BadTemplate} with line and column.
    [[nodiscard]] static ChatTemplate parse(const std::string& source);
    // The text of a folder's template: chat_template.jinja, then chat_template.json, then tokenizer_config.json
    // ("default" of a list). Empty: it has none.
    [[nodiscard]] static std::string sourceIn(const std::filesystem::path& folder);
    // `override` if not empty, then the folder's own. nullopt where a model has none.
    [[nodiscard]] static std::optional<ChatTemplate> load(const std::filesystem::path& folder,
                                                          const std::filesystem::path& override = {});

    // Spans come from {% generation %} marks where the template has them, else from what each round of its loop over
    // the messages writes, else from rendering growing prefixes of the conversation. Error{BadTemplate} where the text
    // of an earlier turn changes with those that follow. Error{BadTemplate} for raise_exception, a step or output
    // limit, a type error.
    [[nodiscard]] RenderedChat render(const ChatRequest& request, const Json& specialTokens) const;
    // The text alone, without looking for spans.
    [[nodiscard]] std::string renderText(const ChatRequest& request, const Json& specialTokens) const;

    [[nodiscard]] const std::string& source() const { return m_source; }

private:
    [[nodiscard]] RenderedChat renderMarked(const ChatRequest& request, const Json& specialTokens) const;
    [[nodiscard]] RenderedChat renderUnmarked(const ChatRequest& request, const Json& specialTokens) const;

    struct Program;
    std::string m_source;
    std::shared_ptr<const Program> m_program;
};

// Rendered text as ids (no automatic special tokens) with one flag per id: a character of it is in a span, as in
// return_assistant_tokens_mask of transformers' apply_chat_template.
struct TokenizedChat {
    std::vector<TokenId> ids;
    std::vector<std::uint8_t> mask;
};
[[nodiscard]] TokenizedChat tokenize(const RenderedChat& chat, const Tokenizer& tokenizer);

} // namespace fettle

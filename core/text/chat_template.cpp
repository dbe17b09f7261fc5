#include "core/text/chat_template.h"

#include "core/base/files.h"
#include "core/text/jinja/context.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace fettle {

namespace {

jinja::Dict variables(const ChatRequest& request, const Json& specialTokens) {
    jinja::Dict all;
    for (const Json* extra : {&specialTokens, &request.extras})
        if (extra->is_object())
            for (const auto& [name, value] : extra->items())
                assign(all, jinja::Value(name), jinja::Value::fromJson(value));
    assign(all, "messages", jinja::Value::fromJson(request.messages));
    assign(all, "tools", jinja::Value::fromJson(request.tools));
    assign(all, "documents", jinja::Value::fromJson(request.documents));
    assign(all, "add_generation_prompt", request.addGenerationPrompt);
    return all;
}

// A text member of an object; empty where there is none.
std::string textOf(const Json& object, const char* key) {
    if (!object.is_object()) return {};
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string templateOfConfig(const Json& config) {
    const auto found = config.find("chat_template");
    if (found == config.end()) return {};
    if (found->is_string()) return found->get<std::string>();
    if (!found->is_array()) return {};
    std::string first;
    for (const Json& named : *found) {
        const std::string text = textOf(named, "template");
        if (textOf(named, "name") == "default") return text;
        if (first.empty()) first = text;
    }
    return first;
}

// Bytes of a turn before what is said, where the template has no generation prompt that would tell. Blanks alone belong
// to what is said: SentencePiece joins them to the first word.
std::size_t headSize(const std::string& turn, const Json& message) {
    const std::string content = textOf(message, "content");
    const std::size_t begin = turn.find(content);
    if (content.empty() || begin == std::string::npos) return 0;
    return turn.find_first_not_of(" \n") == begin ? 0 : begin;
}

} // namespace

struct ChatTemplate::Program {
    jinja::Block block;
    bool hasGenerationMarks = false;
};

ChatTemplate ChatTemplate::parse(const std::string& source) {
    ChatTemplate result;
    auto program = std::make_shared<Program>();
    program->block = jinja::parse(source);
    program->hasGenerationMarks = source.find("endgeneration") != std::string::npos;
    result.m_source = source;
    result.m_program = std::move(program);
    return result;
}

std::optional<ChatTemplate> ChatTemplate::load(const std::filesystem::path& folder,
                                               const std::filesystem::path& override) {
    if (!override.empty()) return parse(readFile(override));
    if (std::filesystem::exists(folder / "chat_template.jinja")) return parse(readFile(folder / "chat_template.jinja"));
    for (const char* file : {"chat_template.json", "tokenizer_config.json"})
        if (std::filesystem::exists(folder / file))
            if (const std::string source = templateOfConfig(readJson(folder / file)); !source.empty())
                return parse(source);
    return std::nullopt;
}

std::string ChatTemplate::renderText(const ChatRequest& request, const Json& specialTokens) const {
    jinja::Context context(variables(request, specialTokens));
    jinja::execute(m_program->block, context);
    return context.output();
}

RenderedChat ChatTemplate::render(const ChatRequest& request, const Json& specialTokens) const {
    if (m_program->hasGenerationMarks) return renderMarked(request, specialTokens);
    return renderPrefixes(request, specialTokens);
}

RenderedChat ChatTemplate::renderMarked(const ChatRequest& request, const Json& specialTokens) const {
    jinja::Context context(variables(request, specialTokens));
    jinja::execute(m_program->block, context);
    RenderedChat chat{.text = context.output()};
    const std::string_view text = chat.text;
    for (const jinja::OutputSpan& span : context.spans())
        chat.assistantSpans.push_back(
            {codePointCount(text.substr(0, span.begin)), codePointCount(text.substr(0, span.end))});
    return chat;
}

// What the assistant says in turn k: from the text of the turns before with the generation prompt to that of the turns
// up to k.
RenderedChat ChatTemplate::renderPrefixes(const ChatRequest& request, const Json& specialTokens) const {
    RenderedChat chat{.text = renderText(request, specialTokens)};
    ChatRequest prefix = request;
    prefix.messages = Json::array();
    for (const Json& message : request.messages) {
        if (textOf(message, "role") != "assistant") {
            prefix.messages.push_back(message);
            continue;
        }
        prefix.addGenerationPrompt = true;
        const std::string before = renderText(prefix, specialTokens);
        prefix.addGenerationPrompt = false;
        const bool hasPrompt = renderText(prefix, specialTokens) != before;
        prefix.messages.push_back(message);
        const std::string after = renderText(prefix, specialTokens);
        if (!after.starts_with(before) || !chat.text.starts_with(after))
            throw Error{ErrorKind::BadTemplate,
                        "This chat template rewrites earlier turns, so what the assistant says cannot be told apart.",
                        "Choose a training template with {% generation %} marks, or data.train_on: everything."};
        const std::size_t head = hasPrompt ? 0 : headSize(after.substr(before.size()), message);
        chat.assistantSpans.push_back({codePointCount(after.substr(0, before.size() + head)), codePointCount(after)});
    }
    return chat;
}

TokenizedChat tokenize(const RenderedChat& chat, const Tokenizer& tokenizer) {
    Encoding encoding = tokenizer.encode(chat.text, SpecialTokens::None);
    TokenizedChat result{.ids = std::move(encoding.ids)};
    for (const TextSpan& token : encoding.offsets)
        result.mask.push_back(
            std::any_of(chat.assistantSpans.begin(), chat.assistantSpans.end(), [&](const TextSpan& s) {
                return token.begin < token.end && token.begin >= s.begin && token.end <= s.end;
            }));
    return result;
}

} // namespace fettle

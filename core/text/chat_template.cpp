#include "core/text/chat_template.h"

#include "core/base/files.h"
#include "core/text/assistant_spans.h"
#include "core/text/jinja/context.h"

namespace fettle {

namespace {

jinja::Dict variables(const ChatRequest& request, const Json& specialTokens) {
    jinja::Dict all; // the last of a name counts
    for (const Json* extra : {&specialTokens, &request.extras})
        if (extra->is_object())
            for (const auto& [name, value] : extra->items())
                all.emplace_back(name, jinja::Value::fromJson(value));
    all.emplace_back("messages", jinja::Value::fromJson(request.messages));
    all.emplace_back("tools", jinja::Value::fromJson(request.tools));
    all.emplace_back("documents", jinja::Value::fromJson(request.documents));
    all.emplace_back("add_generation_prompt", request.addGenerationPrompt);
    return dictOf(std::move(all));
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

std::string ChatTemplate::sourceIn(const std::filesystem::path& folder) {
    if (std::filesystem::exists(folder / "chat_template.jinja")) return readFile(folder / "chat_template.jinja");
    for (const char* file : {"chat_template.json", "tokenizer_config.json"})
        if (std::filesystem::exists(folder / file))
            if (std::string source = templateOfConfig(readJson(folder / file)); !source.empty()) return source;
    return {};
}

std::optional<ChatTemplate> ChatTemplate::load(const std::filesystem::path& folder,
                                               const std::filesystem::path& override) {
    if (!override.empty()) return parse(readFile(override));
    const std::string source = sourceIn(folder);
    return source.empty() ? std::nullopt : std::optional(parse(source));
}

std::string ChatTemplate::renderText(const ChatRequest& request, const Json& specialTokens) const {
    jinja::Context context(variables(request, specialTokens));
    jinja::execute(m_program->block, context);
    return context.output();
}

RenderedChat ChatTemplate::render(const ChatRequest& request, const Json& specialTokens) const {
    if (m_program->hasGenerationMarks) return renderMarked(request, specialTokens);
    return renderUnmarked(request, specialTokens);
}

RenderedChat ChatTemplate::renderMarked(const ChatRequest& request, const Json& specialTokens) const {
    jinja::Context context(variables(request, specialTokens));
    jinja::execute(m_program->block, context);
    std::vector<ByteSpan> spans;
    for (const jinja::OutputSpan& span : context.spans())
        spans.push_back({span.begin, span.end});
    return {.text = context.output(), .assistantSpans = inCodePoints(context.output(), spans)};
}

RenderedChat ChatTemplate::renderUnmarked(const ChatRequest& request, const Json& specialTokens) const {
    ChatRequest turns = request;
    turns.addGenerationPrompt = false;
    jinja::Dict all = variables(turns, specialTokens);
    const jinja::Value messages = *find(all, "messages");
    jinja::Context context(std::move(all));
    if (messages.isSequence()) context.watch(messages.items());
    jinja::execute(m_program->block, context);
    RenderedTurns rendered{.text = context.output(), .turns = {}};
    for (const jinja::Context::Round& round : context.rounds())
        rendered.turns.push_back({round.element, {round.output.begin, round.output.end}});
    RenderedChat chat{.text = request.addGenerationPrompt ? renderText(request, specialTokens) : rendered.text};
    chat.assistantSpans =
        assistantSpans(turns, rendered, [&](const ChatRequest& part) { return renderText(part, specialTokens); });
    if (!chat.text.starts_with(rendered.text)) refuseRewriting();
    return chat;
}

// Both lists run forward, so that a long conversation is walked through once.
TokenizedChat tokenize(const RenderedChat& chat, const Tokenizer& tokenizer) {
    Encoding encoding = tokenizer.encode(chat.text, SpecialTokens::None);
    TokenizedChat result{.ids = std::move(encoding.ids)};
    auto span = chat.assistantSpans.begin();
    for (const TextSpan& token : encoding.offsets) {
        while (span != chat.assistantSpans.end() && span->end <= token.begin)
            ++span;
        result.mask.push_back(span != chat.assistantSpans.end() && token.begin < token.end && token.end > span->begin);
    }
    return result;
}

} // namespace fettle

#include "core/base/error.h"
#include "core/data/dataset.h"

#include <algorithm>

namespace fettle {

namespace {

using Ids = std::vector<TokenId>;

std::size_t commonPrefix(const Ids& a, const Ids& b) {
    return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

std::string withEos(const std::string& text, const Tokenizer& tokenizer) {
    const std::string eos = tokenizer.specialTokens().value("eos_token", "");
    return text.ends_with(eos) ? text : text + eos;
}

TokenizedExample trainedFrom(std::size_t start, Ids ids) {
    std::vector<std::uint8_t> trained(ids.size(), 1);
    std::fill_n(trained.begin(), start, std::uint8_t{0});
    return {.ids = std::move(ids), .trained = std::move(trained)};
}

TokenizedExample trainedWhole(Ids ids) {
    return trainedFrom(0, std::move(ids));
}

Json turn(const char* role, const std::string& content) {
    return {{"role", role}, {"content", content}};
}

ChatRow withSystemPrompt(ChatRow row, const std::optional<std::string>& systemPrompt) {
    const bool hasSystem = !row.messages.empty() && row.messages.front().value("role", "") == "system";
    if (!systemPrompt || hasSystem) return row;
    row.messages.insert(row.messages.begin(), turn("system", *systemPrompt));
    if (row.completionFrom >= 0) ++row.completionFrom;
    return row;
}

std::string promptOf(const InstructionRow& row) {
    return row.input.empty() ? row.instruction : row.instruction + "\n\n" + row.input;
}

ChatRow conversationOf(const InstructionRow& row) {
    ChatRow chat;
    if (row.system) chat.messages.push_back(turn("system", *row.system));
    chat.messages.push_back(turn("user", promptOf(row)));
    chat.messages.push_back(turn("assistant", row.output));
    return chat;
}

PromptCompletionRow plainTextOf(const InstructionRow& row) {
    return {.prompt = row.system ? *row.system + "\n\n" + promptOf(row) : promptOf(row), .completion = row.output};
}

// One overload for each shape of row.
class RowTokenizer {
public:
    explicit RowTokenizer(const TokenizeRules& rules) : m_rules(rules), m_tokenizer(*rules.tokenizer) {}

    TokenizedExample operator()(const TextRow& row) const {
        return trainedWhole(plain(withEos(row.text, m_tokenizer)));
    }

    TokenizedExample operator()(const PromptCompletionRow& row) const {
        const std::string prompt = row.prompt + m_rules.separator.value_or("");
        Ids all = plain(prompt + withEos(row.completion, m_tokenizer));
        if (m_rules.trainOnEverything) return trainedWhole(std::move(all));
        const std::size_t start = commonPrefix(plain(prompt), all);
        return trainedFrom(start, std::move(all));
    }

    TokenizedExample operator()(const InstructionRow& row) const {
        return m_rules.chatTemplate ? (*this)(conversationOf(row)) : (*this)(plainTextOf(row));
    }

    TokenizedExample operator()(const ChatRow& given) const {
        if (!m_rules.chatTemplate)
            throw Error{ErrorKind::BadTemplate, "The rows are conversations, but this model has no chat template.",
                        "Name a template file in data.chat_template, ChatML for instance."};
        const ChatRow row = withSystemPrompt(given, m_rules.systemPrompt);
        const ChatRequest request{.messages = row.messages, .tools = row.tools, .extras = row.extras};
        if (m_rules.trainOnEverything) return trainedWhole(rendered(request));
        return row.completionFrom < 0 ? assistantOnly(request) : completionOnly(request, row.completionFrom);
    }

private:
    Ids plain(const std::string& text) const { return m_tokenizer.encode(text, SpecialTokens::Add).ids; }

    Ids rendered(const ChatRequest& request) const {
        const std::string text = m_rules.chatTemplate->renderText(request, m_tokenizer.specialTokens());
        return m_tokenizer.encode(text, SpecialTokens::None).ids;
    }

    TokenizedExample assistantOnly(const ChatRequest& request) const {
        const RenderedChat chat = m_rules.chatTemplate->render(request, m_tokenizer.specialTokens());
        TokenizedChat tokens = tokenize(chat, m_tokenizer);
        return {.ids = std::move(tokens.ids), .trained = std::move(tokens.mask)};
    }

    TokenizedExample completionOnly(const ChatRequest& request, std::int64_t completionFrom) const {
        ChatRequest prompt = request;
        prompt.messages.erase(prompt.messages.begin() + completionFrom, prompt.messages.end());
        prompt.addGenerationPrompt = true;
        Ids all = rendered(request);
        const std::size_t start = commonPrefix(rendered(prompt), all);
        return trainedFrom(start, std::move(all));
    }

    const TokenizeRules& m_rules;
    const Tokenizer& m_tokenizer;
};

} // namespace

TokenizedExample tokenizeExample(const Example& example, const TokenizeRules& rules) {
    TokenizedExample result = std::visit(RowTokenizer(rules), example.row);
    result.origin = example.origin;
    return result;
}

} // namespace fettle

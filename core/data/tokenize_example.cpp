#include "core/base/error.h"
#include "core/data/conversations.h"
#include "core/data/dataset.h"
#include "core/data/transcript.h"

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

TokenizedExample trainedFrom(std::size_t start, const Ids& ids) {
    std::vector<std::uint8_t> trained(ids.size(), 1);
    std::fill_n(trained.begin(), start, std::uint8_t{0});
    return withOneAnswer(ids, trained);
}

TokenizedExample trainedWhole(const Ids& ids) {
    return trainedFrom(0, ids);
}

Answer answerFrom(std::size_t start, const Ids& ids) {
    const auto begin = ids.begin() + static_cast<std::ptrdiff_t>(start);
    return {.ids = {begin, ids.end()}, .trained = std::vector<std::uint8_t>(ids.size() - start, 1)};
}

// Where either answer parts from the prompt's own ids, both answers begin (TRL dpo_trainer.py, tokenize_fn).
TokenizedExample pairOf(const Ids& prompt, const Ids& chosen, const Ids& rejected) {
    const std::size_t start = std::min(commonPrefix(prompt, chosen), commonPrefix(prompt, rejected));
    return {.prompt = {chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(start)},
            .answers = {answerFrom(start, chosen), answerFrom(start, rejected)}};
}

bool beginsWithSystem(const Json& turns) {
    return !turns.empty() && turns.front().value("role", "") == "system";
}

ChatRow withSystemPrompt(ChatRow row, const std::optional<std::string>& systemPrompt) {
    if (!systemPrompt || beginsWithSystem(row.messages)) return row;
    row.messages.insert(row.messages.begin(), turnOf("system", *systemPrompt));
    if (row.completionFrom >= 0) ++row.completionFrom;
    return row;
}

Json joined(Json turns, const Json& more) {
    turns.insert(turns.end(), more.begin(), more.end());
    return turns;
}

PromptCompletionRow plainTextOf(const InstructionRow& row) {
    std::string prompt = row.system ? *row.system + "\n\n" : "";
    for (const InstructionRow::Exchange& exchange : row.history)
        prompt += exchange.question + "\n\n" + exchange.answer + "\n\n";
    return {.prompt = prompt + promptOf(row), .completion = row.output};
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
        const Ids all = plain(prompt + withEos(row.completion, m_tokenizer));
        return trainedFrom(m_rules.trainOnEverything ? 0 : commonPrefix(plain(prompt), all), all);
    }

    TokenizedExample operator()(const InstructionRow& row) const {
        return m_rules.chatTemplate ? (*this)(conversationOf(row)) : (*this)(plainTextOf(row));
    }

    TokenizedExample operator()(const ChatRow& given) const {
        refuseWithoutTemplate();
        const ChatRow row = withSystemPrompt(given, m_rules.systemPrompt);
        const ChatRequest request{.messages = row.messages, .tools = row.tools, .extras = row.extras};
        if (m_rules.trainOnEverything) return trainedWhole(rendered(request));
        return row.completionFrom < 0 ? assistantOnly(request) : completionOnly(request, row.completionFrom);
    }

    TokenizedExample operator()(const PairRow& row) const {
        const std::string prompt = row.prompt + m_rules.separator.value_or("");
        TokenizedExample pair = pairOf(plain(prompt), plain(prompt + withEos(row.chosen, m_tokenizer)),
                                       plain(prompt + withEos(row.rejected, m_tokenizer)));
        pair.margin = row.margin;
        return pair;
    }

    TokenizedExample operator()(const ChatPairRow& row) const {
        refuseWithoutTemplate();
        ChatRequest request{.messages = row.prompt, .tools = row.tools, .extras = row.extras};
        if (m_rules.systemPrompt && !beginsWithSystem(row.prompt))
            request.messages.insert(request.messages.begin(), turnOf("system", *m_rules.systemPrompt));
        const auto withAnswer = [&](const Json& answer) {
            ChatRequest whole = request;
            whole.messages = joined(request.messages, answer);
            return rendered(whole);
        };
        const Ids chosen = withAnswer(row.chosen), rejected = withAnswer(row.rejected);
        request.addGenerationPrompt = true;
        TokenizedExample pair = pairOf(rendered(request), chosen, rejected);
        pair.margin = row.margin;
        return pair;
    }

    TokenizedExample operator()(const TranscriptPairRow& row) const {
        return m_rules.chatTemplate ? (*this)(conversationOf(row)) : (*this)(plainTextOf(row));
    }

    TokenizedExample operator()(const JudgedRow& row) const {
        TokenizedExample judged = std::visit(*this, row.answer);
        judged.isDesirable = row.isDesirable;
        return judged;
    }

    void refuseWithoutTemplate() const {
        if (!m_rules.chatTemplate)
            throw Error{ErrorKind::BadTemplate,
                        "The rows are conversations, but this model has no chat template.",
                        "Set data.chat_template to chatml, another bundled name, or a Jinja file.",
                        {{"key", "data.chat_template"}}};
    }

    Ids plain(const std::string& text) const { return m_tokenizer.encode(text, SpecialTokens::Add).ids; }

    Ids rendered(const ChatRequest& request) const {
        const std::string text = m_rules.chatTemplate->renderText(request, m_tokenizer.specialTokens());
        return m_tokenizer.encode(text, SpecialTokens::None).ids;
    }

private:
    TokenizedExample assistantOnly(const ChatRequest& request) const {
        const RenderedChat chat = m_rules.chatTemplate->render(request, m_tokenizer.specialTokens());
        TokenizedChat tokens = tokenize(chat, m_tokenizer);
        return withOneAnswer(std::move(tokens.ids), tokens.mask);
    }

    TokenizedExample completionOnly(const ChatRequest& request, std::int64_t completionFrom) const {
        ChatRequest prompt = request;
        prompt.messages.erase(prompt.messages.begin() + completionFrom, prompt.messages.end());
        prompt.addGenerationPrompt = true;
        const Ids all = rendered(request);
        return trainedFrom(commonPrefix(rendered(prompt), all), all);
    }

    const TokenizeRules& m_rules;
    const Tokenizer& m_tokenizer;
};

// A prompt and what drawn answers are compared with. Rows that have none are as anywhere.
class PromptTokenizer {
public:
    explicit PromptTokenizer(const TokenizeRules& rules) : m_rules(rules), m_rows(rules) {}

    template <class Other>
    TokenizedExample operator()(const Other& row) const {
        return m_rows(row);
    }

    TokenizedExample operator()(const TextRow& row) const { return asked({}, row.text); }

    TokenizedExample operator()(const PromptCompletionRow& row) const {
        return asked(row.prompt.empty() ? Ids() : m_rows.plain(row.prompt + m_rules.separator.value_or("")),
                     row.completion);
    }

    TokenizedExample operator()(const InstructionRow& row) const {
        return m_rules.chatTemplate ? (*this)(conversationOf(row)) : (*this)(plainTextOf(row));
    }

    TokenizedExample operator()(const ChatRow& given) const {
        m_rows.refuseWithoutTemplate();
        const ChatRow row = withSystemPrompt(given, m_rules.systemPrompt);
        ChatRequest request{.messages = row.messages, .tools = row.tools, .extras = row.extras};
        std::string own;
        if (!row.messages.empty() && row.messages.back().value("role", "") == "assistant") {
            const Json content = row.messages.back().value("content", Json());
            if (content.is_string()) own = content.get<std::string>();
            request.messages.erase(request.messages.size() - 1);
        }
        request.addGenerationPrompt = true;
        return asked(request.messages.empty() ? Ids() : m_rows.rendered(request), own);
    }

    TokenizedExample operator()(const JudgedRow& row) const {
        TokenizedExample judged = std::visit(*this, row.answer);
        if (!row.isDesirable) judged.answers.front() = {};
        return judged;
    }

private:
    [[nodiscard]] TokenizedExample asked(Ids prompt, const std::string& own) const {
        return {.prompt = std::move(prompt),
                .answers = {answerFrom(0, m_rules.tokenizer->encode(own, SpecialTokens::None).ids)}};
    }

    const TokenizeRules& m_rules;
    RowTokenizer m_rows;
};

} // namespace

TokenizedExample tokenizeExample(const Example& example, const TokenizeRules& rules) {
    TokenizedExample result = rules.drawnTokens > 0 ? std::visit(PromptTokenizer(rules), example.row)
                                                    : std::visit(RowTokenizer(rules), example.row);
    result.origin = example.origin;
    return result;
}

} // namespace fettle

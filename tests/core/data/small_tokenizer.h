#pragma once

#include "core/data/dataset.h"

#include <filesystem>

namespace fettle::test {

inline const std::filesystem::path kTokenizerFolder =
    std::filesystem::path(FETTLE_FIXTURES) / "models/stories260K/hf-derived";

// ChatML, as Qwen2-0.5B-Instruct ships it: no marks of its own for what the assistant says.
inline const char* const kChatMl =
    "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + "
    "'\\n' "
    "}}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";

// The tokenizer of stories260K: SentencePiece BPE with 512 pieces, BOS in front.
inline std::shared_ptr<const Tokenizer> smallTokenizer() {
    return Tokenizer::load(kTokenizerFolder);
}

inline TokenizeRules plainRules() {
    return {.tokenizer = smallTokenizer()};
}

inline TokenizeRules chatRules() {
    return {.tokenizer = smallTokenizer(), .chatTemplate = ChatTemplate::parse(kChatMl)};
}

inline std::vector<TokenId> idsOf(const std::string& text, SpecialTokens special) {
    return smallTokenizer()->encode(text, special).ids;
}

// The targets of a row as text, a visible mark at each gap.
inline std::string trainedText(const TokenizedExample& example) {
    const Answer row = sequenceOf(example);
    const auto tokenizer = smallTokenizer();
    std::string text;
    std::vector<TokenId> run;
    for (std::size_t i = 0; i <= row.ids.size(); ++i) {
        if (i < row.ids.size() && row.trained[i]) {
            run.push_back(row.ids[i]);
        } else if (!run.empty()) {
            text += (text.empty() ? "" : "|") + tokenizer->decode(run, SpecialText::Keep);
            run.clear();
        }
    }
    return text;
}

} // namespace fettle::test

#pragma once

#include "core/text/aligned_text.h"

#include <array>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace fettle {

// A token with a text of its own that is found before anything else looks at the text.
struct AddedToken {
    TokenId id = 0;
    std::string content;
    bool isSpecial = false;
    bool isNormalized = false; // matched after normalisation
    bool stripsLeft = false, stripsRight = false;
    bool isSingleWord = false;
};

// Cuts texts at added tokens: leftmost, then longest.
class AddedTokens {
public:
    void add(AddedToken token); // the first of each id counts
    void markSpecial(TokenId id);
    // From now on normalized tokens are found by their normalised form, as the tokenizers library does.
    void lookForNormalForms(const std::function<std::string(const std::string&)>& normalForm);

    struct Stretch {
        AlignedText text;
        const AddedToken* token = nullptr; // null: text between tokens
    };
    [[nodiscard]] std::vector<Stretch> cut(AlignedText text, bool normalized) const;

    [[nodiscard]] const AddedToken* find(TokenId id) const;
    [[nodiscard]] const AddedToken* find(std::string_view content) const;
    [[nodiscard]] const std::map<TokenId, AddedToken>& all() const { return m_tokens; }

private:
    struct Form {
        std::string text;
        TokenId id;
    };
    void index(Form form);
    [[nodiscard]] const Form* matchAt(const std::string& text, std::size_t at, bool normalized) const;

    std::map<TokenId, AddedToken> m_tokens;
    std::array<std::vector<Form>, 256> m_byFirstByte; // longest first
};

} // namespace fettle

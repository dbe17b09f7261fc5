#include "core/text/word_model.h"

#include <cstdio>

namespace fettle {

std::string byteToken(unsigned char byte) {
    char text[8];
    std::snprintf(text, sizeof text, "<0x%02X>", byte);
    return text;
}

std::vector<WordToken> byteTokens(std::string_view text, const Vocabulary& vocabulary) {
    std::vector<WordToken> tokens;
    for (const char byte : text) {
        const auto found = vocabulary.find(byteToken(static_cast<unsigned char>(byte)));
        if (found == vocabulary.end()) return {};
        tokens.push_back({found->second, 1});
    }
    return tokens;
}

} // namespace fettle

#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace fettle::jinja {

enum class TokenKind { Text, BlockBegin, BlockEnd, PrintBegin, PrintEnd, Name, Integer, Float, String, Operator, End };

struct Token {
    TokenKind kind = TokenKind::End;
    std::string text; // of a string: its value
    int line = 1, column = 1;
};

// Cuts a template into tokens with transformers' settings: trim_blocks and lstrip_blocks on, one trailing newline
// dropped. Error{BadTemplate} with line and column.
[[nodiscard]] std::vector<Token> tokenize(const std::string& source);

} // namespace fettle::jinja

#pragma once

#include "core/text/jinja/lexer.h"
#include "core/text/jinja/syntax.h"

namespace fettle::jinja {

// The tokens as the parsers walk over them.
class TokenStream {
public:
    explicit TokenStream(std::vector<Token> tokens) : m_tokens(std::move(tokens)) {}

    [[nodiscard]] const Token& peek(std::size_t ahead = 0) const;
    Token next();
    [[nodiscard]] bool isOperator(const char* text) const;
    [[nodiscard]] bool isName(const char* text) const;
    bool skipOperator(const char* text); // true if it was there
    bool skipName(const char* text);
    void expectOperator(const char* text);
    void expectName(const char* text);
    void expect(TokenKind kind, const char* what);
    [[nodiscard]] std::string takeName();
    [[nodiscard]] Place place() const;
    [[nodiscard]] std::size_t position() const { return m_at; }
    [[nodiscard]] bool mentions(const char* name, std::size_t since) const; // between a position and this one
    [[noreturn]] void fail(const std::string& message) const;

    // Bounds the recursion of the parsers.
    class Depth {
    public:
        explicit Depth(TokenStream& stream);
        ~Depth() { --m_stream.m_depth; }
        Depth(const Depth&) = delete;
        Depth& operator=(const Depth&) = delete;

    private:
        TokenStream& m_stream;
    };

private:
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
};

[[nodiscard]] ExpressionPtr parseExpression(TokenStream& stream);        // with the conditional form
[[nodiscard]] ExpressionPtr parseTupleOrExpression(TokenStream& stream); // a, b
[[nodiscard]] ExpressionPtr parseWithoutCondition(TokenStream& stream);  // what `for x in` takes
[[nodiscard]] CallArguments parseArguments(TokenStream& stream);         // after "("
// A chain of filters without a value in front, as {% filter %} has it.
[[nodiscard]] ExpressionPtr parseFilters(TokenStream& stream, ExpressionPtr value);

// Adds the place to an error that has none yet.
[[noreturn]] void rethrowAt(const Error& error, const Place& place);

} // namespace fettle::jinja

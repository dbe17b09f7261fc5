#include "core/text/jinja/expressions.h"
#include "core/text/jinja/operations.h"
#include "core/text/jinja/token_stream.h"

#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstring>

namespace fettle::jinja {

namespace {

template <class Node, class... Parts>
ExpressionPtr make(const Place& place, Parts&&... parts) {
    auto node = std::make_unique<Node>(std::forward<Parts>(parts)...);
    node->place = place;
    return node;
}

ExpressionPtr parseOr(TokenStream& stream);
ExpressionPtr parseUnary(TokenStream& stream);

// Bounds a chain that nests to the left, one level a link.
class Links {
public:
    explicit Links(TokenStream& stream) : m_stream(stream) {}
    void add() {
        if (++m_count > 1000) m_stream.fail("An expression is too long");
    }

private:
    TokenStream& m_stream;
    int m_count = 0;
};

ExpressionPtr parseNumber(const Token& token, const TokenStream& stream, const Place& place) {
    if (token.kind == TokenKind::Float) {
        double value = 0;
        const auto read = std::from_chars(token.text.data(), token.text.data() + token.text.size(), value);
        const bool isTooSmall = token.text.starts_with("0.") || token.text.find("-") != std::string::npos;
        if (read.ec != std::errc{} && !isTooSmall) value = HUGE_VAL; // as Python has it: 1e400 is inf
        return make<Literal>(place, Value(value));
    }
    const char kind = token.text.size() > 1 ? static_cast<char>(std::tolower(token.text[1])) : '0';
    const int base = kind == 'x' ? 16 : kind == 'o' ? 8 : kind == 'b' ? 2 : 10;
    const char* digits = token.text.data() + (base == 10 ? 0 : 2);
    std::int64_t value = 0;
    if (std::from_chars(digits, token.text.data() + token.text.size(), value, base).ec != std::errc{})
        stream.fail("A number is too large");
    return make<Literal>(place, Value(value));
}

ExpressionPtr parseName(const std::string& name, const Place& place) {
    if (name == "true" || name == "True") return make<Literal>(place, Value(true));
    if (name == "false" || name == "False") return make<Literal>(place, Value(false));
    if (name == "none" || name == "None") return make<Literal>(place, Value::none());
    return make<Name>(place, name);
}

ExpressionPtr parseListLiteral(TokenStream& stream, const Place& place) {
    std::vector<ExpressionPtr> items;
    while (!stream.isOperator("]")) {
        items.push_back(parseExpression(stream));
        if (!stream.skipOperator(",")) break;
    }
    stream.expectOperator("]");
    return make<ListLiteral>(place, std::move(items), false);
}

ExpressionPtr parseDictLiteral(TokenStream& stream, const Place& place) {
    std::vector<std::pair<ExpressionPtr, ExpressionPtr>> items;
    while (!stream.isOperator("}")) {
        ExpressionPtr key = parseExpression(stream);
        stream.expectOperator(":");
        items.emplace_back(std::move(key), parseExpression(stream));
        if (!stream.skipOperator(",")) break;
    }
    stream.expectOperator("}");
    return make<DictLiteral>(place, std::move(items));
}

ExpressionPtr parseParentheses(TokenStream& stream, const Place& place) {
    if (stream.skipOperator(")")) return make<ListLiteral>(place, std::vector<ExpressionPtr>{}, true);
    ExpressionPtr inner = parseTupleOrExpression(stream);
    stream.expectOperator(")");
    return inner;
}

ExpressionPtr parsePrimary(TokenStream& stream) {
    const Place place = stream.place();
    const Token token = stream.next();
    switch (token.kind) {
    case TokenKind::Name:
        return parseName(token.text, place);
    case TokenKind::Integer:
    case TokenKind::Float:
        return parseNumber(token, stream, place);
    case TokenKind::String: {
        std::string text = token.text;
        while (stream.peek().kind == TokenKind::String) // adjacent literals join
            text += stream.next().text;
        return make<Literal>(place, Value(text));
    }
    case TokenKind::Operator:
        if (token.text == "(") return parseParentheses(stream, place);
        if (token.text == "[") return parseListLiteral(stream, place);
        if (token.text == "{") return parseDictLiteral(stream, place);
        [[fallthrough]];
    default:
        stream.fail("Unexpected '" + token.text + "'");
    }
}

ExpressionPtr parseSubscript(TokenStream& stream, ExpressionPtr object, const Place& place) {
    ExpressionPtr start, stop, step;
    bool isSlice = false;
    if (!stream.isOperator(":")) start = parseExpression(stream);
    if (stream.skipOperator(":")) {
        isSlice = true;
        if (!stream.isOperator(":") && !stream.isOperator("]")) stop = parseExpression(stream);
        if (stream.skipOperator(":") && !stream.isOperator("]")) step = parseExpression(stream);
    }
    stream.expectOperator("]");
    if (isSlice) return make<Slice>(place, std::move(object), std::move(start), std::move(stop), std::move(step));
    return make<Subscript>(place, std::move(object), std::move(start));
}

ExpressionPtr parsePostfix(TokenStream& stream, ExpressionPtr value) {
    for (Links links(stream);; links.add()) {
        const Place place = stream.place();
        if (stream.skipOperator(".")) {
            const Token name = stream.next();
            if (name.kind == TokenKind::Integer)
                value = make<Subscript>(place, std::move(value), parseNumber(name, stream, place));
            else if (name.kind == TokenKind::Name)
                value = make<Attribute>(place, std::move(value), name.text);
            else
                stream.fail("Expected a name after '.'");
        } else if (stream.skipOperator("[")) {
            value = parseSubscript(stream, std::move(value), place);
        } else if (stream.skipOperator("(")) {
            value = make<Call>(place, std::move(value), parseArguments(stream));
        } else {
            return value;
        }
    }
}

ExpressionPtr parseFilter(TokenStream& stream, ExpressionPtr value) {
    const Place place = stream.place();
    const std::string name = stream.takeName();
    if (!isFilter(name)) stream.fail("No filter named '" + name + "'");
    CallArguments arguments;
    if (stream.skipOperator("(")) arguments = parseArguments(stream);
    return make<FilterCall>(place, std::move(value), name, std::move(arguments));
}

ExpressionPtr parseTest(TokenStream& stream, ExpressionPtr value) {
    const Place place = stream.place();
    const bool isNegated = stream.skipName("not");
    const std::string name = stream.takeName();
    if (!isTest(name)) stream.fail("No test named '" + name + "'");
    CallArguments arguments;
    if (stream.skipOperator("(")) {
        arguments = parseArguments(stream);
    } else {
        const Token& next = stream.peek();
        const bool isArgument =
            next.kind == TokenKind::String || next.kind == TokenKind::Integer || next.kind == TokenKind::Float ||
            stream.isOperator("[") || stream.isOperator("{") ||
            (next.kind == TokenKind::Name && next.text != "and" && next.text != "or" && next.text != "else" &&
             next.text != "is" && next.text != "if" && next.text != "not" && next.text != "in");
        if (isArgument) arguments.positional.push_back(parsePostfix(stream, parsePrimary(stream)));
    }
    return make<TestCall>(place, std::move(value), name, std::move(arguments), isNegated);
}

ExpressionPtr parseFiltersAndTests(TokenStream& stream, ExpressionPtr value) {
    for (Links links(stream);; links.add()) {
        if (stream.skipOperator("|"))
            value = parsePostfix(stream, parseFilter(stream, std::move(value)));
        else if (stream.skipName("is"))
            value = parseTest(stream, std::move(value));
        else
            return value;
    }
}

// Unary signs bind weaker than ** and filters apply to the signed value, as in jinja2.
ExpressionPtr parseUnaryWith(TokenStream& stream, bool takesFilters) {
    const TokenStream::Depth depth(stream);
    const Place place = stream.place();
    ExpressionPtr value;
    if (stream.skipOperator("-"))
        value = make<Sign>(place, true, parseUnaryWith(stream, false));
    else if (stream.skipOperator("+"))
        value = make<Sign>(place, false, parseUnaryWith(stream, false));
    else
        value = parsePostfix(stream, parsePrimary(stream));
    return takesFilters ? parseFiltersAndTests(stream, std::move(value)) : std::move(value);
}

ExpressionPtr parseUnary(TokenStream& stream) {
    return parseUnaryWith(stream, true);
}

ExpressionPtr parsePower(TokenStream& stream) {
    ExpressionPtr left = parseUnary(stream);
    const Place place = stream.place();
    for (Links links(stream); stream.skipOperator("**"); links.add())
        left = make<Binary>(place, "**", std::move(left), parseUnary(stream));
    return left;
}

// Left-associative operators of one rank.
template <std::size_t N>
ExpressionPtr parseChain(TokenStream& stream, const std::array<const char*, N>& operators,
                         ExpressionPtr (*operand)(TokenStream&)) {
    ExpressionPtr left = operand(stream);
    for (Links links(stream);; links.add()) {
        const Place place = stream.place();
        const char* found = nullptr;
        for (const char* op : operators)
            if (found == nullptr && stream.skipOperator(op)) found = op;
        if (found == nullptr) return left;
        left = make<Binary>(place, found, std::move(left), operand(stream));
    }
}

ExpressionPtr parseProduct(TokenStream& stream) {
    return parseChain(stream, std::array{"*", "//", "/", "%"}, parsePower);
}
ExpressionPtr parseConcatenation(TokenStream& stream) {
    return parseChain(stream, std::array{"~"}, parseProduct);
}
ExpressionPtr parseSum(TokenStream& stream) {
    return parseChain(stream, std::array{"+", "-"}, parseConcatenation);
}

ExpressionPtr parseComparison(TokenStream& stream) {
    const Place place = stream.place();
    ExpressionPtr first = parseSum(stream);
    std::vector<std::pair<std::string, ExpressionPtr>> rest;
    for (;;) {
        std::string op;
        for (const char* candidate : {"==", "!=", "<=", ">=", "<", ">"})
            if (op.empty() && stream.skipOperator(candidate)) op = candidate;
        if (op.empty() && stream.skipName("in")) op = "in";
        if (op.empty() && stream.isName("not") && stream.peek(1).kind == TokenKind::Name &&
            stream.peek(1).text == "in") {
            stream.next();
            stream.next();
            op = "not in";
        }
        if (op.empty()) break;
        rest.emplace_back(op, parseSum(stream));
    }
    return rest.empty() ? std::move(first) : make<Comparison>(place, std::move(first), std::move(rest));
}

ExpressionPtr parseNot(TokenStream& stream) {
    const TokenStream::Depth depth(stream);
    const Place place = stream.place();
    if (stream.skipName("not")) return make<Not>(place, parseNot(stream));
    return parseComparison(stream);
}

ExpressionPtr parseAnd(TokenStream& stream) {
    ExpressionPtr left = parseNot(stream);
    const Place place = stream.place();
    for (Links links(stream); stream.skipName("and"); links.add())
        left = make<Logical>(place, true, std::move(left), parseNot(stream));
    return left;
}

ExpressionPtr parseOr(TokenStream& stream) {
    ExpressionPtr left = parseAnd(stream);
    const Place place = stream.place();
    for (Links links(stream); stream.skipName("or"); links.add())
        left = make<Logical>(place, false, std::move(left), parseAnd(stream));
    return left;
}

} // namespace

ExpressionPtr parseWithoutCondition(TokenStream& stream) {
    const TokenStream::Depth depth(stream);
    return parseOr(stream);
}

ExpressionPtr parseExpression(TokenStream& stream) {
    const TokenStream::Depth depth(stream);
    const Place place = stream.place();
    ExpressionPtr value = parseOr(stream);
    for (Links links(stream); stream.skipName("if"); links.add()) {
        ExpressionPtr condition = parseOr(stream);
        ExpressionPtr otherwise = stream.skipName("else") ? parseExpression(stream) : nullptr;
        value = make<Conditional>(place, std::move(condition), std::move(value), std::move(otherwise));
    }
    return value;
}

ExpressionPtr parseTupleOrExpression(TokenStream& stream) {
    const Place place = stream.place();
    ExpressionPtr first = parseExpression(stream);
    if (!stream.isOperator(",")) return first;
    std::vector<ExpressionPtr> items;
    items.push_back(std::move(first));
    while (stream.skipOperator(",")) {
        const TokenKind kind = stream.peek().kind;
        if (kind == TokenKind::BlockEnd || kind == TokenKind::PrintEnd || stream.isOperator(")")) break;
        items.push_back(parseExpression(stream));
    }
    return make<ListLiteral>(place, std::move(items), true);
}

CallArguments parseArguments(TokenStream& stream) {
    CallArguments arguments;
    while (!stream.isOperator(")")) {
        const bool isNamed = stream.peek().kind == TokenKind::Name && stream.peek(1).kind == TokenKind::Operator &&
                             stream.peek(1).text == "=";
        if (isNamed) {
            const std::string name = stream.takeName();
            stream.next();
            arguments.named.emplace_back(name, parseExpression(stream));
        } else if (stream.skipOperator("*")) {
            if (arguments.spread) stream.fail("Only one list of arguments can be spread");
            arguments.spread = arguments.positional.size();
            arguments.positional.push_back(parseExpression(stream));
        } else {
            arguments.positional.push_back(parseExpression(stream));
        }
        if (!stream.skipOperator(",")) break;
    }
    stream.expectOperator(")");
    return arguments;
}

ExpressionPtr parseFilters(TokenStream& stream, ExpressionPtr value) {
    Links links(stream);
    do {
        links.add();
        value = parseFilter(stream, std::move(value));
    } while (stream.skipOperator("|"));
    return value;
}

} // namespace fettle::jinja

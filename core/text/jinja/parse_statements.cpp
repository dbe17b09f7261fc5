#include "core/text/jinja/expressions.h"
#include "core/text/jinja/statements.h"
#include "core/text/jinja/token_stream.h"

#include <algorithm>
#include <initializer_list>

namespace fettle::jinja {

namespace {

// Statements up to one of the given block names, which stays unread behind its "{%".
Block parseBlock(TokenStream& stream, std::initializer_list<const char*> ends, bool isInLoop);

template <class Node>
std::unique_ptr<Node> node(const Place& place) {
    auto made = std::make_unique<Node>();
    made->place = place;
    return made;
}

void endTag(TokenStream& stream) {
    stream.expect(TokenKind::BlockEnd, "the end of the tag");
}

void closing(TokenStream& stream, const char* name) {
    stream.expectName(name);
    endTag(stream);
}

Target parseTarget(TokenStream& stream) {
    Target target;
    const bool isParenthesized = stream.skipOperator("(");
    target.names.push_back(stream.takeName());
    if (stream.skipOperator(".")) {
        target.attribute = stream.takeName();
        return target;
    }
    while (stream.skipOperator(","))
        target.names.push_back(stream.takeName());
    if (isParenthesized) stream.expectOperator(")");
    return target;
}

StatementPtr parseIf(TokenStream& stream, const Place& place, bool isInLoop) {
    auto statement = node<If>(place);
    do {
        ExpressionPtr condition = parseExpression(stream);
        endTag(stream);
        Block body = parseBlock(stream, {"elif", "else", "endif"}, isInLoop);
        statement->branches.emplace_back(std::move(condition), std::move(body));
    } while (stream.skipName("elif"));
    if (stream.skipName("else")) {
        endTag(stream);
        statement->otherwise = parseBlock(stream, {"endif"}, isInLoop);
    }
    closing(stream, "endif");
    return statement;
}

StatementPtr parseFor(TokenStream& stream, const Place& place) {
    auto statement = node<For>(place);
    statement->target = parseTarget(stream);
    stream.expectName("in");
    statement->sequence = parseWithoutCondition(stream);
    if (stream.skipName("if")) statement->condition = parseExpression(stream);
    statement->isRecursive = stream.skipName("recursive");
    endTag(stream);
    statement->body = parseBlock(stream, {"else", "endfor"}, true);
    if (stream.skipName("else")) {
        endTag(stream);
        statement->otherwise = parseBlock(stream, {"endfor"}, false);
    }
    closing(stream, "endfor");
    return statement;
}

StatementPtr parseSet(TokenStream& stream, const Place& place, bool isInLoop) {
    auto statement = node<Set>(place);
    statement->target = parseTarget(stream);
    if (stream.skipOperator("=")) {
        statement->value = parseTupleOrExpression(stream);
        endTag(stream);
        return statement;
    }
    statement->isBlock = true;
    statement->value = std::make_unique<Captured>();
    if (stream.skipOperator("|")) statement->value = parseFilters(stream, std::move(statement->value));
    endTag(stream);
    statement->body = parseBlock(stream, {"endset"}, isInLoop);
    closing(stream, "endset");
    return statement;
}

std::vector<std::pair<std::string, ExpressionPtr>> parseParameters(TokenStream& stream) {
    std::vector<std::pair<std::string, ExpressionPtr>> parameters;
    while (!stream.isOperator(")")) {
        std::string name = stream.takeName();
        ExpressionPtr fallback = stream.skipOperator("=") ? parseExpression(stream) : nullptr;
        parameters.emplace_back(std::move(name), std::move(fallback));
        if (!stream.skipOperator(",")) break;
    }
    stream.expectOperator(")");
    return parameters;
}

void parseMacroBody(TokenStream& stream, Macro& macro, const char* end) {
    endTag(stream);
    const std::size_t begin = stream.position();
    macro.body = parseBlock(stream, {end}, false);
    macro.takesMore = stream.mentions("varargs", begin);
    macro.takesNamed = stream.mentions("kwargs", begin);
    macro.takesCaller = stream.mentions("caller", begin);
    closing(stream, end);
}

StatementPtr parseMacro(TokenStream& stream, const Place& place) {
    auto statement = node<Macro>(place);
    statement->name = stream.takeName();
    stream.expectOperator("(");
    statement->parameters = parseParameters(stream);
    parseMacroBody(stream, *statement, "endmacro");
    return statement;
}

StatementPtr parseWith(TokenStream& stream, const Place& place, bool isInLoop) {
    auto statement = node<With>(place);
    while (stream.peek().kind != TokenKind::BlockEnd) {
        if (!statement->assignments.empty()) stream.expectOperator(",");
        Target target = parseTarget(stream);
        stream.expectOperator("=");
        statement->assignments.emplace_back(std::move(target), parseExpression(stream));
    }
    endTag(stream);
    statement->body = parseBlock(stream, {"endwith"}, isInLoop);
    closing(stream, "endwith");
    return statement;
}

StatementPtr parseCall(TokenStream& stream, const Place& place) {
    auto statement = node<CallBlock>(place);
    statement->caller.name = "caller";
    if (stream.skipOperator("(")) statement->caller.parameters = parseParameters(stream);
    ExpressionPtr call = parseExpression(stream);
    auto* parsed = dynamic_cast<Call*>(call.get());
    if (parsed == nullptr) stream.fail("{% call %} needs a call");
    statement->function = std::move(parsed->function);
    statement->arguments = std::move(parsed->arguments);
    parseMacroBody(stream, statement->caller, "endcall");
    return statement;
}

StatementPtr parseFilterBlock(TokenStream& stream, const Place& place, bool isInLoop) {
    auto statement = node<FilterBlock>(place);
    statement->value = parseFilters(stream, std::make_unique<Captured>());
    endTag(stream);
    statement->body = parseBlock(stream, {"endfilter"}, isInLoop);
    closing(stream, "endfilter");
    return statement;
}

StatementPtr parseGeneration(TokenStream& stream, const Place& place, bool isInLoop) {
    auto statement = node<Generation>(place);
    endTag(stream);
    statement->body = parseBlock(stream, {"endgeneration"}, isInLoop);
    closing(stream, "endgeneration");
    return statement;
}

StatementPtr parseLoopControl(TokenStream& stream, const Place& place, bool isBreak, bool isInLoop) {
    if (!isInLoop) stream.fail("break and continue belong into a loop");
    auto statement = std::make_unique<LoopControl>(isBreak);
    statement->place = place;
    endTag(stream);
    return statement;
}

StatementPtr parseTag(TokenStream& stream, bool isInLoop) {
    const TokenStream::Depth depth(stream);
    const Place place = stream.place();
    const std::string name = stream.takeName();
    if (name == "if") return parseIf(stream, place, isInLoop);
    if (name == "for") return parseFor(stream, place);
    if (name == "with") return parseWith(stream, place, isInLoop);
    if (name == "set") return parseSet(stream, place, isInLoop);
    if (name == "macro") return parseMacro(stream, place);
    if (name == "call") return parseCall(stream, place);
    if (name == "filter") return parseFilterBlock(stream, place, isInLoop);
    if (name == "generation") return parseGeneration(stream, place, isInLoop);
    if (name == "break" || name == "continue") return parseLoopControl(stream, place, name == "break", isInLoop);
    stream.fail("Unknown tag '" + name + "'");
}

Block parseBlock(TokenStream& stream, std::initializer_list<const char*> ends, bool isInLoop) {
    Block block;
    for (;;) {
        const Place place = stream.place();
        const Token token = stream.next();
        if (token.kind == TokenKind::End) {
            if (ends.size() == 0) return block;
            stream.fail(std::string("The template ends before {% ") + *(ends.end() - 1) + " %}");
        }
        if (token.kind == TokenKind::Text) {
            block.push_back(std::make_unique<TextOutput>(token.text));
        } else if (token.kind == TokenKind::PrintBegin) {
            block.push_back(std::make_unique<Print>(parseTupleOrExpression(stream)));
            stream.expect(TokenKind::PrintEnd, "'}}'");
        } else {
            if (std::any_of(ends.begin(), ends.end(), [&](const char* end) { return stream.isName(end); }))
                return block;
            block.push_back(parseTag(stream, isInLoop));
        }
        block.back()->place = place;
    }
}

} // namespace

Block parse(const std::string& source) {
    TokenStream stream(tokenize(source));
    return parseBlock(stream, {}, false);
}

} // namespace fettle::jinja

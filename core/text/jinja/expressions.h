#pragma once

#include "core/text/jinja/syntax.h"

namespace fettle::jinja {

struct Literal : Expression {
    explicit Literal(Value value) : value(std::move(value)) {}
    Value evaluate(Context&) const override { return value; }
    Value value;
};

struct Name : Expression {
    explicit Name(std::string name) : name(std::move(name)) {}
    Value evaluate(Context& context) const override;
    std::string name;
};

struct ListLiteral : Expression {
    ListLiteral(std::vector<ExpressionPtr> items, bool isTuple) : items(std::move(items)), isTuple(isTuple) {}
    Value evaluate(Context& context) const override;
    std::vector<ExpressionPtr> items;
    bool isTuple;
};

struct DictLiteral : Expression {
    explicit DictLiteral(std::vector<std::pair<ExpressionPtr, ExpressionPtr>> items) : items(std::move(items)) {}
    Value evaluate(Context& context) const override;
    std::vector<std::pair<ExpressionPtr, ExpressionPtr>> items;
};

struct Attribute : Expression {
    Attribute(ExpressionPtr object, std::string name) : object(std::move(object)), name(std::move(name)) {}
    Value evaluate(Context& context) const override;
    ExpressionPtr object;
    std::string name;
};

struct Subscript : Expression {
    Subscript(ExpressionPtr object, ExpressionPtr key) : object(std::move(object)), key(std::move(key)) {}
    Value evaluate(Context& context) const override;
    ExpressionPtr object, key;
};

struct Slice : Expression {
    Slice(ExpressionPtr object, ExpressionPtr start, ExpressionPtr stop, ExpressionPtr step)
        : object(std::move(object)), start(std::move(start)), stop(std::move(stop)), step(std::move(step)) {}
    Value evaluate(Context& context) const override;
    ExpressionPtr object, start, stop, step; // null: not given
};

struct Call : Expression {
    Call(ExpressionPtr function, CallArguments arguments)
        : function(std::move(function)), arguments(std::move(arguments)) {}
    Value evaluate(Context& context) const override;
    ExpressionPtr function;
    CallArguments arguments;
};

struct FilterCall : Expression {
    FilterCall(ExpressionPtr value, std::string name, CallArguments arguments)
        : value(std::move(value)), name(std::move(name)), arguments(std::move(arguments)) {}
    Value evaluate(Context& context) const override;
    ExpressionPtr value;
    std::string name;
    CallArguments arguments;
};

struct TestCall : Expression {
    TestCall(ExpressionPtr value, std::string name, CallArguments arguments, bool isNegated)
        : value(std::move(value)), name(std::move(name)), arguments(std::move(arguments)), isNegated(isNegated) {}
    Value evaluate(Context& context) const override;
    ExpressionPtr value;
    std::string name;
    CallArguments arguments;
    bool isNegated;
};

struct Sign : Expression {
    Sign(bool isNegative, ExpressionPtr value) : isNegative(isNegative), value(std::move(value)) {}
    Value evaluate(Context& context) const override;
    bool isNegative;
    ExpressionPtr value;
};

struct Not : Expression {
    explicit Not(ExpressionPtr value) : value(std::move(value)) {}
    Value evaluate(Context& context) const override;
    ExpressionPtr value;
};

struct Binary : Expression { // arithmetic, and ~
    Binary(std::string op, ExpressionPtr left, ExpressionPtr right)
        : op(std::move(op)), left(std::move(left)), right(std::move(right)) {}
    Value evaluate(Context& context) const override;
    std::string op;
    ExpressionPtr left, right;
};

struct Comparison : Expression { // a < b <= c
    Comparison(ExpressionPtr first, std::vector<std::pair<std::string, ExpressionPtr>> rest)
        : first(std::move(first)), rest(std::move(rest)) {}
    Value evaluate(Context& context) const override;
    ExpressionPtr first;
    std::vector<std::pair<std::string, ExpressionPtr>> rest;
};

struct Logical : Expression { // and, or: the value that decided
    Logical(bool isAnd, ExpressionPtr left, ExpressionPtr right)
        : isAnd(isAnd), left(std::move(left)), right(std::move(right)) {}
    Value evaluate(Context& context) const override;
    bool isAnd;
    ExpressionPtr left, right;
};

struct Conditional : Expression {
    Conditional(ExpressionPtr condition, ExpressionPtr value, ExpressionPtr otherwise)
        : condition(std::move(condition)), value(std::move(value)), otherwise(std::move(otherwise)) {}
    Value evaluate(Context& context) const override;
    ExpressionPtr condition, value, otherwise; // otherwise may be null: undefined
};

// The text that a {% filter %} block or {% set %} block has captured.
struct Captured : Expression {
    Value evaluate(Context& context) const override;
    static constexpr const char* kName = " captured"; // no template can name it
};

} // namespace fettle::jinja

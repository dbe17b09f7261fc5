#pragma once

#include "core/text/jinja/value.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fettle::jinja {

class Context;

// A node knows where it stands, so that every error can say so.
struct Place {
    int line = 1, column = 1;
};

struct Expression {
    virtual ~Expression() = default;
    [[nodiscard]] virtual Value evaluate(Context& context) const = 0;
    Place place;
};
using ExpressionPtr = std::unique_ptr<Expression>;

struct Statement {
    virtual ~Statement() = default;
    virtual void execute(Context& context) const = 0;
    Place place;
};
using StatementPtr = std::unique_ptr<Statement>;
using Block = std::vector<StatementPtr>;

void execute(const Block& block, Context& context);

struct CallArguments {
    std::vector<ExpressionPtr> positional;
    std::optional<std::size_t> spread; // which of them stands for its elements: f(*list)
    std::vector<std::pair<std::string, ExpressionPtr>> named;
    [[nodiscard]] Arguments evaluate(Context& context) const;
};

// What can stand on the left of an assignment: a name, names in a tuple, or an attribute of a namespace.
struct Target {
    std::vector<std::string> names;
    std::optional<std::string> attribute;
    void assign(Context& context, Value value) const;
};

// Error{BadTemplate} with line and column; nesting is bounded.
[[nodiscard]] Block parse(const std::string& source);

} // namespace fettle::jinja

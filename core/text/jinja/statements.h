#pragma once

#include "core/text/jinja/syntax.h"

namespace fettle::jinja {

struct TextOutput : Statement {
    explicit TextOutput(std::string text) : text(std::move(text)) {}
    void execute(Context& context) const override;
    std::string text;
};

struct Print : Statement {
    explicit Print(ExpressionPtr value) : value(std::move(value)) {}
    void execute(Context& context) const override;
    ExpressionPtr value;
};

struct If : Statement {
    void execute(Context& context) const override;
    std::vector<std::pair<ExpressionPtr, Block>> branches;
    Block otherwise;
};

struct For : Statement {
    void execute(Context& context) const override;
    Target target;
    ExpressionPtr sequence, condition; // condition may be null
    Block body, otherwise;
    bool isRecursive = false;

private:
    void run(List items, std::int64_t level, Context& context) const; // level: recursions around this one
    void iterate(const List& items, std::int64_t level, Context& context) const;
    [[nodiscard]] std::function<Value(const Arguments&)> recursion(std::int64_t level, Context& context) const;
};

struct With : Statement {
    void execute(Context& context) const override;
    std::vector<std::pair<Target, ExpressionPtr>> assignments;
    Block body;
};

struct Set : Statement {
    void execute(Context& context) const override;
    Target target;
    ExpressionPtr value; // of a block set: what is done with the captured text
    Block body;
    bool isBlock = false;
};

struct Macro : Statement {
    void execute(Context& context) const override;
    [[nodiscard]] Value callable(Context& context) const;
    std::string name;
    std::vector<std::pair<std::string, ExpressionPtr>> parameters; // with their defaults, or null
    Block body;
    bool takesMore = false, takesNamed = false, takesCaller = false; // its body speaks of varargs, kwargs, caller

private:
    void bind(const Arguments& given, Context& context) const;
};

struct CallBlock : Statement {
    void execute(Context& context) const override;
    ExpressionPtr function;
    CallArguments arguments;
    Macro caller;
};

struct FilterBlock : Statement {
    void execute(Context& context) const override;
    ExpressionPtr value; // filters on the captured text
    Block body;
};

struct Generation : Statement {
    void execute(Context& context) const override;
    Block body;
};

struct LoopControl : Statement {
    explicit LoopControl(bool isBreak) : isBreak(isBreak) {}
    void execute(Context& context) const override;
    bool isBreak;
};

} // namespace fettle::jinja

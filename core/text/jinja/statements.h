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

private:
    void iterate(const List& items, Context& context) const;
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

#include "core/text/jinja/statements.h"

#include "core/text/jinja/context.h"
#include "core/text/jinja/expressions.h"
#include "core/text/jinja/operations.h"
#include "core/text/jinja/token_stream.h"

namespace fettle::jinja {

namespace {

constexpr std::int64_t kStepsOfARound = 4; // a scope and the loop variable

// What a loop body sees as `loop`.
Value loopVariable(const List& items, std::size_t index) {
    const auto i = static_cast<std::int64_t>(index), size = std::ssize(items);
    const auto cycle = Value::callable([i](const Arguments& a) {
        if (a.positional.empty()) fail("cycle() needs values");
        return a.positional[static_cast<std::size_t>(i) % a.positional.size()];
    });
    return Value::dict({{"index", i + 1},
                        {"index0", i},
                        {"revindex", size - i},
                        {"revindex0", size - i - 1},
                        {"first", i == 0},
                        {"last", i + 1 == size},
                        {"length", size},
                        {"previtem", i > 0 ? items[index - 1] : Value()},
                        {"nextitem", i + 1 < size ? items[index + 1] : Value()},
                        {"cycle", cycle}});
}

} // namespace

void execute(const Block& block, Context& context) {
    for (const StatementPtr& statement : block) {
        context.charge();
        try {
            statement->execute(context);
        } catch (const Error& error) {
            rethrowAt(error, statement->place);
        }
    }
}

void Target::assign(Context& context, Value value) const {
    if (attribute) {
        const Value object = context.lookup(names.front());
        if (!object.is<Namespace>()) fail("'" + names.front() + "' is no namespace: only those take attributes");
        if (value.holdsNamespace()) fail("A namespace cannot hold a namespace");
        return jinja::assign(*object.get<Namespace>().attributes, *attribute, std::move(value));
    }
    if (names.size() == 1) return context.set(names.front(), std::move(value));
    const List parts = elements(value);
    if (parts.size() != names.size())
        fail("There are " + std::to_string(parts.size()) + " values for " + std::to_string(names.size()) + " names");
    for (std::size_t i = 0; i < names.size(); ++i)
        context.set(names[i], parts[i]);
}

void TextOutput::execute(Context& context) const {
    context.write(text);
}

void Print::execute(Context& context) const {
    context.write(pythonText(value->evaluate(context)));
}

void If::execute(Context& context) const {
    const Context::Depth depth(context);
    for (const auto& [condition, block] : branches)
        if (condition->evaluate(context).isTrue()) return jinja::execute(block, context);
    jinja::execute(otherwise, context);
}

void For::execute(Context& context) const {
    const Context::Depth depth(context);
    List items = elements(sequence->evaluate(context));
    if (condition) {
        List kept;
        for (Value& item : items) {
            context.charge();
            const Context::Scope scope(context);
            target.assign(context, item);
            if (condition->evaluate(context).isTrue()) kept.push_back(std::move(item));
        }
        items = std::move(kept);
    }
    if (items.empty()) {
        const Context::Scope scope(context);
        return jinja::execute(otherwise, context);
    }
    iterate(items, context);
}

void For::iterate(const List& items, Context& context) const {
    for (std::size_t i = 0; i < items.size(); ++i) {
        context.charge(kStepsOfARound);
        const Context::Scope scope(context);
        target.assign(context, items[i]);
        context.set("loop", loopVariable(items, i));
        const std::size_t begin = context.position();
        bool goesOn = true;
        try {
            jinja::execute(body, context);
        } catch (const BreakLoop&) {
            goesOn = false;
        } catch (const ContinueLoop&) {
        }
        context.noteRound(items[i], begin);
        if (!goesOn) return;
    }
}

void Set::execute(Context& context) const {
    if (!isBlock) return target.assign(context, value->evaluate(context));
    const Context::Depth depth(context);
    Value result;
    {
        const Context::Scope scope(context);
        context.set(Captured::kName, context.captured([&] { jinja::execute(body, context); }));
        result = value->evaluate(context);
    }
    target.assign(context, std::move(result));
}

void Macro::execute(Context& context) const {
    context.set(name, callable(context));
}

Value Macro::callable(Context& context) const {
    return Value::callable([this, &context](const Arguments& given) -> Value {
        const Context::Depth depth(context);
        const Context::Scope scope(context);
        if (given.positional.size() > parameters.size())
            fail("The macro '" + name + "' takes at most " + std::to_string(parameters.size()) + " arguments");
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            const auto& [parameter, fallback] = parameters[i];
            Value value = given.at(i, parameter.c_str());
            if (value.is<Undefined>() && fallback) value = fallback->evaluate(context);
            context.set(parameter, std::move(value));
        }
        for (const auto& [key, value] : given.named)
            if (key == "caller") context.set("caller", value);
        return context.captured([&] { jinja::execute(body, context); });
    });
}

void CallBlock::execute(Context& context) const {
    const Context::Depth depth(context);
    Arguments values = arguments.evaluate(context);
    values.named.emplace_back("caller", caller.callable(context));
    context.write(pythonText(call(function->evaluate(context), values)));
}

void FilterBlock::execute(Context& context) const {
    const Context::Depth depth(context);
    const Context::Scope scope(context);
    context.set(Captured::kName, context.captured([&] { jinja::execute(body, context); }));
    context.write(pythonText(value->evaluate(context)));
}

void Generation::execute(Context& context) const {
    const Context::Depth depth(context);
    context.generation([&] { jinja::execute(body, context); });
}

void LoopControl::execute(Context&) const {
    if (isBreak) throw BreakLoop{};
    throw ContinueLoop{};
}

} // namespace fettle::jinja

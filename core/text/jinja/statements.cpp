#include "core/text/jinja/statements.h"

#include "core/text/jinja/context.h"
#include "core/text/jinja/expressions.h"
#include "core/text/jinja/operations.h"
#include "core/text/jinja/signature.h"
#include "core/text/jinja/token_stream.h"

#include <algorithm>
#include <optional>

namespace fettle::jinja {

namespace {

constexpr std::int64_t kStepsOfARound = 4; // a scope and the loop variable

// Whether it is called with other values than at the last time, in this loop.
std::function<Value(const Arguments&)> changeDetector() {
    const auto last = std::make_shared<std::optional<List>>();
    return [last](const Arguments& a) -> Value {
        const Value values = Value::list(a.positional);
        if (values.holdsNamespace()) fail("A loop cannot remember a namespace");
        const bool isSame = *last && values.equals(Value::list(**last));
        *last = a.positional;
        return !isSame;
    };
}

// What stays the same over the rounds of a loop.
struct LoopState {
    std::int64_t level = 0;
    Value changed;
    std::function<Value(const Arguments&)> again;
};

// What a loop body sees as `loop`.
Value loopVariable(const List& items, std::size_t index, const LoopState& state) {
    const auto i = static_cast<std::int64_t>(index), size = std::ssize(items);
    const auto cycle = Value::callable([i](const Arguments& a) {
        if (a.positional.empty() || !a.named.empty()) fail("cycle() needs values, and none by name");
        return a.positional[static_cast<std::size_t>(i) % a.positional.size()];
    });
    return Value::loop({{"index", i + 1},
                        {"index0", i},
                        {"revindex", size - i},
                        {"revindex0", size - i - 1},
                        {"first", i == 0},
                        {"last", i + 1 == size},
                        {"length", size},
                        {"depth", state.level + 1},
                        {"depth0", state.level},
                        {"previtem", i > 0 ? items[index - 1] : Value()},
                        {"nextitem", i + 1 < size ? items[index + 1] : Value()},
                        {"cycle", cycle},
                        {"changed", state.changed}},
                       state.again);
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
    run(elements(sequence->evaluate(context)), 0, context);
}

void For::run(List items, std::int64_t level, Context& context) const {
    const Context::Depth depth(context);
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
    iterate(items, level, context);
}

void For::iterate(const List& items, std::int64_t level, Context& context) const {
    const LoopState state{level, Value::callable(changeDetector()), recursion(level, context)};
    for (std::size_t i = 0; i < items.size(); ++i) {
        context.charge(kStepsOfARound);
        const Context::Scope scope(context);
        target.assign(context, items[i]);
        context.set("loop", loopVariable(items, i, state));
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

// loop(items): the whole loop once more, as a text.
std::function<Value(const Arguments&)> For::recursion(std::int64_t level, Context& context) const {
    return [this, level, &context, scopes = context.scopes()](const Arguments& given) -> Value {
        if (!isRecursive) fail("This loop cannot call itself: it is not marked 'recursive'");
        checkArguments("loop", {"iterable", "/"}, given);
        const Context::Depth depth(context);
        const Context::Lexical frame(context, scopes);
        return context.captured([&] { run(elements(given.positional[0]), level + 1, context); });
    };
}

void With::execute(Context& context) const {
    const Context::Depth depth(context);
    List values;
    for (const auto& [target, value] : assignments)
        values.push_back(value->evaluate(context)); // none of them sees another
    const Context::Scope scope(context);
    for (std::size_t i = 0; i < values.size(); ++i)
        assignments[i].first.assign(context, values[i]);
    jinja::execute(body, context);
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
    return Value::callable([this, &context, scopes = context.scopes()](const Arguments& given) -> Value {
        const Context::Depth depth(context);
        const Context::Lexical frame(context, scopes);
        const Context::Scope scope(context);
        bind(given, context);
        return context.captured([&] { jinja::execute(body, context); });
    });
}

void Macro::bind(const Arguments& given, Context& context) const {
    List more;
    Dict named;
    if (given.positional.size() > parameters.size()) {
        if (!takesMore)
            fail("The macro '" + name + "' takes at most " + std::to_string(parameters.size()) + " arguments");
        more.assign(given.positional.begin() + std::ssize(parameters), given.positional.end());
    }
    for (const auto& [key, value] : given.named) {
        const auto parameter =
            std::find_if(parameters.begin(), parameters.end(), [&key = key](const auto& p) { return p.first == key; });
        if (parameter - parameters.begin() < std::ssize(given.positional) && parameter != parameters.end())
            fail("The macro '" + name + "' gets its argument '" + key + "' twice");
        if (parameter != parameters.end()) continue;
        if (key == "caller" && takesCaller)
            context.set("caller", value);
        else if (takesNamed)
            assign(named, key, value);
        else
            fail("The macro '" + name + "' has no argument '" + key + "'");
    }
    if (takesMore) context.set("varargs", Value::tuple(std::move(more)));
    if (takesNamed) context.set("kwargs", Value::dict(std::move(named)));
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const auto& [parameter, fallback] = parameters[i];
        Value value = given.at(i, parameter.c_str());
        if (value.is<Undefined>() && fallback) value = fallback->evaluate(context);
        context.set(parameter, std::move(value));
    }
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

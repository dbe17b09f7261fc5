#include "core/text/jinja/expressions.h"

#include "core/text/jinja/context.h"
#include "core/text/jinja/operations.h"
#include "core/text/jinja/token_stream.h"

namespace fettle::jinja {

namespace {

using Work = Context::Work;

// Runs one operation; an error gets the place of the expression.
template <Work work = Work::Make, class Operation>
Value at(const Place& place, Context& context, Operation&& operation) {
    try {
        const Context::Depth depth(context);
        return context.charged(operation(), work);
    } catch (const Error& error) {
        rethrowAt(error, place);
    }
}

Value optional(const ExpressionPtr& expression, Context& context) {
    return expression ? expression->evaluate(context) : Value::none();
}

} // namespace

Arguments CallArguments::evaluate(Context& context) const {
    Arguments values;
    for (std::size_t i = 0; i < positional.size(); ++i) {
        const Value value = positional[i]->evaluate(context);
        const List parts = spread == i ? elements(value) : List{value};
        values.positional.insert(values.positional.end(), parts.begin(), parts.end());
    }
    for (const auto& [name, argument] : named)
        values.named.emplace_back(name, argument->evaluate(context));
    return values;
}

Value Name::evaluate(Context& context) const {
    return at<Work::Fetch>(place, context, [&] { return context.lookup(name); });
}

Value ListLiteral::evaluate(Context& context) const {
    return at(place, context, [&] {
        List values;
        for (const ExpressionPtr& item : items)
            values.push_back(item->evaluate(context));
        return isTuple ? Value::tuple(std::move(values)) : Value::list(std::move(values));
    });
}

Value DictLiteral::evaluate(Context& context) const {
    return at(place, context, [&] {
        Dict values;
        for (const auto& [key, value] : items) {
            context.charge(std::ssize(values) / 16); // each key is compared with all before it
            assign(values, key->evaluate(context), value->evaluate(context));
        }
        return Value::dict(std::move(values));
    });
}

Value Attribute::evaluate(Context& context) const {
    return at<Work::Fetch>(place, context, [&] { return attribute(object->evaluate(context), name); });
}

Value Subscript::evaluate(Context& context) const {
    return at<Work::Fetch>(place, context,
                           [&] { return subscript(object->evaluate(context), key->evaluate(context)); });
}

Value Slice::evaluate(Context& context) const {
    return at(place, context, [&] {
        return slice(object->evaluate(context), optional(start, context), optional(stop, context),
                     optional(step, context));
    });
}

Value Call::evaluate(Context& context) const {
    return at(place, context, [&] { return call(function->evaluate(context), arguments.evaluate(context)); });
}

Value FilterCall::evaluate(Context& context) const {
    return at(place, context, [&] { return applyFilter(name, value->evaluate(context), arguments.evaluate(context)); });
}

Value TestCall::evaluate(Context& context) const {
    return at(place, context, [&]() -> Value {
        return applyTest(name, value->evaluate(context), arguments.evaluate(context)) != isNegated;
    });
}

Value Sign::evaluate(Context& context) const {
    return at(place, context, [&]() -> Value {
        const Value number = value->evaluate(context);
        if (number.is<double>() && isNegative) return -number.number(); // 0 - 0.0 would lose the sign
        return arithmetic(isNegative ? "-" : "+", std::int64_t{0}, number);
    });
}

Value Not::evaluate(Context& context) const {
    return at(place, context, [&]() -> Value { return !value->evaluate(context).isTrue(); });
}

Value Binary::evaluate(Context& context) const {
    return at(place, context, [&]() -> Value {
        const Value l = left->evaluate(context), r = right->evaluate(context);
        if (op != "~") return arithmetic(op, l, r);
        return arithmetic("+", pythonText(l), pythonText(r));
    });
}

Value Comparison::evaluate(Context& context) const {
    return at(place, context, [&]() -> Value {
        Value previous = first->evaluate(context);
        for (const auto& [op, operand] : rest) {
            const Value value = operand->evaluate(context);
            const bool holds = op == "in"       ? contains(value, previous)
                               : op == "not in" ? !contains(value, previous)
                                                : compare(op, previous, value);
            if (!holds) return false;
            previous = value;
        }
        return true;
    });
}

Value Logical::evaluate(Context& context) const {
    return at<Work::Fetch>(place, context, [&] {
        Value decided = left->evaluate(context);
        return decided.isTrue() == isAnd ? right->evaluate(context) : decided;
    });
}

Value Conditional::evaluate(Context& context) const {
    return at<Work::Fetch>(place, context, [&] {
        if (condition->evaluate(context).isTrue()) return value->evaluate(context);
        return otherwise ? otherwise->evaluate(context) : Value();
    });
}

Value Captured::evaluate(Context& context) const {
    return context.lookup(kName);
}

} // namespace fettle::jinja

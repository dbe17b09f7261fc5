#include "core/text/jinja/operations.h"

#include "core/text/jinja/format_spec.h"

#include <algorithm>
#include <cmath>
#include <compare>

namespace fettle::jinja {

namespace {

[[noreturn]] void unsupported(const std::string& op, const Value& left, const Value& right) {
    if (left.is<Undefined>()) fail("'" + left.get<Undefined>().name + "' is undefined");
    if (right.is<Undefined>()) fail("'" + right.get<Undefined>().name + "' is undefined");
    fail("'" + op + "' does not work between " + left.typeName() + " and " + right.typeName());
}

// By squaring; true where the result is too large.
bool powerOverflows(std::int64_t base, std::int64_t exponent, std::int64_t* result) {
    *result = 1;
    for (bool overflows = false; exponent > 0; exponent /= 2) {
        if (exponent % 2 != 0 && (overflows || __builtin_mul_overflow(*result, base, result))) return true;
        overflows = overflows || __builtin_mul_overflow(base, base, &base);
    }
    return false;
}

// Not for -1, which the smallest number cannot be divided by.
std::int64_t floorDivide(std::int64_t a, std::int64_t b) {
    return a / b - ((a % b != 0 && (a < 0) != (b < 0)) ? 1 : 0);
}

Value integers(const std::string& op, std::int64_t a, std::int64_t b) {
    std::int64_t result = 0;
    bool overflows = false;
    if (op == "+")
        overflows = __builtin_add_overflow(a, b, &result);
    else if (op == "-")
        overflows = __builtin_sub_overflow(a, b, &result);
    else if (op == "*")
        overflows = __builtin_mul_overflow(a, b, &result);
    else if (op == "**" && b < 0 && a != 0)
        return std::pow(a, b);
    else if (op == "**" && b >= 0)
        overflows = powerOverflows(a, b, &result);
    else if (b == 0 || op == "**")
        fail("Division by zero");
    else if (op == "/")
        return static_cast<double>(a) / static_cast<double>(b);
    else if (b == -1)
        overflows = op == "//" && __builtin_sub_overflow(0, a, &result);
    else
        result = op == "//" ? floorDivide(a, b) : a - floorDivide(a, b) * b;
    if (overflows) fail("A number is too large");
    return result;
}

Value floats(const std::string& op, double a, double b) {
    if (op == "+") return a + b;
    if (op == "-") return a - b;
    if (op == "*") return a * b;
    if (op == "**") return std::pow(a, b);
    if (b == 0) fail("Division by zero");
    if (op == "/") return a / b;
    return op == "//" ? std::floor(a / b) : a - std::floor(a / b) * b;
}

Value repeated(const Value& sequence, std::int64_t count) {
    const auto times = static_cast<std::size_t>(std::max<std::int64_t>(0, count));
    if (sequence.isString()) {
        if (!sequence.text().empty() && times > kLongestText / sequence.text().size())
            fail("A repeated text is too long");
        std::string text;
        for (std::size_t i = 0; i < times; ++i)
            text += sequence.text();
        return sequence.likewise(std::move(text));
    }
    if (!sequence.items().empty() && times > kMostItems / sequence.items().size()) fail("A repeated list is too long");
    List items;
    for (std::size_t i = 0; i < times; ++i)
        items.insert(items.end(), sequence.items().begin(), sequence.items().end());
    return sequence.is<Tuple>() ? Value::tuple(std::move(items)) : Value::list(std::move(items));
}

Value joined(const Value& left, const Value& right) {
    if (left.isString() && right.isString()) {
        if (left.text().size() + right.text().size() > kLongestText) fail("A text is too long");
        if (!left.isMarkup() && !right.isMarkup()) return left.text() + right.text();
        return Value::markup(escapedText(left).text() + escapedText(right).text());
    }
    if (left.isSequence() && right.isSequence() && left.is<Tuple>() == right.is<Tuple>()) {
        List items = left.items();
        items.insert(items.end(), right.items().begin(), right.items().end());
        return left.is<Tuple>() ? Value::tuple(std::move(items)) : Value::list(std::move(items));
    }
    unsupported("+", left, right);
}

std::partial_ordering order(const std::string& op, const Value& left, const Value& right) {
    if (left.isInteger() && right.isInteger()) return left.integer() <=> right.integer();
    if (left.isNumber() && right.isNumber()) return left.number() <=> right.number();
    if (left.isString() && right.isString()) return left.text() <=> right.text();
    if (left.isSequence() && right.isSequence() && left.is<Tuple>() == right.is<Tuple>()) {
        const List &a = left.items(), &b = right.items();
        for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
            if (!a[i].equals(b[i])) return order(op, a[i], b[i]);
        return a.size() <=> b.size();
    }
    unsupported(op, left, right);
}

} // namespace

std::int64_t truncated(const Value& number) {
    if (!number.is<double>()) return number.integer();
    if (!(std::abs(number.number()) < 9.2e18)) fail("A number is too large");
    return static_cast<std::int64_t>(number.number());
}

Value arithmetic(const std::string& op, const Value& left, const Value& right) {
    if (left.isInteger() && right.isInteger()) return integers(op, left.integer(), right.integer());
    if (left.isNumber() && right.isNumber()) return floats(op, left.number(), right.number());
    if (op == "+") return joined(left, right);
    if (op == "*" && (left.isString() || left.isSequence()) && right.isInteger())
        return repeated(left, right.integer());
    if (op == "*" && (right.isString() || right.isSequence()) && left.isInteger())
        return repeated(right, left.integer());
    if (op == "%" && left.isString()) return percentFormatted(left, right);
    unsupported(op, left, right);
}

bool compare(const std::string& op, const Value& left, const Value& right) {
    if (op == "==") return left.equals(right);
    if (op == "!=") return !left.equals(right);
    const std::partial_ordering result = order(op, left, right);
    return op == "<" ? result < 0 : op == "<=" ? result <= 0 : op == ">" ? result > 0 : result >= 0;
}

bool contains(const Value& container, const Value& item) {
    if (container.isString()) {
        if (!item.isString()) fail("'in <str>' needs a text on the left, not " + item.typeName());
        return container.text().find(item.text()) != std::string::npos;
    }
    if (container.isSequence())
        return std::any_of(container.items().begin(), container.items().end(),
                           [&](const Value& candidate) { return candidate.equals(item); });
    if (container.isDict()) return find(container.entries(), item) != nullptr;
    if (container.is<Generator>()) return contains(Value::list(elements(container)), item);
    if (container.is<Undefined>()) return false;
    fail("A value of type " + container.typeName() + " cannot be searched with 'in'");
}

Value call(const Value& function, const Arguments& arguments) {
    if (function.is<Undefined>()) fail("'" + function.get<Undefined>().name + "' is undefined");
    if (function.is<Loop>()) return (*function.get<Loop>().again.function)(arguments);
    if (!function.is<Callable>()) fail("A value of type " + function.typeName() + " cannot be called");
    return (*function.get<Callable>().function)(arguments);
}

} // namespace fettle::jinja

#include "core/text/jinja/letters.h"
#include "core/text/jinja/operations.h"
#include "core/text/jinja/signature.h"

#include <initializer_list>

namespace fettle::jinja {

namespace {

template <class T>
bool holds(const Value& value, const Arguments&) {
    return value.is<T>();
}
template <const char* const& op>
bool compares(const Value& value, const Arguments& a) {
    return compare(op, value, a.at(0, "other"));
}
constexpr const char* kEqual = "==";
constexpr const char* kUnequal = "!=";
constexpr const char* kLess = "<";
constexpr const char* kAtMost = "<=";
constexpr const char* kGreater = ">";
constexpr const char* kAtLeast = ">=";

std::int64_t wholeNumber(const Value& value) {
    if (!value.isInteger()) fail("A test on whole numbers got " + value.typeName());
    return value.integer();
}
std::int64_t remainder(const Value& value, const Value& divisor) {
    if (wholeNumber(divisor) == 0) fail("Division by zero");
    return wholeNumber(divisor) == -1 ? 0 : wholeNumber(value) % wholeNumber(divisor);
}

// Python's `is`: the same value, not an equal one. Of two equal texts, how Python came by them would decide.
bool isSame(const Value& value, const Arguments& a) {
    const Value other = a.at(0, "other");
    if (value.data().index() != other.data().index() || value.is<Undefined>()) return false;
    if (value.isInteger() || value.is<None>()) return value.equals(other);
    if (value.isDict()) return &value.entries() == &other.entries();
    if (value.isSequence()) return &value.items() == &other.items();
    if (!value.equals(other)) return false;
    fail("'sameas' has no answer for two equal values of type " + value.typeName());
}

bool isDefined(const Value& v, const Arguments&) {
    return !v.is<Undefined>();
}
bool isNumber(const Value& v, const Arguments&) {
    return v.isNumber();
}
template <bool value>
bool isBool(const Value& v, const Arguments&) {
    return v.is<bool>() && v.get<bool>() == value;
}
bool isMapping(const Value& v, const Arguments&) {
    return v.isDict();
}
bool isSequence(const Value& v, const Arguments&) {
    return v.isSequence() || v.isString() || v.isDict();
}
bool isIterable(const Value& v, const Arguments&) {
    return v.isSequence() || v.isString() || v.isDict() || v.is<Undefined>() || v.is<Generator>() || v.is<Loop>();
}
bool isCallable(const Value& v, const Arguments&) {
    return v.is<Callable>() || v.is<Loop>();
}
bool isIn(const Value& v, const Arguments& a) {
    return contains(a.at(0, "seq"), v);
}
bool isEven(const Value& v, const Arguments&) {
    return wholeNumber(v) % 2 == 0;
}
bool isOdd(const Value& v, const Arguments&) {
    return wholeNumber(v) % 2 != 0;
}
bool isDivisible(const Value& v, const Arguments& a) {
    return remainder(v, a.at(0, "num")) == 0;
}
template <bool (*holdsFor)(const std::string&)>
bool claimOfText(const Value& v, const Arguments&) {
    return holdsFor(pythonText(v));
}
bool isMarked(const Value& v, const Arguments&) {
    return v.isMarkup();
}

using TestTable = FunctionTable<bool>;

TestTable comparisons() {
    TestTable all;
    const auto add = [&](std::initializer_list<const char*> names, bool (*test)(const Value&, const Arguments&)) {
        for (const char* name : names)
            all.insert({name, {test, {"other", "/"}}});
    };
    add({"eq", "equalto", "=="}, compares<kEqual>);
    add({"ne", "!="}, compares<kUnequal>);
    add({"lt", "lessthan", "<"}, compares<kLess>);
    add({"le", "<="}, compares<kAtMost>);
    add({"gt", "greaterthan", ">"}, compares<kGreater>);
    add({"ge", ">="}, compares<kAtLeast>);
    return all;
}

const TestTable& tests() {
    static const TestTable all = [] {
        TestTable table = {{"defined", {isDefined}},
                           {"undefined", {holds<Undefined>}},
                           {"none", {holds<None>}},
                           {"string", {holds<Text>}},
                           {"boolean", {holds<bool>}},
                           {"integer", {holds<std::int64_t>}},
                           {"float", {holds<double>}},
                           {"number", {isNumber}},
                           {"true", {isBool<true>}},
                           {"false", {isBool<false>}},
                           {"mapping", {isMapping}},
                           {"sequence", {isSequence}},
                           {"iterable", {isIterable}},
                           {"callable", {isCallable}},
                           {"in", {isIn, {"seq"}}},
                           {"even", {isEven}},
                           {"odd", {isOdd}},
                           {"divisibleby", {isDivisible, {"num"}}},
                           {"lower", {claimOfText<isLower>}},
                           {"upper", {claimOfText<isUpper>}},
                           {"escaped", {isMarked}},
                           {"sameas", {isSame, {"other"}}},
                           {"filter", {claimOfText<isFilter>}},
                           {"test", {claimOfText<isTest>}}};
        table.merge(comparisons());
        return table;
    }();
    return all;
}

} // namespace

bool isTest(const std::string& name) {
    return tests().contains(name);
}

bool applyTest(const std::string& name, const Value& value, const Arguments& arguments) {
    const auto found = tests().find(name);
    if (found == tests().end()) fail("No test named '" + name + "'");
    return checkedCall(name, found->second, value, arguments);
}

} // namespace fettle::jinja

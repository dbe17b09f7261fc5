#include "core/text/jinja/operations.h"

#include <map>

namespace fettle::jinja {

namespace {

using Test = bool (*)(const Value& value, const Arguments& arguments);

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

const std::map<std::string, Test>& tests() {
    static const std::map<std::string, Test> all = {
        {"defined", [](const Value& v, const Arguments&) { return !v.is<Undefined>(); }},
        {"undefined", holds<Undefined>},
        {"none", holds<None>},
        {"string", holds<Text>},
        {"boolean", holds<bool>},
        {"integer", holds<std::int64_t>},
        {"float", holds<double>},
        {"number", [](const Value& v, const Arguments&) { return v.isNumber(); }},
        {"true", [](const Value& v, const Arguments&) { return v.is<bool>() && v.get<bool>(); }},
        {"false", [](const Value& v, const Arguments&) { return v.is<bool>() && !v.get<bool>(); }},
        {"mapping", [](const Value& v, const Arguments&) { return v.isDict(); }},
        {"sequence", [](const Value& v, const Arguments&) { return v.isSequence() || v.isString() || v.isDict(); }},
        {"iterable",
         [](const Value& v, const Arguments&) {
             return v.isSequence() || v.isString() || v.isDict() || v.is<Undefined>() || v.is<Generator>();
         }},
        {"callable", holds<Callable>},
        {"in", [](const Value& v, const Arguments& a) { return contains(a.at(0, "seq"), v); }},
        {"even", [](const Value& v, const Arguments&) { return wholeNumber(v) % 2 == 0; }},
        {"odd", [](const Value& v, const Arguments&) { return wholeNumber(v) % 2 != 0; }},
        {"divisibleby", [](const Value& v, const Arguments& a) { return remainder(v, a.at(0, "num")) == 0; }},
        {"lower", [](const Value& v, const Arguments&) { return pythonText(v) == lower(pythonText(v)); }},
        {"upper", [](const Value& v, const Arguments&) { return pythonText(v) == upper(pythonText(v)); }},
        {"equalto", compares<kEqual>},
        {"eq", compares<kEqual>},
        {"==", compares<kEqual>},
        {"ne", compares<kUnequal>},
        {"!=", compares<kUnequal>},
        {"lt", compares<kLess>},
        {"lessthan", compares<kLess>},
        {"<", compares<kLess>},
        {"le", compares<kAtMost>},
        {"<=", compares<kAtMost>},
        {"gt", compares<kGreater>},
        {"greaterthan", compares<kGreater>},
        {">", compares<kGreater>},
        {"ge", compares<kAtLeast>},
        {">=", compares<kAtLeast>}};
    return all;
}

} // namespace

bool isTest(const std::string& name) {
    return tests().contains(name);
}

bool applyTest(const std::string& name, const Value& value, const Arguments& arguments) {
    const auto found = tests().find(name);
    if (found == tests().end()) fail("No test named '" + name + "'");
    return found->second(value, arguments);
}

} // namespace fettle::jinja

#include "core/text/jinja/globals.h"

#include <ctime>

namespace fettle::jinja {

namespace {

constexpr std::int64_t kLongestRange = 100'000; // jinja2's sandbox: MAX_RANGE

Value raiseException(const Arguments& arguments) {
    fail("The chat template refuses this conversation: " + pythonText(arguments.at(0, "message")));
}

Value strftimeNow(const Arguments& arguments) {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    localtime_r(&now, &parts);
    char text[256];
    const std::size_t size = std::strftime(text, sizeof text, pythonText(arguments.at(0, "format")).c_str(), &parts);
    return std::string(text, size);
}

Value makeNamespace(const Arguments& arguments) {
    auto attributes = std::make_shared<Dict>();
    for (const Value& given : arguments.positional)
        if (given.isDict()) *attributes = given.entries();
    for (const auto& [name, value] : arguments.named)
        assign(*attributes, name, value);
    for (const auto& [name, value] : *attributes)
        if (value.holdsNamespace()) fail("A namespace cannot hold a namespace");
    return Value::Data{Namespace{attributes}};
}

Value makeDict(const Arguments& arguments) {
    Dict dict =
        !arguments.positional.empty() && arguments.positional[0].isDict() ? arguments.positional[0].entries() : Dict{};
    for (const auto& [name, value] : arguments.named)
        assign(dict, name, value);
    return Value::dict(std::move(dict));
}

std::int64_t rangeBound(const Value& value) {
    if (!value.isInteger()) fail("range() takes whole numbers, not " + value.typeName());
    return value.integer();
}

Value range(const Arguments& arguments) {
    const auto& given = arguments.positional;
    if (given.empty() || given.size() > 3) fail("range() takes one to three numbers");
    const std::int64_t begin = given.size() > 1 ? rangeBound(given[0]) : 0;
    const std::int64_t end = rangeBound(given.size() > 1 ? given[1] : given[0]);
    const std::int64_t step = given.size() > 2 ? rangeBound(given[2]) : 1;
    if (step == 0) fail("range() needs a step that is not 0");
    List items;
    for (std::int64_t i = begin; step > 0 ? i < end : i > end;) {
        if (std::ssize(items) >= kLongestRange) fail("range() is too long");
        items.emplace_back(i);
        if (__builtin_add_overflow(i, step, &i)) break;
    }
    return Value::list(std::move(items));
}

} // namespace

Dict globals() {
    return {{"raise_exception", Value::callable(raiseException)},
            {"strftime_now", Value::callable(strftimeNow)},
            {"namespace", Value::callable(makeNamespace)},
            {"dict", Value::callable(makeDict)},
            {"range", Value::callable(range)}};
}

} // namespace fettle::jinja

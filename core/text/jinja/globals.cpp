#include "core/text/jinja/globals.h"

#include "core/text/jinja/operations.h"
#include "core/text/jinja/signature.h"

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

// dict(other, a=1): a dict or a list of pairs, then what is given by name.
Dict givenDict(const Arguments& arguments) {
    Dict entries;
    if (arguments.positional.size() > 1) fail("dict() and namespace() take one dict, not several");
    if (!arguments.positional.empty() && arguments.positional[0].isDict()) {
        entries = arguments.positional[0].entries();
    } else if (!arguments.positional.empty()) {
        for (const Value& pair : elements(arguments.positional[0])) {
            const List parts = elements(pair);
            if (parts.size() != 2) fail("dict() and namespace() take a dict or a list of pairs");
            entries.emplace_back(parts[0], parts[1]);
        }
    }
    for (const auto& [name, value] : arguments.named)
        entries.emplace_back(name, value);
    return dictOf(std::move(entries));
}

Value makeNamespace(const Arguments& arguments) {
    auto attributes = std::make_shared<Dict>(givenDict(arguments));
    for (const auto& [name, value] : *attributes)
        if (value.holdsNamespace()) fail("A namespace cannot hold a namespace");
    return Value::Data{Namespace{attributes}};
}

Value makeDict(const Arguments& arguments) {
    return Value::dict(givenDict(arguments));
}

std::int64_t rangeBound(const Value& value) {
    if (!value.isInteger()) fail("range() takes whole numbers, not " + value.typeName());
    return value.integer();
}

Value range(const Arguments& arguments) {
    const auto& given = arguments.positional;
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
    const auto checked = [](const char* name, Value (*function)(const Arguments&), Signature signature) {
        return std::pair<Value, Value>(name, Value::callable([=](const Arguments& arguments) {
                                           checkArguments(name, signature, arguments);
                                           return function(arguments);
                                       }));
    };
    return {checked("raise_exception", raiseException, {"message"}), checked("strftime_now", strftimeNow, {"format"}),
            checked("namespace", makeNamespace, {"*"}), checked("dict", makeDict, {"*"}),
            checked("range", range, {"start", "stop?", "step?", "/"})};
}

} // namespace fettle::jinja

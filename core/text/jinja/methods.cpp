#include "core/text/jinja/methods.h"

#include "core/text/jinja/letters.h"
#include "core/text/jinja/operations.h"

#include <algorithm>

namespace fettle::jinja {

namespace {

Value items(const Value& self, const Arguments&) {
    List pairs;
    for (const auto& [key, value] : self.entries())
        pairs.push_back(Value::tuple({key, value}));
    return Value::list(std::move(pairs));
}
Value keys(const Value& self, const Arguments&) {
    return Value::list(elements(self));
}
Value values(const Value& self, const Arguments&) {
    List all;
    for (const auto& [key, value] : self.entries())
        all.push_back(value);
    return Value::list(std::move(all));
}
Value get(const Value& self, const Arguments& a) {
    const Value* found = find(self.entries(), a.at(0, "key"));
    return found != nullptr ? *found : a.at(1, "default", Value::none());
}
Value copy(const Value& self, const Arguments&) {
    return self; // no template can change either
}

Value indexOf(const Value& self, const Arguments& a) {
    const std::int64_t size = length(self);
    const auto bound = [&](std::size_t place, std::int64_t fallback) {
        const std::int64_t index = integerArgument(a, place, "bound", fallback);
        return std::clamp<std::int64_t>(index < 0 ? index + size : index, 0, size);
    };
    for (std::int64_t i = bound(1, 0), end = bound(2, size); i < end; ++i)
        if (self.items()[static_cast<std::size_t>(i)].equals(a.at(0, "value"))) return i;
    fail("The list does not hold this value");
}
Value countOf(const Value& self, const Arguments& a) {
    const Value value = a.at(0, "value");
    return static_cast<std::int64_t>(
        std::count_if(self.items().begin(), self.items().end(), [&](const Value& item) { return item.equals(value); }));
}

// The reference runs templates in an immutable sandbox.
Value refuseChange(const Value&, const Arguments&) {
    fail("A template must not change a list or dict");
}

const MethodTable& textMethods() {
    static const MethodTable all = [] {
        MethodTable table = caseMethods();
        for (MethodTable part : {searchMethods(), cutMethods(), padMethods()})
            table.merge(part);
        return table;
    }();
    return all;
}
const MethodTable& dictMethods() {
    static const MethodTable all = {{"items", {items}},
                                    {"keys", {keys}},
                                    {"values", {values}},
                                    {"get", {get, {"key", "default?", "/"}}},
                                    {"copy", {copy}},
                                    {"update", {refuseChange, {"*"}}},
                                    {"pop", {refuseChange, {"*"}}},
                                    {"popitem", {refuseChange, {"*"}}},
                                    {"clear", {refuseChange, {"*"}}},
                                    {"setdefault", {refuseChange, {"*"}}}};
    return all;
}
const MethodTable& tupleMethods() {
    static const MethodTable all = {{"index", {indexOf, {"value", "start?", "end?", "/"}}},
                                    {"count", {countOf, {"value", "/"}}}};
    return all;
}
const MethodTable& listMethods() {
    static const MethodTable all = [] {
        MethodTable table = tupleMethods();
        table.insert({"copy", {copy}});
        for (const char* name : {"append", "pop", "insert", "extend", "remove", "reverse", "sort", "clear"})
            table.insert({name, {refuseChange, {"*"}}});
        return table;
    }();
    return all;
}

const MethodTable* methodsOf(const Value& object) {
    if (object.isString()) return &textMethods();
    if (object.isDict()) return &dictMethods();
    if (object.is<Tuple>()) return &tupleMethods();
    return object.isSequence() ? &listMethods() : nullptr;
}

// What a method of a marked text gives is marked as well, and what comes into it is escaped.
Value marked(const Value& result) {
    if (result.isString()) return Value::markup(result.text());
    if (!result.isSequence()) return result;
    List parts;
    for (const Value& part : result.items())
        parts.push_back(marked(part));
    return result.is<Tuple>() ? Value::tuple(std::move(parts)) : Value::list(std::move(parts));
}
Arguments escapedArguments(const std::string& name, Arguments arguments) {
    if (name == "replace" && arguments.positional.size() > 1)
        arguments.positional[1] = escapedText(arguments.positional[1]);
    if (name == "join" && !arguments.positional.empty()) {
        List parts;
        for (const Value& part : elements(arguments.positional[0]))
            parts.push_back(escapedText(part));
        arguments.positional[0] = Value::list(std::move(parts));
    }
    return arguments;
}

} // namespace

const std::string& textArgument(const Arguments& arguments, std::size_t index, const char* name) {
    const Value* value = arguments.find(index, name);
    if (value == nullptr || !value->isString())
        fail("A text method got a value of type " + (value == nullptr ? "undefined" : value->typeName()));
    return value->text();
}

std::int64_t integerArgument(const Arguments& arguments, std::size_t index, const char* name, std::int64_t fallback) {
    const Value* value = arguments.find(index, name);
    if (value == nullptr || value->is<None>()) return fallback;
    if (!value->isInteger())
        fail("The argument '" + std::string(name) + "' is a whole number, not " + value->typeName());
    return value->integer();
}

std::optional<Value> method(const Value& object, const std::string& name) {
    const MethodTable* table = methodsOf(object);
    if (table == nullptr) return std::nullopt;
    const auto found = table->find(name);
    if (found == table->end()) return std::nullopt;
    return Value::method(object, [object, entry = &*found](const Arguments& arguments) {
        const auto& [called, function] = *entry;
        if (!object.isMarkup()) return checkedCall(called, function, object, arguments);
        return marked(checkedCall(called, function, object, escapedArguments(called, arguments)));
    });
}

} // namespace fettle::jinja

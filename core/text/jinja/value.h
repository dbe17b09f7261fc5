#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace fettle::jinja {

class Value;
using List = std::vector<Value>;
// Insertion order, as Python's dict.
using Dict = std::vector<std::pair<Value, Value>>;

// Anything that goes wrong inside a template; the evaluator adds the place.
[[noreturn]] void fail(const std::string& message);

inline constexpr std::size_t kLongestText = 16 << 20; // bytes that one value may have
inline constexpr std::size_t kMostItems = 1'000'000;  // that a list may have

struct Undefined {
    std::string name; // for the error of whoever uses it
};
struct None {};
struct Tuple {
    std::shared_ptr<List> items;
    bool isGroup = false; // of groupby: its items are called grouper and list as well
};
// What a lazy filter gives: it can be looped over once and has no length.
struct Generator {
    std::shared_ptr<List> items;
};
struct Namespace {
    std::shared_ptr<Dict> attributes;
};
struct Arguments;
struct Callable {
    std::shared_ptr<std::function<Value(const Arguments&)>> function;
};
// What a loop's body sees as `loop`; called with a list, it runs the loop on that.
struct Loop {
    std::shared_ptr<Dict> attributes;
    Callable again;
};

using Text = std::shared_ptr<const std::string>;

// What a template computes with; texts, lists and dicts are shared and never change. A value knows how deep and how
// heavy it is, so that no template can build one that takes too long to print, compare or give back.
class Value {
public:
    using Data = std::variant<Undefined, None, bool, std::int64_t, double, Text, std::shared_ptr<List>, Tuple,
                              std::shared_ptr<Dict>, Generator, Namespace, Callable, Loop>;

    Value() = default; // undefined
    Value(Data data) : m_data(std::move(data)) {}
    Value(const char* text) : Value(std::string(text)) {}
    Value(bool value) : m_data(value) {}
    Value(std::int64_t value) : m_data(value) {}
    Value(double value) : m_data(value) {}
    Value(std::string value);

    [[nodiscard]] static Value none() { return Data{None{}}; }
    [[nodiscard]] static Value undefined(std::string name) { return Data{Undefined{std::move(name)}}; }
    [[nodiscard]] static Value list(List items = {});
    [[nodiscard]] static Value tuple(List items);
    [[nodiscard]] static Value generator(List items);
    [[nodiscard]] static Value dict(Dict items = {});
    [[nodiscard]] static Value group(Value grouper, Value members);
    [[nodiscard]] static Value loop(Dict attributes, std::function<Value(const Arguments&)> again);
    [[nodiscard]] static Value markup(std::string text); // one that HTML may hold as it is
    [[nodiscard]] static Value callable(std::function<Value(const Arguments&)> function);
    // A callable that holds `self`.
    [[nodiscard]] static Value method(const Value& self, std::function<Value(const Arguments&)> function);
    [[nodiscard]] static Value fromJson(const Json& json);

    template <class T>
    [[nodiscard]] bool is() const {
        return std::holds_alternative<T>(m_data);
    }
    template <class T>
    [[nodiscard]] const T& get() const {
        if (const T* value = std::get_if<T>(&m_data)) return *value;
        fail("A value of type " + typeName() + " cannot be used here");
    }
    [[nodiscard]] const Data& data() const { return m_data; }

    [[nodiscard]] bool isString() const { return is<Text>(); }
    [[nodiscard]] bool isInteger() const { return is<std::int64_t>() || is<bool>(); }
    [[nodiscard]] bool isNumber() const { return isInteger() || is<double>(); }
    [[nodiscard]] bool isDict() const { return is<std::shared_ptr<Dict>>(); }
    [[nodiscard]] bool isSequence() const { return is<std::shared_ptr<List>>() || is<Tuple>(); }

    // Of a list, tuple.
    [[nodiscard]] const List& items() const;
    [[nodiscard]] const Dict& entries() const { return *get<std::shared_ptr<Dict>>(); }
    [[nodiscard]] const std::string& text() const { return *get<Text>(); }
    [[nodiscard]] std::int64_t integer() const; // of an integer or bool
    [[nodiscard]] double number() const;

    // Added to a text or filled with one, it escapes that.
    [[nodiscard]] bool isMarkup() const { return m_isMarkup; }
    [[nodiscard]] Value likewise(std::string text) const; // marked if this one is

    [[nodiscard]] bool isTrue() const;
    // Python's ==: 1 == 1.0 == True, lists by elements.
    [[nodiscard]] bool equals(const Value& other) const;
    // Python's name of the type, for messages.
    [[nodiscard]] std::string typeName() const;

    // Values in it, itself included; a text counts for one per 32 bytes.
    [[nodiscard]] std::int64_t weight() const { return m_weight; }
    // A namespace that held itself would never be given back.
    [[nodiscard]] bool holdsNamespace() const { return is<Namespace>() || m_holdsNamespace; }

private:
    void adopt(const Value& part);
    void adopt(const Dict& parts);
    [[nodiscard]] static Value sequence(Data data, const List& items);

    Data m_data;
    std::int64_t m_weight = 1;
    int m_depth = 0;
    bool m_holdsNamespace = false;
    bool m_isMarkup = false;
};

struct Arguments {
    List positional;
    std::vector<std::pair<std::string, Value>> named;

    // The argument by position or name; null where it is not given.
    [[nodiscard]] const Value* find(std::size_t index, std::string_view name) const;
    // The argument by position or name, else the fallback.
    [[nodiscard]] Value at(std::size_t index, const char* name, const Value& fallback = Value()) const;
};

[[nodiscard]] const Value* find(const Dict& dict, const Value& key);
void assign(Dict& dict, const Value& key, Value value);
// A dict of many entries, of which the last of a key counts; in the order of each key's first.
[[nodiscard]] Dict dictOf(std::vector<std::pair<Value, Value>> entries);
// The same text for equal keys (1, 1.0 and true are one) and another one for any other.
[[nodiscard]] std::string keyText(const Value& key);

// str() and repr() of Python; tojson as transformers has it.
[[nodiscard]] std::string pythonText(const Value& value);
[[nodiscard]] std::string pythonRepr(const Value& value);
struct JsonStyle {
    std::optional<std::string> indent; // of one level; none: all on one line
    std::string itemSeparator = ", ", keySeparator = ": ";
    bool sortKeys = false, asciiOnly = false;
};
[[nodiscard]] std::string jsonText(const Value& value, const JsonStyle& style);

} // namespace fettle::jinja

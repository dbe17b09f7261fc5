#include "core/text/jinja/value.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace fettle::jinja {

namespace {

constexpr int kDeepestValue = 100;
constexpr auto kHeaviest = static_cast<std::int64_t>(kMostItems);
constexpr std::size_t kTextOfOne = 32; // bytes of a text that weigh as much as a number

} // namespace

Value::Value(std::string value)
    : m_data(std::make_shared<const std::string>(std::move(value))),
      m_weight(1 + static_cast<std::int64_t>(text().size() / kTextOfOne)) {
    if (text().size() > kLongestText) fail("A text is too long");
}

void Value::adopt(const Value& part) {
    m_depth = std::max(m_depth, part.m_depth + 1);
    m_weight += part.m_weight;
    m_holdsNamespace = m_holdsNamespace || part.holdsNamespace();
    if (m_depth > kDeepestValue) fail("A value is nested too deeply");
    if (m_weight > kHeaviest) fail("A value is too large");
}

void Value::adopt(const Dict& parts) {
    for (const auto& [key, item] : parts) {
        adopt(key);
        adopt(item);
    }
}

Value Value::sequence(Data data, const List& items) {
    Value value(std::move(data));
    for (const Value& item : items)
        value.adopt(item);
    return value;
}

Value Value::list(List items) {
    const auto shared = std::make_shared<List>(std::move(items));
    return sequence(shared, *shared);
}

Value Value::tuple(List items) {
    const auto shared = std::make_shared<List>(std::move(items));
    return sequence(Tuple{shared}, *shared);
}

Value Value::generator(List items) {
    const auto shared = std::make_shared<List>(std::move(items));
    return sequence(Generator{shared}, *shared);
}

Value Value::dict(Dict items) {
    Value value(Data{std::make_shared<Dict>(std::move(items))});
    value.adopt(value.entries());
    return value;
}

Value Value::group(Value grouper, Value members) {
    const auto shared = std::make_shared<List>(List{std::move(grouper), std::move(members)});
    return sequence(Tuple{shared, true}, *shared);
}

Value Value::loop(Dict attributes, std::function<Value(const Arguments&)> again) {
    const auto shared = std::make_shared<Dict>(std::move(attributes));
    Value value(Data{Loop{shared, callable(std::move(again)).get<Callable>()}});
    value.adopt(*shared);
    return value;
}

Value Value::markup(std::string text) {
    Value value(std::move(text));
    value.m_isMarkup = true;
    return value;
}

Value Value::method(const Value& self, std::function<Value(const Arguments&)> function) {
    Value value = callable(std::move(function));
    value.adopt(self);
    return value;
}

Value Value::callable(std::function<Value(const Arguments&)> function) {
    return Data{Callable{std::make_shared<std::function<Value(const Arguments&)>>(std::move(function))}};
}

Value Value::fromJson(const Json& json) {
    switch (json.type()) {
    case Json::value_t::boolean:
        return json.get<bool>();
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
        if (const auto whole = wholeNumber(json)) return *whole;
        [[fallthrough]];
    case Json::value_t::number_float:
        return json.get<double>();
    case Json::value_t::string:
        return json.get<std::string>();
    case Json::value_t::array: {
        List items;
        for (const Json& item : json)
            items.push_back(fromJson(item));
        return list(std::move(items));
    }
    case Json::value_t::object: {
        Dict items;
        for (const auto& [key, value] : json.items())
            items.emplace_back(Value(key), fromJson(value));
        return dict(std::move(items));
    }
    default:
        return none();
    }
}

Value Value::likewise(std::string text) const {
    return m_isMarkup ? markup(std::move(text)) : Value(std::move(text));
}

const List& Value::items() const {
    return is<Tuple>() ? *get<Tuple>().items : *get<std::shared_ptr<List>>();
}

std::int64_t Value::integer() const {
    return is<bool>() ? static_cast<std::int64_t>(get<bool>()) : get<std::int64_t>();
}

double Value::number() const {
    return is<double>() ? get<double>() : static_cast<double>(integer());
}

bool Value::isTrue() const {
    if (is<Undefined>() || is<None>()) return false;
    if (isInteger()) return integer() != 0;
    if (is<double>()) return get<double>() != 0;
    if (isString()) return !text().empty();
    if (isSequence()) return !items().empty();
    return !isDict() || !entries().empty(); // a generator always is
}

bool Value::equals(const Value& other) const {
    if (isNumber() && other.isNumber())
        return isInteger() && other.isInteger() ? integer() == other.integer() : number() == other.number();
    if (m_data.index() != other.m_data.index()) return false;
    if (isString()) return text() == other.text();
    if (isSequence()) {
        const List &a = items(), &b = other.items();
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                          [](const Value& x, const Value& y) { return x.equals(y); });
    }
    if (isDict()) {
        if (entries().size() != other.entries().size()) return false;
        for (const auto& [key, value] : entries()) {
            const Value* match = find(other.entries(), key);
            if (match == nullptr || !match->equals(value)) return false;
        }
        return true;
    }
    return is<Undefined>() || is<None>();
}

std::string Value::typeName() const {
    if (is<Undefined>()) return "undefined";
    if (is<None>()) return "NoneType";
    if (is<bool>()) return "bool";
    if (is<std::int64_t>()) return "int";
    if (is<double>()) return "float";
    if (isString()) return "str";
    if (is<Tuple>()) return "tuple";
    if (isSequence()) return "list";
    if (is<Generator>()) return "generator";
    if (is<Loop>()) return "loop";
    return isDict() ? "dict" : is<Namespace>() ? "namespace" : "function";
}

const Value* Arguments::find(std::size_t index, std::string_view name) const {
    if (index < positional.size()) return &positional[index];
    for (const auto& [key, value] : named)
        if (key == name) return &value;
    return nullptr;
}

Value Arguments::at(std::size_t index, const char* name, const Value& fallback) const {
    const Value* given = find(index, name);
    return given != nullptr ? *given : fallback;
}

const Value* find(const Dict& dict, const Value& key) {
    for (const auto& [name, value] : dict)
        if (name.equals(key)) return &value;
    return nullptr;
}

void assign(Dict& dict, const Value& key, Value value) {
    for (auto& [name, old] : dict) {
        if (name.equals(key)) {
            old = std::move(value);
            return;
        }
    }
    dict.emplace_back(key, std::move(value));
}

Dict dictOf(std::vector<std::pair<Value, Value>> entries) {
    std::unordered_map<std::string, std::size_t> places;
    Dict dict;
    for (auto& [key, value] : entries) {
        const auto [place, isNew] = places.emplace(keyText(key), dict.size());
        if (isNew)
            dict.emplace_back(std::move(key), std::move(value));
        else
            dict[place->second].second = std::move(value);
    }
    return dict;
}

std::string keyText(const Value& key) {
    const bool isWhole = key.is<double>() && std::abs(key.number()) < 9e18 && std::trunc(key.number()) == key.number();
    if (isWhole) return std::to_string(static_cast<std::int64_t>(key.number()));
    return key.isInteger() ? std::to_string(key.integer()) : pythonRepr(key);
}

void fail(const std::string& message) {
    throw Error{ErrorKind::BadTemplate, message, ""};
}

} // namespace fettle::jinja

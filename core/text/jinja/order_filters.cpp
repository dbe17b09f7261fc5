#include "core/text/jinja/filters.h"
#include "core/text/jinja/letters.h"
#include "core/text/jinja/operations.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace fettle::jinja {

namespace {

// The paths of "a,b", each looked up; the element itself where there is none.
List sortKeys(const List& items, const Value& attributes, Case letters) {
    const Value paths = attributes.isString() ? call(*method(attributes, "split"), {.positional = {","}, .named = {}})
                                              : Value::list({attributes});
    List keys;
    for (const Value& item : items) {
        List parts;
        for (const Value& path : paths.items())
            parts.push_back(comparable(path.is<None>() ? item : looked(item, path), letters));
        keys.push_back(Value::list(std::move(parts)));
    }
    return keys;
}

Value sorted(const Value& value, const Arguments& a) {
    const List items = elements(value);
    return Value::list(sortedByKeys(items, sortKeys(items, a.at(2, "attribute", Value::none()), caseOf(a, 1)),
                                    a.at(0, "reverse", false).isTrue()));
}

Value dictSorted(const Value& value, const Arguments& a) {
    const std::string by = pythonText(a.at(1, "by", Value("key")));
    if (by != "key" && by != "value") fail("dictsort sorts by 'key' or 'value', not by '" + by + "'");
    const List items = elements(applyFilter("items", value, {}));
    return Value::list(sortedByKeys(items, sortKeys(items, std::int64_t{by == "value"}, caseOf(a, 0)),
                                    a.at(2, "reverse", false).isTrue()));
}

// Numbers that are equal have one key, whatever their type; texts are compared without case.
Value unique(const Value& value, const Arguments& a) {
    const Value path = a.at(1, "attribute", Value::none());
    std::set<std::string> seen;
    List result;
    for (const Value& item : elements(value)) {
        const Value key = comparable(path.is<None>() ? item : looked(item, path), caseOf(a, 0));
        if (seen.insert(keyText(key)).second) result.push_back(item);
    }
    return Value::generator(std::move(result));
}

template <const char* const& op>
Value extreme(const Value& value, const Arguments& a) {
    const Value path = a.at(1, "attribute", Value::none());
    Value best, bestKey;
    bool isFirst = true;
    for (const Value& item : elements(value)) {
        const Value key = comparable(path.is<None>() ? item : looked(item, path), caseOf(a, 0));
        if (!isFirst && !compare(op, key, bestKey)) continue;
        best = item;
        bestKey = key;
        isFirst = false;
    }
    return best;
}
constexpr const char* kSmaller = "<";
constexpr const char* kLarger = ">";

} // namespace

Value comparable(const Value& value, Case letters) {
    return value.isString() && letters == Case::Ignored ? Value(lower(value.text())) : value;
}

Case caseOf(const Arguments& arguments, std::size_t index) {
    return arguments.at(index, "case_sensitive", false).isTrue() ? Case::Counts : Case::Ignored;
}

List sortedByKeys(const List& items, const List& keys, bool isReverse) {
    std::vector<std::size_t> order(items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
        return isReverse ? compare("<", keys[y], keys[x]) : compare("<", keys[x], keys[y]);
    });
    List result;
    for (const std::size_t index : order)
        result.push_back(items[index]);
    return result;
}

FilterTable orderFilters() {
    return {{"sort", {sorted, {"reverse?", "case_sensitive?", "attribute?"}}},
            {"dictsort", {dictSorted, {"case_sensitive?", "by?", "reverse?"}}},
            {"unique", {unique, {"case_sensitive?", "attribute?"}}},
            {"min", {extreme<kSmaller>, {"case_sensitive?", "attribute?"}}},
            {"max", {extreme<kLarger>, {"case_sensitive?", "attribute?"}}}};
}

} // namespace fettle::jinja

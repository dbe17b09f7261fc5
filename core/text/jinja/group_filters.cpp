#include "core/text/jinja/filters.h"
#include "core/text/jinja/operations.h"

#include <utility>

namespace fettle::jinja {

namespace {

constexpr std::int64_t kMostParts = 100'000;
constexpr std::int64_t kMostWork = 10'000'000;

std::int64_t countArgument(const Arguments& a, const char* name) {
    const Value count = a.at(0, name);
    if (!count.isInteger() || count.integer() < 1 || count.integer() > kMostParts)
        fail("'" + std::string(name) + "' is a whole number from 1 to " + std::to_string(kMostParts));
    return count.integer();
}

Value batch(const Value& value, const Arguments& a) {
    const auto size = static_cast<std::size_t>(countArgument(a, "linecount"));
    const Value filler = a.at(1, "fill_with", Value::none());
    List batches, open;
    for (const Value& item : elements(value)) {
        if (open.size() == size) batches.push_back(Value::list(std::exchange(open, {})));
        open.push_back(item);
    }
    if (open.empty()) return Value::generator({});
    if (!filler.is<None>()) open.resize(size, filler);
    batches.push_back(Value::list(std::move(open)));
    return Value::generator(std::move(batches));
}

// So many lists of nearly equal lengths, the longer ones first.
Value sliced(const Value& value, const Arguments& a) {
    const List items = elements(value);
    const std::int64_t count = countArgument(a, "slices"), size = std::ssize(items);
    const Value filler = a.at(1, "fill_with", Value::none());
    List slices;
    auto next = items.begin();
    for (std::int64_t i = 0; i < count; ++i) {
        const bool isLonger = i < size % count;
        const auto end = next + size / count + (isLonger ? 1 : 0);
        List part(next, end);
        if (!filler.is<None>() && !isLonger) part.push_back(filler);
        slices.push_back(Value::list(std::move(part)));
        next = end;
    }
    return Value::generator(std::move(slices));
}

Value groupedBy(const Value& value, const Arguments& a) {
    const List items = elements(value);
    const Value path = a.at(0, "attribute"), fallback = a.at(1, "default", Value::none());
    List pairs, keys; // of an element and what it is grouped by
    for (const Value& item : items) {
        const Value key = looked(item, path, fallback);
        pairs.push_back(Value::tuple({item, key}));
        keys.push_back(comparable(key, caseOf(a, 2)));
    }
    List groups, members;
    Value label;
    const auto close = [&] {
        if (!members.empty()) groups.push_back(Value::group(label, Value::list(std::exchange(members, {}))));
    };
    for (const Value& pair : sortedByKeys(pairs, keys, false)) {
        const Value& key = pair.items()[1];
        if (members.empty() || !comparable(key, caseOf(a, 2)).equals(comparable(label, caseOf(a, 2)))) {
            close();
            label = key;
        }
        members.push_back(pair.items()[0]);
    }
    close();
    return Value::list(std::move(groups));
}

Value sum(const Value& value, const Arguments& a) {
    const Value path = a.at(0, "attribute", Value::none());
    Value total = a.at(1, "start", std::int64_t{0});
    if (total.isString()) fail("sum does not join texts");
    std::int64_t work = 0; // lists are copied for each sum
    for (const Value& item : elements(value)) {
        total = arithmetic("+", total, path.is<None>() ? item : looked(item, path));
        if ((work += total.weight()) > kMostWork) fail("sum takes too many steps");
    }
    return total;
}

} // namespace

FilterTable groupFilters() {
    return {{"batch", {batch, {"linecount", "fill_with?"}}},
            {"slice", {sliced, {"slices", "fill_with?"}}},
            {"groupby", {groupedBy, {"attribute", "default?", "case_sensitive?"}}},
            {"sum", {sum, {"attribute?", "start?"}}}};
}

} // namespace fettle::jinja

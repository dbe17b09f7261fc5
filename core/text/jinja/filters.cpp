#include "core/text/jinja/filters.h"

#include "core/text/jinja/operations.h"

namespace fettle::jinja {

namespace {

const FilterTable& filters() {
    static const FilterTable all = [] {
        FilterTable table = textFilters();
        for (FilterTable part : {numberFilters(), listFilters(), orderFilters(), groupFilters()})
            table.merge(part);
        return table;
    }();
    return all;
}

} // namespace

bool isFilter(const std::string& name) {
    return filters().contains(name);
}

Value applyFilter(const std::string& name, const Value& value, const Arguments& arguments) {
    const auto found = filters().find(name);
    if (found == filters().end()) fail("No filter named '" + name + "'");
    return checkedCall(name, found->second, value, arguments);
}

} // namespace fettle::jinja

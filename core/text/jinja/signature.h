#pragma once

#include "core/text/jinja/value.h"

#include <map>
#include <string>

namespace fettle::jinja {

// What a function takes, in Python's order: "count?" may be left out, names before "/" are given by place only, "*"
// leaves the rest to the function itself.
using Signature = std::vector<std::string_view>;

// An argument that the function would not look at, or one that it lacks, is an error that names it.
void checkArguments(const std::string& function, const Signature& signature, const Arguments& arguments);

// Functions on a value by name: filters, tests, methods.
template <class Result>
struct Function {
    Result (*run)(const Value& value, const Arguments& arguments);
    Signature signature = {};
};
template <class Result>
using FunctionTable = std::map<std::string, Function<Result>>;

template <class Result>
Result checkedCall(const std::string& name, const Function<Result>& function, const Value& value,
                   const Arguments& arguments) {
    checkArguments(name, function.signature, arguments);
    return function.run(value, arguments);
}

} // namespace fettle::jinja

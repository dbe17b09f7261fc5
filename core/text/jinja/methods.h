#pragma once

#include "core/text/jinja/signature.h"

namespace fettle::jinja {

using MethodTable = FunctionTable<Value>;

// Methods of a text, by what they do.
[[nodiscard]] MethodTable caseMethods();   // lower, isalpha, strip ...
[[nodiscard]] MethodTable searchMethods(); // find, count, startswith, replace ...
[[nodiscard]] MethodTable cutMethods();    // split, partition, splitlines ...
[[nodiscard]] MethodTable padMethods();    // center, zfill, format ...

// The text at this place of the arguments; an error where it is none.
[[nodiscard]] const std::string& textArgument(const Arguments& arguments, std::size_t index, const char* name);
[[nodiscard]] std::int64_t integerArgument(const Arguments& arguments, std::size_t index, const char* name,
                                           std::int64_t fallback);

} // namespace fettle::jinja

#pragma once

#include <functional>
#include <string>

namespace fettle {

using NamePredicate = std::function<bool(const std::string& name)>;

// Whether a whole module name matches a regular expression, as Python's re.fullmatch. Error{BadConfig} naming `key`, at
// once where it is none, or by the predicate where matching takes too many steps.
[[nodiscard]] NamePredicate fullMatch(const std::string& expression, const std::string& key);

} // namespace fettle

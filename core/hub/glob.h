#pragma once

#include <string_view>

namespace fettle {

// Whether a path fits a pattern of a data set's card, as fsspec's glob means it: * and ? within a folder, ** over
// folders (also none of them), [abc], [a-z], [!abc]. Takes a time of the product of both lengths at most.
[[nodiscard]] bool matchesGlob(std::string_view pattern, std::string_view path);

} // namespace fettle

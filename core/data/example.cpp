#include "core/data/example.h"

#include <algorithm>
#include <filesystem>

namespace fettle {

std::string describe(const RowOrigin& origin) {
    return (origin.isLine ? "Line " : "Row ") + std::to_string(origin.line) + " of " +
           std::filesystem::path(origin.file).filename().string();
}

std::int64_t trainedTokens(const Document& document) {
    if (document.trained.empty()) return 0;
    return std::count(document.trained.begin() + 1, document.trained.end(), std::uint8_t{1});
}

} // namespace fettle

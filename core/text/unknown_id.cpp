#include "core/text/unknown_id.h"

#include <algorithm>

namespace fettle {

std::optional<TokenId> firstBeyond(std::span<const TokenId> ids, std::int64_t rows) {
    const auto found = std::find_if(ids.begin(), ids.end(), [rows](TokenId id) { return id < 0 || id >= rows; });
    return found == ids.end() ? std::nullopt : std::optional(*found);
}

std::string describeBeyond(TokenId id, std::int64_t rows, const Tokenizer& tokenizer) {
    const std::string number = std::to_string(id), known = std::to_string(rows);
    const bool isToken = id >= 0 && id < tokenizer.size();
    return (isToken ? "the token \"" + tokenizer.piece(id) + "\" (id " + number + ")" : "the id " + number) +
           ", and the model has rows for " + known + " tokens only";
}

} // namespace fettle

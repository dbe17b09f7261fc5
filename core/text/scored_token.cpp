#include "core/text/scored_token.h"

namespace fettle {

std::optional<TokenId> paddingIdOf(const Tokenizer& tokenizer) {
    return tokenizer.padId() ? tokenizer.padId() : tokenizer.eosId();
}

std::size_t scoredToken(std::span<const TokenId> ids, std::optional<TokenId> padding) {
    std::size_t place = ids.size() - 1;
    while (place > 0 && padding && ids[place] == *padding)
        --place;
    return padding && ids[place] == *padding ? 0 : place;
}

} // namespace fettle

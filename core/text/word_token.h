#pragma once

#include "core/text/tokenizer.h"

#include <cstdint>

namespace fettle {

// A token of a word and how many of its bytes it stands for.
struct WordToken {
    TokenId id;
    std::uint32_t bytes;
};

} // namespace fettle

#pragma once

#include "core/source/architecture.h"

namespace fettle {

// A decoder with room for at least `tokens` of them, in a vocabulary that the files need not have: the rows behind
// theirs become the mean of those (Architecture::addedRows). As it is where it has the room.
[[nodiscard]] Architecture withVocabulary(Architecture architecture, std::int64_t tokens);

// With a further token that ends a sequence, before those that it has.
[[nodiscard]] Architecture withEos(Architecture architecture, std::int64_t id);

} // namespace fettle

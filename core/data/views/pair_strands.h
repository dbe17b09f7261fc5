#pragma once

#include "core/data/conversations.h"
#include "core/data/row_view.h"

namespace fettle {

// What all kinds of pairs show.
inline constexpr RowColumn kPairColumns[] = {{"prompt"}, {"chosen"}, {"rejected"}};

[[nodiscard]] inline std::vector<Strand> pairStrands(Json prompt, Json chosen, Json rejected) {
    return {{StrandKind::Prompt, std::move(prompt)},
            {StrandKind::Chosen, std::move(chosen)},
            {StrandKind::Rejected, std::move(rejected)}};
}

} // namespace fettle

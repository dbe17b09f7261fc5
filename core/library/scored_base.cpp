#include "core/library/scored_base.h"

#include "core/source/adapters/adapter_kind.h"
#include "core/source/score_head.h"
#include "core/text/scored_token.h"

#include <algorithm>

namespace fettle {

bool isScoredBy(const std::vector<std::filesystem::path>& adapters) {
    return std::ranges::any_of(adapters, [](const std::filesystem::path& folder) {
        const std::filesystem::path config = folder / "adapter_config.json";
        return std::filesystem::exists(config) && bringsScore(readJson(config));
    });
}

Architecture architectureUnder(const BaseModel& base, bool isScored, const TextSide& text) {
    Architecture architecture = architectureFor(base, text);
    if (!isScored || architecture.score) return architecture;
    return withScoreHead(std::move(architecture), paddingIdOf(*text.tokenizer));
}

} // namespace fettle

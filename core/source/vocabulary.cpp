#include "core/source/vocabulary.h"

#include <algorithm>

namespace fettle {

Architecture withVocabulary(Architecture architecture, std::int64_t tokens) {
    const std::int64_t more = std::max<std::int64_t>(0, tokens - architecture.vocabSize);
    architecture.vocabSize += more;
    architecture.addedRows += more;
    return architecture;
}

Architecture withEos(Architecture architecture, std::int64_t id) {
    std::vector<std::int64_t>& ids = architecture.eosTokenIds;
    if (std::ranges::find(ids, id) != ids.end()) return architecture;
    ids.insert(ids.begin(), id);
    architecture.raw["eos_token_id"] = ids.size() == 1 ? Json(id) : Json(ids);
    return architecture;
}

} // namespace fettle

#include "core/train/scored_model.h"

#include "core/base/error.h"
#include "core/library/scored_base.h"

namespace fettle {

namespace {

Error refused(const ScoredFolder& place, const std::string& what, const std::string& hint) {
    return Error{
        ErrorKind::BadConfig, "The reward model in " + place.folder + " " + what + ".", hint, {{"key", place.key}}};
}

} // namespace

ScoredModel openScored(const ScoredFolder& place, const RunParts& parts) {
    const std::filesystem::path folder = place.folder;
    ScoredModel scored{.isAdapter = std::filesystem::exists(folder / "adapter_config.json")};
    scored.base = BaseModel::open(scored.isAdapter ? parts.config.model.path : place.folder);
    const TextSide text = readTextSide(*scored.base);
    if (text.tokenizer->contentHash() != parts.inputs.text.tokenizer->contentHash())
        throw refused(place, "has another tokenizer than the model in training",
                      "Choose one that was trained on the same base.");
    scored.isScoredByAdapter = isScoredBy({folder});
    scored.architecture = architectureUnder(*scored.base, scored.isScoredByAdapter, text);
    if (!scored.architecture.score)
        throw refused(place, "gives no scores", "Choose one that was trained by the objective reward.");
    return scored;
}

} // namespace fettle

#include "core/generate/known_ids.h"

#include "core/base/error.h"
#include "core/text/unknown_id.h"

namespace fettle {

void refuseUnknownIds(std::span<const TokenId> ids, const CausalLM& model, const Tokenizer& tokenizer) {
    const std::int64_t rows = model.architecture().vocabSize;
    const auto unknown = firstBeyond(ids, rows);
    if (!unknown) return;
    throw Error{ErrorKind::BadUsage,
                "The text holds " + describeBeyond(*unknown, rows, tokenizer) + ".",
                std::string(kBeyondHint),
                {{"id", std::to_string(*unknown)}, {"rows", std::to_string(rows)}}};
}

} // namespace fettle

#include "core/generate/generation.h"

#include "core/base/json.h"
#include "core/generate/batch_decoder.h"

#include <algorithm>
#include <limits>

namespace fettle {

namespace {

void addStopIds(std::vector<TokenId>& ids, const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) return;
    const Json config = readJson(file);
    const auto found = config.find("eos_token_id");
    if (found == config.end()) return;
    const Json list = found->is_array() ? *found : Json::array({*found});
    for (const Json& id : list)
        if (const auto number = wholeNumber(id);
            number && *number >= 0 && *number <= std::numeric_limits<TokenId>::max())
            ids.push_back(static_cast<TokenId>(*number));
}

} // namespace

std::vector<Generation> generate(const CausalLM& model, std::shared_ptr<const Tokenizer> tokenizer,
                                 const std::vector<GenerateRequest>& requests, at::ScalarType compute,
                                 const CancelFlag& stop) {
    BatchDecoder decoder(model, std::move(tokenizer), compute);
    std::vector<std::int64_t> streams;
    for (const GenerateRequest& request : requests)
        streams.push_back(decoder.add(request));
    while (decoder.step())
        stop.throwIfRequested();
    std::vector<Generation> results;
    for (const std::int64_t stream : streams) {
        results.push_back(*decoder.take(stream));
        if (results.back().failure) std::rethrow_exception(results.back().failure);
    }
    return results;
}

std::vector<TokenId> stopIdsOf(const std::filesystem::path& folder, const Tokenizer& tokenizer) {
    std::vector<TokenId> ids;
    addStopIds(ids, folder / "generation_config.json");
    addStopIds(ids, folder / "config.json");
    if (const auto eos = tokenizer.eosId()) ids.push_back(*eos);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

} // namespace fettle

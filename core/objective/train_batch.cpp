#include "core/objective/train_batch.h"

namespace fettle {

namespace {

at::Tensor onDevice(const std::vector<std::int64_t>& values, const at::Device& device) {
    return at::tensor(values, at::kLong).to(device);
}

} // namespace

TrainBatch collate(const MicroBatch& documents, const at::Device& device) {
    std::vector<std::vector<TokenId>> ids;
    std::vector<std::int64_t> rows, tokens;
    std::int64_t start = 0;
    for (const Document& document : documents) {
        for (std::size_t t = 1; t < document.ids.size(); ++t) {
            if (!document.trained[t]) continue;
            rows.push_back(start + static_cast<std::int64_t>(t) - 1);
            tokens.push_back(document.ids[t]);
        }
        start += static_cast<std::int64_t>(document.ids.size());
        ids.push_back(document.ids);
    }
    return {.batch = makeBatch(ids, device),
            .targets = {onDevice(rows, device), onDevice(tokens, device)},
            .tokens = start,
            .targetCount = static_cast<std::int64_t>(rows.size())};
}

} // namespace fettle

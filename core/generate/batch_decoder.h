#pragma once

#include "core/generate/stream.h"

#include <map>
#include <optional>

namespace fettle {

// All streams of a model in one decoding loop: prompts of new streams and next tokens of running ones share each pass.
class BatchDecoder {
public:
    BatchDecoder(const CausalLM& model, std::shared_ptr<const Tokenizer> tokenizer, at::ScalarType compute);

    // The stream's number. Error{BadUsage} for a prompt longer than the context, or with an id that the model lacks,
    // and for a reward model.
    [[nodiscard]] std::int64_t add(GenerateRequest request, TokenCallback onToken = {});
    // One pass over all streams that are not done; false: there was none. Whatever goes wrong ends the streams that it
    // goes wrong for, each of them tried alone, with Generation::failure.
    bool step();
    void cancel(std::int64_t stream);
    // The result of a stream that is done, which is then forgotten; nullopt while it runs.
    [[nodiscard]] std::optional<Generation> take(std::int64_t stream);

private:
    struct Entry {
        Stream stream;
        std::int64_t slot; // its sequence in the cache
    };
    [[nodiscard]] std::vector<Entry*> running();
    void pass(const std::vector<Entry*>& entries);
    [[nodiscard]] std::int64_t freeSlot() const;
    void makeRoom(const std::vector<Entry*>& entries);
    [[nodiscard]] Batch nextBatch(const std::vector<Entry*>& entries) const;
    [[nodiscard]] at::Tensor forward(const std::vector<Entry*>& entries);

    const CausalLM& m_model;
    std::shared_ptr<const Tokenizer> m_tokenizer;
    at::ScalarType m_compute;
    std::optional<KvCache> m_cache;
    std::map<std::int64_t, Entry> m_entries;
    std::int64_t m_nextStream = 0;
};

} // namespace fettle

#include "core/generate/generation.h"

#include "core/generate/batch_decoder.h"

namespace fettle {

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

} // namespace fettle

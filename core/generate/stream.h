#pragma once

#include "core/generate/generation.h"
#include "core/generate/stop_text.h"

#include <functional>
#include <span>

namespace fettle {

using TokenCallback = std::function<void(const GeneratedToken&)>;

// One answer under construction: what was sampled, what text is certain, whether it has ended.
class Stream {
public:
    Stream(GenerateRequest request, std::shared_ptr<const Tokenizer> tokenizer, TokenCallback onToken);

    // Tokens that the next forward pass has to see: the prompt at first, then the token sampled last.
    [[nodiscard]] const std::vector<TokenId>& pending() const { return m_pending; }
    [[nodiscard]] const GenerateRequest& request() const { return m_request; }
    [[nodiscard]] std::int64_t cachedTokens() const { return m_cachedTokens; }
    // Tokens that the cache will hold at the most.
    [[nodiscard]] std::int64_t longest() const;
    [[nodiscard]] bool isDone() const { return !m_result.stop.empty(); }

    // Samples from the logits [V] that follow the pending tokens, which are now cached.
    void advance(std::span<const float> logits);
    void cancel();
    [[nodiscard]] const Generation& result() const { return m_result; }

private:
    void accept(TokenId id, std::span<const float> logits);
    void end(const std::string& reason);

    GenerateRequest m_request;
    std::shared_ptr<const Tokenizer> m_tokenizer;
    TokenCallback m_onToken;
    StreamDecoder m_decoder;
    StopText m_stopText;
    std::vector<TokenId> m_history, m_pending;
    std::int64_t m_cachedTokens = 0;
    double m_firstTokenAt = 0;
    Generation m_result;
};

} // namespace fettle

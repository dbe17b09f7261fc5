#pragma once

#include "core/generate/generation.h"
#include "core/generate/stop_text.h"
#include "core/ops/sampling.h"

#include <functional>

namespace fettle {

using TokenCallback = std::function<void(const GeneratedToken&)>;

// One answer under construction: what was sampled, what text is certain, whether it has ended.
class Stream {
public:
    Stream(GenerateRequest request, TokenCallback onToken);

    // Tokens that the next forward pass has to see: the prompt at first, then the token sampled last.
    [[nodiscard]] const std::vector<TokenId>& pending() const { return m_pending; }
    [[nodiscard]] const GenerateRequest& request() const { return m_request; }
    [[nodiscard]] std::int64_t cachedTokens() const { return m_cachedTokens; }
    [[nodiscard]] bool isDone() const { return !m_result.stop.empty(); }

    // How the token after the pending ones is drawn: the number is a function of seed and step alone.
    [[nodiscard]] ops::SamplingRow samplingRow() const;
    // The token after the pending ones, which are now cached. Error{NonFinite} where a logit was no number or infinite.
    void advance(const ops::Sampled& sampled);
    void cancel();
    void fail(std::exception_ptr failure);
    [[nodiscard]] const Generation& result() const { return m_result; }

private:
    void readBefore();
    void accept(TokenId id, const ops::Sampled& sampled);
    [[nodiscard]] std::string textOf(TokenId id);
    [[nodiscard]] std::string heldText();
    void end(const std::string& reason, TokenId id, std::string text = {});
    void close(const std::string& reason);

    GenerateRequest m_request;
    TokenCallback m_onToken;
    StreamDecoder m_decoder;
    StopText m_stopText;
    std::vector<TokenId> m_history, m_pending;
    std::int64_t m_cachedTokens = 0;
    double m_firstTokenAt = 0;
    Generation m_result;
};

} // namespace fettle

#include "core/generate/stream.h"

#include "core/base/error.h"
#include "core/base/split_mix.h"

#include <algorithm>
#include <chrono>

namespace fettle {

namespace {

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// The step-th number of SplitMix64 from `seed`, as a number in [0, 1).
double uniform(std::uint64_t seed, std::uint64_t step) {
    return static_cast<double>(splitMix64(seed + step * kSplitMixStep) >> 11) * 0x1.0p-53;
}

} // namespace

Stream::Stream(GenerateRequest request, TokenCallback onToken)
    : m_request(std::move(request)), m_onToken(std::move(onToken)), m_decoder(m_request.tokenizer, SpecialText::Skip),
      m_stopText(m_request.sampling.stopStrings), m_history(m_request.prompt), m_pending(m_request.prompt) {
    if (m_request.prompt.empty())
        throw Error{ErrorKind::BadUsage, "The prompt has no token.", "Give at least one word, or a BOS token."};
    if (m_request.continuesText) readBefore();
    if (m_request.sampling.maxNewTokens <= 0) close("length");
}

// A word's leading space is none at the start of a text, and here is none.
void Stream::readBefore() {
    constexpr std::ptrdiff_t kEnough = 8; // tokens: more than a character, or a word's parts, take
    const auto& prompt = m_request.prompt;
    for (auto id = prompt.end() - std::min(kEnough, std::ssize(prompt)); id != prompt.end(); ++id)
        (void)m_decoder.push(*id);
}

ops::SamplingRow Stream::samplingRow() const {
    const SamplingConfig& config = m_request.sampling;
    return {.temperature = config.temperature,
            .topK = config.topK,
            .topP = config.topP,
            .minP = config.minP,
            .repetitionPenalty = config.repetitionPenalty,
            .seen = m_history,
            .knownIds = static_cast<std::int64_t>(m_request.tokenizer->size()),
            .uniform = uniform(config.seed, static_cast<std::uint64_t>(m_result.ids.size())),
            .likeliest = config.logprobs};
}

void Stream::advance(const ops::Sampled& sampled) {
    if (!sampled.isFinite)
        throw Error{ErrorKind::NonFinite, "The model's output is not a number any more (infinite, or NaN).",
                    "The weights of the model or of an adapter are damaged, or too large for this number format: try "
                    "--dtype float32, or download the files again."};
    m_cachedTokens += std::ssize(m_pending);
    if (m_firstTokenAt == 0) m_firstTokenAt = now();
    const auto id = static_cast<TokenId>(sampled.id);
    if (std::find(m_request.stopIds.begin(), m_request.stopIds.end(), id) != m_request.stopIds.end()) {
        m_result.stopId = id;
        return end("eos", id);
    }
    accept(id, sampled);
}

void Stream::accept(TokenId id, const ops::Sampled& sampled) {
    std::string text = textOf(id);
    const bool isStopped = m_stopText.isStopped();
    if (isStopped && m_request.tokenizer->isSpecial(id)) return end("stop_string", id, text); // as an EOS would be
    m_pending = {id};
    m_history.push_back(id);
    m_result.ids.push_back(id);
    const bool isLast = isStopped || std::ssize(m_result.ids) >= m_request.sampling.maxNewTokens;
    if (isLast) text += heldText();
    GeneratedToken token{.id = id, .text = text, .logprob = sampled.logProb, .top = {}};
    for (const ops::LikelyId& likely : sampled.likeliest)
        token.top.push_back({static_cast<TokenId>(likely.id), likely.logProb});
    m_result.text += text;
    if (m_onToken) m_onToken(token);
    m_result.tokens.push_back(std::move(token));
    if (isLast) close(isStopped ? "stop_string" : "length");
}

// A special token is no text of the answer, but may be (part of) what ends it.
std::string Stream::textOf(TokenId id) {
    const std::string text = m_stopText.push(m_decoder.push(id));
    return m_request.tokenizer->isSpecial(id) ? text + m_stopText.pushHidden(m_request.tokenizer->piece(id)) : text;
}

std::string Stream::heldText() {
    return m_stopText.push(m_decoder.finish()) + m_stopText.finish();
}

void Stream::cancel() {
    if (!isDone()) end("cancelled", m_history.back());
}

void Stream::fail(std::exception_ptr failure) {
    m_result.failure = std::move(failure);
    m_result.stop = "failed";
    m_pending.clear();
}

// By a token that is no part of the answer; text that was held back until now comes with it.
void Stream::end(const std::string& reason, TokenId id, std::string text) {
    text += heldText();
    m_result.text += text;
    if (!text.empty() && m_onToken) m_onToken({.id = id, .text = text, .logprob = 0, .top = {}});
    if (!m_result.tokens.empty()) m_result.tokens.back().text += text;
    close(reason);
}

void Stream::close(const std::string& reason) {
    m_result.stop = reason;
    m_result.seconds = m_firstTokenAt == 0 ? 0 : now() - m_firstTokenAt;
    m_pending.clear();
}

} // namespace fettle

#include "core/train/evaluation_rewards.h"

#include "core/base/error.h"
#include "core/data/shuffle.h"
#include "core/generate/adapter_strengths.h"
#include "core/generate/generation.h"
#include "core/train/rollout_metrics.h"

#include <algorithm>

namespace fettle {

namespace {

constexpr std::uint64_t kStream = 0x72657764; // of draws for an evaluation
constexpr std::size_t kAtOnce = 32;           // answers that share a decoding step

// An answer that was judged a bad one is nothing to compare with.
bool canBeAsked(const TokenizedExample& row, bool compares) {
    return !row.prompt.empty() && !(compares && row.isDesirable && !*row.isDesirable);
}

std::vector<const TokenizedExample*> askedRows(const RunParts& parts, const EvaluationRewardConfig& config) {
    const std::vector<TokenizedExample>& all = parts.inputs.data.validation.rows;
    std::vector<std::int64_t> drawn =
        permutation(std::ssize(all), static_cast<std::uint64_t>(parts.config.seed), kStream);
    const bool compares = needsReferenceAnswer(config.by);
    std::erase_if(drawn,
                  [&](std::int64_t index) { return !canBeAsked(all[static_cast<std::size_t>(index)], compares); });
    if (drawn.empty())
        throw Error{ErrorKind::BadDataset,
                    "No held-out row has a prompt that the model could answer.",
                    "Add validation rows that have one, let data.train_on be answers, or remove the rewards of the "
                    "evaluation.",
                    {{"key", "evaluation.rewards.reward_funcs"}}};
    if (config.numPrompts > 0) drawn.resize(std::min(drawn.size(), static_cast<std::size_t>(config.numPrompts)));
    std::ranges::sort(drawn);
    std::vector<const TokenizedExample*> rows;
    for (const std::int64_t index : drawn)
        rows.push_back(&all[static_cast<std::size_t>(index)]);
    return rows;
}

} // namespace

EvaluationRewards::EvaluationRewards(const RunParts& parts, const CancelFlag& stop)
    : m_parts(parts), m_config(parts.config.evaluation.rewards),
      m_rewards(
          makeRewards({.config = m_config.by, .longest = m_config.maxCompletionLength, .section = "evaluation.rewards"},
                      parts, stop)),
      m_rows(askedRows(parts, m_config)) {}

std::vector<DrawnAnswer> EvaluationRewards::answersOf(std::span<const TokenizedExample* const> rows,
                                                      const Trainable& trainable, const CancelFlag& stop) const {
    const TextSide& text = m_parts.inputs.text;
    std::vector<GenerateRequest> requests;
    for (const TokenizedExample* row : rows) {
        const std::int64_t room = m_parts.config.data.maxLength - std::ssize(row->prompt);
        requests.push_back(
            {.prompt = row->prompt,
             .adapters = fullStrength(trainable.adapters()),
             .sampling = {.temperature = 0, .maxNewTokens = std::min(m_config.maxCompletionLength, room)},
             .stopIds = text.turnStopIds});
    }
    const auto generations = generate(trainable.model(), text.tokenizer, requests, m_parts.compute, stop);
    std::vector<DrawnAnswer> answers;
    for (std::size_t i = 0; i < rows.size(); ++i)
        answers.push_back(drawnAnswer(*rows[i], expectedOf(*rows[i], *text.tokenizer), generations[i]));
    return answers;
}

std::map<std::string, double> EvaluationRewards::measure(const Trainable& trainable, const CancelFlag& stop) const {
    const at::NoGradGuard noGrad;
    std::vector<DrawnAnswer> answers;
    const std::span<const TokenizedExample* const> all = m_rows;
    for (std::size_t begin = 0; begin < all.size(); begin += kAtOnce) {
        const auto some = answersOf(all.subspan(begin, std::min(kAtOnce, all.size() - begin)), trainable, stop);
        answers.insert(answers.end(), some.begin(), some.end());
    }
    std::map<std::string, double> metrics;
    for (const auto& [name, value] : metricsOf(answers, earnedBy(answers, m_rewards)))
        metrics["eval_" + name] = value;
    return metrics;
}

} // namespace fettle

#include "core/train/reward_model.h"

#include "core/adapter/adapter.h"
#include "core/generate/score.h"
#include "core/train/scored_model.h"

#include <algorithm>

namespace fettle {

namespace {

constexpr std::size_t kAtOnce = 16; // answers in a pass

// What the chat template puts behind the token that ends an answer; empty without a template.
std::vector<TokenId> afterTheTurn(const TextSide& text) {
    if (!text.chatTemplate) return {};
    const Json turns = {{{"role", "user"}, {"content", "a"}}, {{"role", "assistant"}, {"content", "b"}}};
    const std::vector<TokenId> ids =
        text.tokenizer
            ->encode(text.chatTemplate->renderText({.messages = turns}, text.tokenizer->specialTokens()),
                     SpecialTokens::None)
            .ids;
    const auto isStop = [&](TokenId id) { return std::ranges::find(text.turnStopIds, id) != text.turnStopIds.end(); };
    const auto last = std::find_if(ids.rbegin(), ids.rend(), isStop);
    return last == ids.rend() ? std::vector<TokenId>{} : std::vector<TokenId>(last.base(), ids.end());
}

class RewardModel {
public:
    RewardModel(const ScoredFolder& place, const RunParts& parts, const CancelFlag& stop)
        : m_compute(parts.compute), m_after(afterTheTurn(parts.inputs.text)) {
        const ScoredModel scored = openScored(place, parts);
        m_model = loadModel(scored.architecture, TensorSource::open(scored.base->tensors()),
                            {.dtype = scalarType(parts.plan.modelDtype),
                             .device = parts.device,
                             .freshScore = scored.isScoredByAdapter ? std::optional<std::uint64_t>(0) : std::nullopt,
                             .stop = &stop});
        if (scored.isAdapter)
            m_adapters.push_back({.slots = Adapter::load(place.folder, *m_model).slots(), .strengths = {1}});
    }

    [[nodiscard]] std::vector<double> judge(std::span<const DrawnAnswer> answers) const {
        std::vector<double> scores;
        for (std::size_t begin = 0; begin < answers.size(); begin += kAtOnce) {
            std::vector<std::vector<TokenId>> sequences;
            for (const DrawnAnswer& answer : answers.subspan(begin, std::min(kAtOnce, answers.size() - begin)))
                sequences.push_back(sequenceOf(answer));
            const std::vector<double> some = rewardsOf(*m_model, sequences, m_adapters, m_compute);
            scores.insert(scores.end(), some.begin(), some.end());
        }
        return scores;
    }

private:
    [[nodiscard]] std::vector<TokenId> sequenceOf(const DrawnAnswer& answer) const {
        std::vector<TokenId> ids = answer.row->prompt;
        ids.insert(ids.end(), answer.ids.begin(), answer.ids.end());
        if (answer.isWhole) ids.insert(ids.end(), m_after.begin(), m_after.end());
        return ids;
    }

    at::ScalarType m_compute;
    std::vector<TokenId> m_after;
    std::unique_ptr<CausalLM> m_model;
    AdapterSet m_adapters;
};

} // namespace

JudgeAnswers modelReward(const std::string& folder, const std::string& key, const RunParts& parts,
                         const CancelFlag& stop) {
    return [model = std::make_shared<const RewardModel>(ScoredFolder{folder, key}, parts, stop)](
               std::span<const DrawnAnswer> answers) { return model->judge(answers); };
}

} // namespace fettle

#include "app/engine/best_of.h"

#include "app/engine/score_rows.h"
#include "core/generate/score.h"

#include <algorithm>

namespace fettle::engine {

namespace {

OpenModel openReward(const std::string& folder, ModelOptions options) {
    const bool isAdapter = std::filesystem::exists(std::filesystem::path(folder) / "adapter_config.json");
    options.adapters.clear();
    if (isAdapter)
        options.adapters.push_back(folder);
    else
        options.model = folder;
    return openModel(options);
}

} // namespace

std::vector<GenerateRequest> withSeeds(const GenerateRequest& request, int count) {
    std::vector<GenerateRequest> requests(static_cast<std::size_t>(count), request);
    for (std::size_t i = 0; i < requests.size(); ++i)
        requests[i].sampling.seed += i;
    return requests;
}

std::vector<Candidate> judgedBy(const std::string& folder, const ModelOptions& options,
                                const std::vector<Generation>& answers, const std::vector<Json>& rows) {
    const OpenModel reward = openReward(folder, options);
    std::vector<std::vector<TokenId>> sequences;
    for (std::size_t i = 0; i < rows.size(); ++i)
        sequences.push_back(
            toScoreRow(rows[i], {.file = "the answers", .line = static_cast<std::int64_t>(i) + 1, .isLine = false},
                       reward)
                .ids);
    const std::vector<double> rewards = rewardsOf(*reward.model, sequences, reward.adapterSet(1), reward.compute);
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < answers.size(); ++i)
        candidates.push_back({answers[i], rewards[i]});
    return candidates;
}

const Candidate& bestOf(const std::vector<Candidate>& candidates) {
    return *std::ranges::max_element(candidates, {}, &Candidate::reward);
}

} // namespace fettle::engine

#include "core/verdict/side.h"

#include "core/generate/score.h"

#include <algorithm>

namespace fettle {

namespace {

constexpr std::size_t kAnswersAtOnce = 32;
constexpr std::int64_t kTokensAtOnce = 2048;
const CancelFlag kNever;

void report(const Work& work, std::size_t done, std::size_t total) {
    if (work.stop != nullptr) work.stop->throwIfRequested();
    if (work.progress) work.progress(static_cast<std::int64_t>(done), static_cast<std::int64_t>(total));
}

GenerateRequest requestOf(const Side& side, const HeldOut& row, std::int64_t maxNewTokens) {
    return {.prompt = row.prompt,
            .adapters = side.streams,
            .sampling = {.temperature = 0, .maxNewTokens = maxNewTokens, .stopStrings = side.stopTexts},
            .stopIds = side.stopIds};
}

double meanLoss(const at::Tensor& logProbs, const std::vector<std::uint8_t>& trained) {
    const at::Tensor values = logProbs.to(at::kCPU, at::kDouble);
    const auto* value = values.const_data_ptr<double>();
    double sum = 0;
    std::int64_t count = 0;
    for (std::size_t t = 1; t < trained.size(); ++t) {
        sum -= trained[t] != 0 ? value[t - 1] : 0;
        count += trained[t] != 0;
    }
    return sum / static_cast<double>(std::max<std::int64_t>(count, 1));
}

// As many rows from `begin` on as make a batch.
std::size_t endOfBatch(const std::vector<HeldOut>& rows, std::size_t begin) {
    std::int64_t tokens = 0;
    std::size_t end = begin;
    while (end < rows.size() && (end == begin || tokens + std::ssize(rows[end].sequence.ids) <= kTokensAtOnce))
        tokens += std::ssize(rows[end++].sequence.ids);
    return end;
}

} // namespace

std::vector<Said> answersOf(const Side& side, const std::vector<HeldOut>& rows, std::int64_t maxNewTokens,
                            const Work& work) {
    std::vector<Said> answers(rows.size());
    for (std::size_t begin = 0; begin < rows.size(); begin += kAnswersAtOnce) {
        report(work, begin, rows.size());
        std::vector<GenerateRequest> requests;
        std::vector<std::size_t> asked;
        for (std::size_t i = begin; i < std::min(begin + kAnswersAtOnce, rows.size()); ++i) {
            if (rows[i].prompt.empty()) continue;
            requests.push_back(requestOf(side, rows[i], maxNewTokens));
            asked.push_back(i);
        }
        const auto said =
            generate(side.model, side.tokenizer, requests, side.compute, work.stop != nullptr ? *work.stop : kNever);
        for (std::size_t i = 0; i < said.size(); ++i)
            answers[asked[i]] = {said[i].text, std::ssize(said[i].ids)};
    }
    report(work, rows.size(), rows.size());
    return answers;
}

std::vector<double> lossesOf(const Side& side, const std::vector<HeldOut>& rows, const Work& work) {
    std::vector<double> losses;
    for (std::size_t begin = 0; begin < rows.size();) {
        report(work, begin, rows.size());
        const std::size_t end = endOfBatch(rows, begin);
        std::vector<std::vector<TokenId>> sequences;
        for (std::size_t i = begin; i < end; ++i)
            sequences.push_back(rows[i].sequence.ids);
        const auto logProbs = scoreSequences(side.model, sequences, side.adapters, side.compute);
        for (std::size_t i = begin; i < end; ++i)
            losses.push_back(meanLoss(logProbs[i - begin], rows[i].sequence.trained));
        begin = end;
    }
    report(work, rows.size(), rows.size());
    return losses;
}

} // namespace fettle

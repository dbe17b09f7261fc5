#include "core/ops/aten/aten.h"

#include <algorithm>
#include <limits>

namespace fettle::ops::aten {

namespace {

constexpr double kRemoved = -std::numeric_limits<double>::infinity();
constexpr std::int64_t kFigures = 3; // of a row besides its likeliest ids: id, log-probability, isFinite

// The settings of all rows, brought over in one copy; each a column [S, 1] in float64.
class Settings {
public:
    Settings(const std::vector<SamplingRow>& rows, const at::Device& device) {
        std::vector<double> values;
        for (const SamplingRow& row : rows)
            for (const double value : {row.temperature, static_cast<double>(row.topK), row.topP, row.minP,
                                       row.repetitionPenalty, static_cast<double>(row.knownIds), row.uniform})
                values.push_back(value);
        m_values = at::tensor(values, at::kDouble).view({std::ssize(rows), -1}).to(device);
    }
    [[nodiscard]] at::Tensor temperature() const { return column(0); }
    [[nodiscard]] at::Tensor topK() const { return column(1); }
    [[nodiscard]] at::Tensor topP() const { return column(2); }
    [[nodiscard]] at::Tensor minP() const { return column(3); }
    [[nodiscard]] at::Tensor penalty() const { return column(4); }
    [[nodiscard]] at::Tensor knownIds() const { return column(5); }
    [[nodiscard]] at::Tensor uniform() const { return column(6); }

private:
    [[nodiscard]] at::Tensor column(std::int64_t i) const { return m_values.narrow(1, i, 1); }
    at::Tensor m_values;
};

template <class Wants>
bool anyRow(const std::vector<SamplingRow>& rows, Wants wants) {
    return std::any_of(rows.begin(), rows.end(), wants);
}

at::Tensor penalized(const at::Tensor& logits_SV, const std::vector<SamplingRow>& rows, const Settings& settings) {
    std::vector<std::int64_t> places;
    for (std::size_t s = 0; s < rows.size(); ++s)
        for (const std::int32_t id : rows[s].seen)
            places.push_back(static_cast<std::int64_t>(s) * logits_SV.size(1) + id);
    at::Tensor isSeen_SV = at::zeros_like(logits_SV, at::kBool);
    isSeen_SV.view(-1).index_fill_(0, at::tensor(places, at::kLong).to(logits_SV.device()), true);
    const at::Tensor penalty_S1 = settings.penalty().to(logits_SV.scalar_type());
    const at::Tensor changed_SV = at::where(logits_SV.lt(0), logits_SV * penalty_S1, logits_SV / penalty_S1);
    return at::where(isSeen_SV, changed_SV, logits_SV);
}

// Both filters look at the logits from the least on, equals by ascending ids.
at::Tensor keepTop(const at::Tensor& logits_SV, const Settings& settings) {
    const std::int64_t width = logits_SV.size(1);
    const auto [sorted_SV, order_SV] = logits_SV.sort(/*stable=*/true, /*dim=*/1, /*descending=*/false);
    const at::Tensor topK_S1 = settings.topK().to(at::kLong);
    const at::Tensor least_S1 = sorted_SV.gather(1, (width - topK_S1).clamp(0, width - 1));
    const at::Tensor keepsAll_S1 = topK_S1.le(0).logical_or(topK_S1.ge(width));
    const at::Tensor kept_SV =
        sorted_SV.masked_fill(sorted_SV.lt(least_S1).logical_and(keepsAll_S1.logical_not()), kRemoved);
    const at::Tensor below_SV = kept_SV.softmax(1).cumsum(1, at::kDouble);
    at::Tensor isRemoved_SV = below_SV.le(1 - settings.topP()).logical_and(settings.topP().lt(1));
    isRemoved_SV.select(1, width - 1).fill_(false); // the likeliest always stays
    return at::empty_like(kept_SV).scatter_(1, order_SV, kept_SV.masked_fill(isRemoved_SV, kRemoved));
}

at::Tensor keepMinP(const at::Tensor& logits_SV, const Settings& settings) {
    const at::Tensor probabilities_SV = logits_SV.softmax(1);
    const at::Tensor least_S1 = settings.minP() * probabilities_SV.amax(1, /*keepdim=*/true);
    return logits_SV.masked_fill(probabilities_SV.lt(least_S1), kRemoved);
}

// The first id at which the sum of probabilities passes the row's number; the likeliest where rounding let it end
// short.
at::Tensor draw(const at::Tensor& logits_SV, const Settings& settings, const at::Tensor& best_S) {
    const at::Tensor sums_SV = logits_SV.softmax(1).cumsum(1, at::kDouble);
    const at::Tensor id_S = sums_SV.le(settings.uniform()).sum(1);
    return at::where(id_S.lt(logits_SV.size(1)), id_S, best_S);
}

at::Tensor chosenIds(const at::Tensor& logits_SV, const std::vector<SamplingRow>& rows) {
    const Settings settings(rows, logits_SV.device());
    const at::Tensor ids_V = at::arange(logits_SV.size(1), logits_SV.options().dtype(at::kLong));
    at::Tensor processed_SV = logits_SV.masked_fill(ids_V.unsqueeze(0).ge(settings.knownIds()), kRemoved);
    if (anyRow(rows, [](const SamplingRow& row) { return row.repetitionPenalty != 1 && !row.seen.empty(); }))
        processed_SV = penalized(processed_SV, rows, settings);
    const at::Tensor best_S = processed_SV.argmax(1);
    if (!anyRow(rows, [](const SamplingRow& row) { return row.temperature != 0; })) return best_S;
    const at::Tensor isDrawn_S1 = settings.temperature().gt(0);
    processed_SV = processed_SV / at::where(isDrawn_S1, settings.temperature(), 1.0).to(at::kFloat);
    if (anyRow(rows, [](const SamplingRow& row) { return row.topK > 0 || row.topP < 1; }))
        processed_SV = keepTop(processed_SV, settings);
    if (anyRow(rows, [](const SamplingRow& row) { return row.minP > 0; }))
        processed_SV = keepMinP(processed_SV, settings);
    return at::where(isDrawn_S1.squeeze(1), draw(processed_SV, settings, best_S), best_S);
}

Sampled readRow(const double* figures, const SamplingRow& row, std::int64_t most) {
    Sampled sampled{.id = static_cast<std::int64_t>(figures[0]), .logProb = figures[1], .isFinite = figures[2] != 0};
    const double *ids = figures + kFigures, *logProbs = ids + most;
    for (std::int64_t i = 0; i < std::min(row.likeliest, most); ++i)
        sampled.likeliest.push_back({static_cast<std::int64_t>(ids[i]), logProbs[i]});
    return sampled;
}

} // namespace

// Everything that the host wants to know goes over in one tensor [S, 3 + 2 * likeliest].
std::vector<Sampled> sampleTokens(const at::Tensor& logits_SV, const std::vector<SamplingRow>& rows) {
    const at::Tensor wide_SV = logits_SV.to(at::kFloat);
    const at::Tensor normaliser_S1 = wide_SV.logsumexp(1, /*keepdim=*/true);
    const at::Tensor id_S1 = chosenIds(wide_SV, rows).unsqueeze(1);
    std::int64_t most = 0;
    for (const SamplingRow& row : rows)
        most = std::max(most, std::min(row.likeliest, wide_SV.size(1)));
    std::vector<at::Tensor> figures = {id_S1, wide_SV.gather(1, id_S1) - normaliser_S1,
                                       wide_SV.isfinite().all(1, /*keepdim=*/true)};
    if (most > 0) {
        const auto [sorted_SV, order_SV] = wide_SV.sort(/*stable=*/true, /*dim=*/1, /*descending=*/true);
        figures.push_back(order_SV.narrow(1, 0, most));
        figures.push_back(sorted_SV.narrow(1, 0, most) - normaliser_S1);
    }
    for (at::Tensor& figure : figures)
        figure = figure.to(at::kDouble);
    const at::Tensor host = at::cat(figures, 1).to(at::kCPU).contiguous();
    std::vector<Sampled> result;
    for (std::size_t s = 0; s < rows.size(); ++s)
        result.push_back(
            readRow(host.const_data_ptr<double>() + static_cast<std::int64_t>(s) * host.size(1), rows[s], most));
    return result;
}

} // namespace fettle::ops::aten

#include "core/data/batches.h"

#include "core/data/shuffle.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace fettle {

namespace {

std::int64_t ceilDivide(std::int64_t a, std::int64_t b) {
    return (a + b - 1) / b;
}

std::vector<std::vector<Document>> unitsOf(const std::vector<TokenizedExample>& rows, const DataConfig& data) {
    if (data.packing) return packDocuments(rows, data.maxLength, data.packingStrategy);
    std::vector<std::vector<Document>> units;
    for (const TokenizedExample& row : rows)
        units.push_back({Document{row.ids, row.trained}});
    return units;
}

std::int64_t tokensOf(const std::vector<Document>& unit) {
    std::int64_t tokens = 0;
    for (const Document& document : unit)
        tokens += std::ssize(document.ids);
    return tokens;
}

} // namespace

BatchPlan::BatchPlan(const std::vector<TokenizedExample>& rows, const RunConfig& config)
    : m_units(unitsOf(rows, config.data)), m_batchSize(config.batch.perDeviceBatchSize),
      m_accumulation(config.batch.gradientAccumulationSteps), m_seed(config.seed), m_maxSteps(config.duration.maxSteps),
      m_epochs(config.duration.numTrainEpochs), m_shuffle(config.data.shuffle) {}

std::int64_t BatchPlan::microBatchesPerEpoch() const {
    return ceilDivide(unitsPerEpoch(), m_batchSize);
}

std::int64_t BatchPlan::stepsPerEpoch() const {
    return ceilDivide(microBatchesPerEpoch(), m_accumulation);
}

std::int64_t BatchPlan::totalSteps() const {
    if (m_units.empty()) return 0;
    if (m_maxSteps > 0) return m_maxSteps;
    return static_cast<std::int64_t>(std::ceil(m_epochs * static_cast<double>(stepsPerEpoch())));
}

std::int64_t BatchPlan::tokensPerEpoch() const {
    return std::transform_reduce(m_units.begin(), m_units.end(), std::int64_t{0}, std::plus<>(), tokensOf);
}

std::int64_t BatchPlan::longestMicroBatch() const {
    std::vector<std::int64_t> lengths;
    std::transform(m_units.begin(), m_units.end(), std::back_inserter(lengths), tokensOf);
    const auto end = lengths.begin() + std::min(m_batchSize, unitsPerEpoch());
    std::partial_sort(lengths.begin(), end, lengths.end(), std::greater<>());
    return std::accumulate(lengths.begin(), end, std::int64_t{0});
}

std::vector<MicroBatch> BatchPlan::step(std::int64_t index) const {
    const std::int64_t epoch = index / stepsPerEpoch();
    if (m_orderEpoch != epoch) {
        m_order = order(epoch);
        m_orderEpoch = epoch;
    }
    const std::int64_t first = index % stepsPerEpoch() * m_accumulation;
    const std::int64_t last = std::min(first + m_accumulation, microBatchesPerEpoch());
    std::vector<MicroBatch> microBatches;
    for (std::int64_t micro = first; micro < last; ++micro) {
        MicroBatch batch;
        const std::int64_t end = std::min((micro + 1) * m_batchSize, unitsPerEpoch());
        for (std::int64_t place = micro * m_batchSize; place < end; ++place) {
            const auto unit = static_cast<std::size_t>(m_order[static_cast<std::size_t>(place)]);
            batch.insert(batch.end(), m_units[unit].begin(), m_units[unit].end());
        }
        microBatches.push_back(std::move(batch));
    }
    return microBatches;
}

double BatchPlan::epochAfter(std::int64_t index) const {
    const std::int64_t done = std::min((index % stepsPerEpoch() + 1) * m_accumulation, microBatchesPerEpoch());
    return static_cast<double>(index / stepsPerEpoch()) +
           static_cast<double>(done) / static_cast<double>(microBatchesPerEpoch());
}

bool BatchPlan::endsEpoch(std::int64_t index) const {
    return (index + 1) % stepsPerEpoch() == 0;
}

std::vector<std::int64_t> BatchPlan::order(std::int64_t epoch) const {
    if (m_shuffle)
        return permutation(unitsPerEpoch(), static_cast<std::uint64_t>(m_seed), static_cast<std::uint64_t>(epoch));
    std::vector<std::int64_t> fileOrder(m_units.size());
    std::iota(fileOrder.begin(), fileOrder.end(), 0);
    return fileOrder;
}

} // namespace fettle

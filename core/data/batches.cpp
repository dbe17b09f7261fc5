#include "core/data/batches.h"

#include "core/data/shuffle.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace fettle {

namespace {

std::int64_t ceilDivide(std::int64_t a, std::int64_t b) {
    return (a + b - 1) / b;
}

// Where answers are drawn: with all of them at their longest.
std::int64_t mostTokens(const TokenizedExample& row, const RunConfig& config) {
    const RolloutConfig* rollouts = rolloutsOf(config.objective);
    if (rollouts == nullptr) return tokenCount(row);
    const std::int64_t prompt = std::ssize(row.prompt), room = config.data.maxLength - prompt;
    return prompt + rollouts->numGenerations * std::min(rollouts->maxCompletionLength, room);
}

std::int64_t iterationsOf(const RunConfig& config) {
    const RolloutConfig* rollouts = rolloutsOf(config.objective);
    return rollouts == nullptr ? 1 : rollouts->numIterations;
}

Units wholeRows(std::span<const TokenizedExample> rows, const RunConfig& config) {
    Units units;
    for (std::int64_t row = 0; row < std::ssize(rows); ++row) {
        units.pieces.push_back({.row = row, .end = mostTokens(rows[static_cast<std::size_t>(row)], config)});
        units.starts.push_back(row + 1);
    }
    return units;
}

Units unitsOf(std::span<const TokenizedExample> rows, const RunConfig& config) {
    const DataConfig& data = config.data;
    return data.packing ? packRows(rows, data.maxLength, data.packingStrategy) : wholeRows(rows, config);
}

std::int64_t tokensOf(std::span<const RowPiece> pieces) {
    std::int64_t tokens = 0;
    for (const RowPiece& piece : pieces)
        tokens += piece.end - piece.begin;
    return tokens;
}

} // namespace

std::span<const RowPiece> Units::operator[](std::int64_t unit) const {
    const auto begin = static_cast<std::size_t>(starts[static_cast<std::size_t>(unit)]);
    return std::span(pieces).subspan(begin,
                                     static_cast<std::size_t>(starts[static_cast<std::size_t>(unit) + 1]) - begin);
}

BatchPlan::BatchPlan(std::span<const TokenizedExample> rows, const RunConfig& config)
    : m_rows(rows), m_units(unitsOf(rows, config)), m_batchSize(config.batch.perDeviceBatchSize),
      m_accumulation(config.batch.gradientAccumulationSteps), m_iterations(iterationsOf(config)), m_seed(config.seed),
      m_maxSteps(config.duration.maxSteps), m_epochs(config.duration.numTrainEpochs), m_shuffle(config.data.shuffle) {}

std::int64_t BatchPlan::microBatchesPerEpoch() const {
    return ceilDivide(unitsPerEpoch(), m_batchSize);
}

std::int64_t BatchPlan::stepsPerEpoch() const {
    return ceilDivide(microBatchesPerEpoch(), m_accumulation) * m_iterations;
}

std::int64_t BatchPlan::totalSteps() const {
    if (unitsPerEpoch() == 0) return 0;
    if (m_maxSteps > 0) return m_maxSteps;
    return static_cast<std::int64_t>(std::ceil(m_epochs * static_cast<double>(stepsPerEpoch())));
}

std::int64_t BatchPlan::tokensPerEpoch() const {
    return tokensOf(m_units.pieces) * m_iterations;
}

std::vector<std::int64_t> BatchPlan::microBatchLengths() const {
    std::set<std::int64_t> lengths;
    for (std::int64_t index = 0; index < totalSteps(); ++index)
        for (const MicroBatch& batch : step(index))
            lengths.insert(tokenCount(batch));
    return {lengths.begin(), lengths.end()};
}

std::vector<MicroBatch> BatchPlan::step(std::int64_t index) const {
    const std::int64_t epoch = index / stepsPerEpoch();
    if (m_orderEpoch != epoch) {
        m_order = order(epoch);
        m_orderEpoch = epoch;
    }
    const std::int64_t first = index % stepsPerEpoch() / m_iterations * m_accumulation;
    const std::int64_t last = std::min(first + m_accumulation, microBatchesPerEpoch());
    std::vector<MicroBatch> microBatches;
    for (std::int64_t micro = first; micro < last; ++micro) {
        const std::int64_t end = std::min((micro + 1) * m_batchSize, unitsPerEpoch());
        MicroBatch batch{.rows = m_rows, .units = end - micro * m_batchSize};
        for (std::int64_t place = micro * m_batchSize; place < end; ++place) {
            const auto unit = m_units[m_order[static_cast<std::size_t>(place)]];
            batch.pieces.insert(batch.pieces.end(), unit.begin(), unit.end());
        }
        microBatches.push_back(std::move(batch));
    }
    return microBatches;
}

double BatchPlan::epochAfter(std::int64_t index) const {
    const std::int64_t micro = microBatchesPerEpoch() * m_iterations;
    const std::int64_t done = std::min((index % stepsPerEpoch() + 1) * m_accumulation, micro);
    const std::int64_t wholeEpochs = index / stepsPerEpoch();
    return static_cast<double>(wholeEpochs) + static_cast<double>(done) / static_cast<double>(micro);
}

bool BatchPlan::endsEpoch(std::int64_t index) const {
    return (index + 1) % stepsPerEpoch() == 0;
}

std::vector<std::int64_t> BatchPlan::order(std::int64_t epoch) const {
    if (m_shuffle)
        return permutation(unitsPerEpoch(), static_cast<std::uint64_t>(m_seed), static_cast<std::uint64_t>(epoch));
    std::vector<std::int64_t> fileOrder(static_cast<std::size_t>(unitsPerEpoch()));
    std::iota(fileOrder.begin(), fileOrder.end(), 0);
    return fileOrder;
}

} // namespace fettle

#pragma once

#include "core/config/run_config.h"
#include "core/data/example.h"

#include <cstdint>
#include <string>
#include <vector>

namespace fettle {

// What batches are made of, rows or bins: unit i holds pieces [starts[i], starts[i + 1]).
struct Units {
    std::vector<RowPiece> pieces;
    std::vector<std::int64_t> starts = {0};

    [[nodiscard]] std::int64_t size() const { return std::ssize(starts) - 1; }
    [[nodiscard]] std::span<const RowPiece> operator[](std::int64_t unit) const;
};

// Bins of at most `capacity` tokens of rows with one answer each. bfd: best fit decreasing, overflow dropped;
// bfd_split: overflow kept as further documents; wrapped: rows joined and chopped, one document a bin, so that a row's
// first token is predicted by the row before (TRL data_utils.py, pack_dataset; over the whole set, not per 1,000 rows).
[[nodiscard]] Units packRows(std::span<const TokenizedExample> rows, std::int64_t capacity,
                             const std::string& strategy);

// The order in which a run sees its units (rows or bins), batch by batch, as a function of seed and epoch alone. A row
// whose answers are drawn counts with all of them at their longest, and its steps come num_iterations times in turn.
class BatchPlan {
public:
    BatchPlan(std::span<const TokenizedExample> rows, const RunConfig& config); // the rows must outlive it

    [[nodiscard]] std::int64_t unitsPerEpoch() const { return m_units.size(); }
    [[nodiscard]] std::int64_t microBatchesPerEpoch() const; // the last may be smaller
    [[nodiscard]] std::int64_t stepsPerEpoch() const;        // ceil(micro-batches / accumulation) * iterations
    [[nodiscard]] std::int64_t totalSteps() const;           // max_steps, else ceil(epochs * stepsPerEpoch)
    [[nodiscard]] std::int64_t tokensPerEpoch() const;
    // Token counts of the whole run's micro-batches, ascending, each once.
    [[nodiscard]] std::vector<std::int64_t> microBatchLengths() const;

    // The micro-batches of the optimizer step with this index from 0 (an epoch's last may hold fewer).
    [[nodiscard]] std::vector<MicroBatch> step(std::int64_t index) const;
    // Epochs seen after that step, as transformers logs it.
    [[nodiscard]] double epochAfter(std::int64_t index) const;
    [[nodiscard]] bool endsEpoch(std::int64_t index) const;

private:
    [[nodiscard]] std::vector<std::int64_t> order(std::int64_t epoch) const;

    std::span<const TokenizedExample> m_rows;
    Units m_units; // in file or creation order
    std::int64_t m_batchSize, m_accumulation, m_iterations, m_seed, m_maxSteps;
    double m_epochs;
    bool m_shuffle;
    mutable std::int64_t m_orderEpoch = -1; // the epoch that m_order belongs to
    mutable std::vector<std::int64_t> m_order;
};

} // namespace fettle

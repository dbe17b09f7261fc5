#pragma once

#include "core/config/run_config.h"
#include "core/data/example.h"

#include <cstdint>
#include <vector>

namespace fettle {

// Bins of at most `capacity` tokens, each a list of documents. bfd: best fit decreasing, overflow dropped; bfd_split:
// overflow kept as further rows; wrapped: rows joined and chopped, one document a bin (TRL data_utils.py,
// pack_dataset; over the whole set, not per 1,000 rows).
[[nodiscard]] std::vector<std::vector<Document>> packDocuments(const std::vector<TokenizedExample>& rows,
                                                               std::int64_t capacity, const std::string& strategy);

// The order in which a run sees its units (rows or bins), batch by batch, as a function of seed and epoch alone.
class BatchPlan {
public:
    BatchPlan(const std::vector<TokenizedExample>& rows, const RunConfig& config);

    [[nodiscard]] std::int64_t unitsPerEpoch() const { return static_cast<std::int64_t>(m_units.size()); }
    [[nodiscard]] std::int64_t microBatchesPerEpoch() const; // the last may be smaller
    [[nodiscard]] std::int64_t stepsPerEpoch() const;        // ceil(micro-batches / accumulation)
    [[nodiscard]] std::int64_t totalSteps() const;           // max_steps, else ceil(epochs * stepsPerEpoch)

    // The micro-batches of the optimizer step with this index from 0 (an epoch's last may hold fewer).
    [[nodiscard]] std::vector<MicroBatch> step(std::int64_t index) const;
    // Epochs seen after that step, as transformers logs it.
    [[nodiscard]] double epochAfter(std::int64_t index) const;
    [[nodiscard]] bool endsEpoch(std::int64_t index) const;

private:
    [[nodiscard]] std::vector<std::int64_t> order(std::int64_t epoch) const;
    std::vector<std::vector<Document>> m_units;
    std::int64_t m_batchSize, m_accumulation, m_seed, m_maxSteps;
    double m_epochs;
    bool m_shuffle;
    mutable std::int64_t m_orderEpoch = -1;
    mutable std::vector<std::int64_t> m_order;
};

} // namespace fettle

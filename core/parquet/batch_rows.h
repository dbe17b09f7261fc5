#pragma once

#include "core/data/files/column_file.h"

#include <arrow/api.h>

#include <functional>

namespace fettle {

// Takes batches apart into rows, a few at a time: what is a tree of JSON stays small, whatever the batches' length.
class BatchRows : public ColumnFile {
public:
    using NextBatch = std::function<std::shared_ptr<arrow::RecordBatch>()>; // null behind the last

    explicit BatchRows(NextBatch nextBatch) : m_nextBatch(std::move(nextBatch)) {}

    [[nodiscard]] std::vector<Json> next() override;

private:
    NextBatch m_nextBatch;
    std::shared_ptr<arrow::RecordBatch> m_batch;
    std::int64_t m_row = 0; // of the batch
};

} // namespace fettle

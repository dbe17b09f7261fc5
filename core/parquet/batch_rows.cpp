#include "core/parquet/batch_rows.h"

#include "core/parquet/json_value.h"

#include <algorithm>

namespace fettle {

namespace {

constexpr std::int64_t kRowsAtOnce = 256;

Json rowOf(const arrow::RecordBatch& batch, std::int64_t row) {
    JsonMembers members;
    for (int column = 0; column < batch.num_columns(); ++column)
        members.emplace_back(batch.column_name(column), jsonValue(*batch.column(column), row));
    return Json(Json::object_t(std::make_move_iterator(members.begin()), std::make_move_iterator(members.end())));
}

} // namespace

std::vector<Json> BatchRows::next() {
    while (m_batch == nullptr || m_row == m_batch->num_rows()) {
        m_batch = m_nextBatch();
        m_row = 0;
        if (m_batch == nullptr) return {};
    }
    std::vector<Json> rows;
    for (const std::int64_t end = std::min(m_row + kRowsAtOnce, m_batch->num_rows()); m_row < end; ++m_row)
        rows.push_back(rowOf(*m_batch, m_row));
    return rows;
}

} // namespace fettle

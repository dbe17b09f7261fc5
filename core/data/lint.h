#pragma once

#include "core/data/dataset.h"
#include "core/data/finding.h"

namespace fettle {

// What a model would see of a file.
struct DataFigures {
    RowCounts counts;
    std::vector<std::int32_t> lengths; // of each row's prompt and longest answer, before cutting; -1: no tokens
    std::int64_t maxLength = 0;        // where rows are cut
    [[nodiscard]] double trainedShare() const;
};
struct LintReport {
    DataFigures figures;
    std::vector<Finding> findings; // what weighs most first
};

// What the rows show by themselves. Cancelled between two rows.
[[nodiscard]] std::vector<Finding> lint(const DatasetFile& file, const CancelFlag* stop = nullptr);
// With what a model would make of them: as a run takes them, row by row (takeExample).
[[nodiscard]] LintReport lint(const DatasetFile& file, const TokenizeRules& rules, const Work& work = {});

} // namespace fettle

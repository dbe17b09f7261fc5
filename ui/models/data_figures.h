#pragma once

#include "core/data/dataset.h"
#include "ui/models/findings_model.h"

#include <memory>
#include <vector>

namespace fettle::ui {

// Figures of a tokenised file.
struct DataFigures {
    RowCounts counts;
    std::vector<int> lengths; // tokens of each row before cutting, in row order; -1: cannot be tokenised
    std::int64_t rowsWithoutTarget = 0;
    std::int64_t maxLength = 0; // where rows are cut; a model may know fewer positions than were asked for
    [[nodiscard]] double trainedShare() const;
};

struct CountedData {
    DataFigures figures;
    std::vector<Finding> findings;
};

// Tokenises every row. Counts as a run would (tokenizeSet), but keeps the lengths that rows had before they were cut.
[[nodiscard]] CountedData countRows(const DatasetFile& file, const TokenizeRules& rules,
                                    const ProgressCallback& progress);

} // namespace fettle::ui

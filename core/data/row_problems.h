#pragma once

#include "core/base/error.h"
#include "core/data/dataset.h"

namespace fettle {

// Appends as long as there is room for it.
inline void keepProblem(std::vector<RowProblem>& problems, RowProblem problem) {
    if (problems.size() < kProblemsKept) problems.push_back(std::move(problem));
}

// Error{BadDataset} whose sentence begins with the row: "Line 312 of chat.jsonl" + " has no \"messages\" list" + ".".
[[nodiscard]] inline Error badRow(const RowOrigin& origin, const std::string& what, const std::string& hint = {}) {
    return Error{ErrorKind::BadDataset,
                 describe(origin) + " " + what + ".",
                 hint,
                 {{"file", origin.file}, {"line", std::to_string(origin.line)}}};
}

} // namespace fettle

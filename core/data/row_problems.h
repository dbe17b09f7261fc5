#pragma once

#include "core/base/error.h"
#include "core/data/dataset.h"

namespace fettle {

// What is wrong with a row, for those who do not read the sentence.
struct RowFault {
    FindingKind kind = FindingKind::Unreadable;
    std::string detail;
};

// Appends as long as there is room for it.
inline void keepProblem(std::vector<RowProblem>& problems, RowProblem problem) {
    if (std::ssize(problems) < kProblemsKept) problems.push_back(std::move(problem));
}

// Error{BadDataset} whose sentence begins with the row: "Line 312 of chat.jsonl" + " has no \"messages\" list" + ".".
[[nodiscard]] inline Error badRow(const RowOrigin& origin, const std::string& what, const std::string& hint = {},
                                  const RowFault& fault = {}) {
    return Error{ErrorKind::BadDataset,
                 describe(origin) + " " + what + ".",
                 hint,
                 {{"file", origin.file},
                  {"line", std::to_string(origin.line)},
                  {"finding", std::string(wireName(fault.kind))},
                  {"detail", fault.detail}}};
}
[[nodiscard]] inline Error badRow(const RowOrigin& origin, const std::string& what, const RowFault& fault) {
    return badRow(origin, what, {}, fault);
}

} // namespace fettle

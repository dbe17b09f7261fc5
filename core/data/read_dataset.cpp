#include "core/data/dataset.h"
#include "core/data/row_formats.h"
#include "core/data/row_problems.h"
#include "core/data/row_source.h"

#include <filesystem>
#include <optional>

namespace fettle {

namespace {

constexpr std::int64_t kRowsLookedAt = 100; // of which one must fit a format

std::string nameOf(const DataFileConfig& file) {
    return std::filesystem::path(file.path).filename().string();
}

std::string columnList(const Json& row) {
    std::string list;
    for (const auto& [column, value] : row.items())
        list += (list.empty() ? "" : ", ") + column;
    return list;
}

[[noreturn]] void refuseUnusable(const DataFileConfig& file, const RowProblem& first) {
    throw Error{ErrorKind::BadDataset,
                "No row of " + nameOf(file) + " can be used. " + first.reason,
                first.hint,
                {{"file", file.path}, {"line", std::to_string(first.origin.line)}}};
}

[[noreturn]] void refuseUnknownFormat(const DataFileConfig& file, const std::string& columns) {
    throw Error{
        ErrorKind::BadDataset,
        "The rows of " + nameOf(file) + " fit no known format." +
            (columns.empty() ? "" : " Their columns are: " + columns + "."),
        "Rows need messages, conversations, prompt and completion, instruction and output, chosen and rejected, or "
        "text; other names are mapped by data.train[].columns.",
        {{"file", file.path}, {"columns", columns}}};
}

// The first format that a row near the start fits. Rows that cannot be read are left for the reading proper to report,
// unless they are all that there is.
std::string lookForFormat(RowSource& rows, const DataFileConfig& file) {
    std::optional<std::string> columns;
    std::optional<RowProblem> unreadable;
    for (std::int64_t looked = 0; looked < kRowsLookedAt && rows.next(); ++looked) {
        const RowOrigin origin = rows.origin();
        try {
            const Json& row = rows.value();
            if (const auto format = findFormat(row, file.columns)) return *format;
            if (!columns) columns = row.is_object() ? columnList(row) : "";
        } catch (const Error& bad) {
            if (!unreadable) unreadable = {origin, bad.message, bad.hint};
        }
    }
    if (unreadable && !columns) refuseUnusable(file, *unreadable);
    refuseUnknownFormat(file, columns.value_or(""));
}

RowProblem problemOf(const Error& bad, const RowOrigin& origin) {
    const auto fact = [&](const char* name) {
        const auto found = bad.facts.find(name);
        return found == bad.facts.end() ? std::string() : found->second;
    };
    const FindingKind kind = bad.kind == ErrorKind::BadFile ? FindingKind::NotJson : findingNamed(fact("finding"));
    return {origin, bad.message, bad.hint, kind, fact("detail")};
}

void readRows(RowSource& rows, const DataFileConfig& file, DatasetFile& read, const CancelFlag* stop) {
    while ((file.limit == 0 || read.rows < file.limit) && rows.next()) {
        throwIfRequested(stop);
        ++read.rows;
        const RowOrigin origin = rows.origin();
        try {
            for (Row& row : rowsIn(rows.value(), read.format, file.columns, origin))
                read.examples.push_back({std::move(row), origin});
        } catch (const Error& bad) {
            RowProblem problem = problemOf(bad, origin);
            if (++read.badRows[problem.kind] <= kProblemsKept) read.problems.push_back(std::move(problem));
        }
    }
}

} // namespace

std::int64_t badRowCount(const DatasetFile& file) {
    std::int64_t count = 0;
    for (const auto& [kind, rows] : file.badRows)
        count += rows;
    return count;
}

DatasetFile readDataset(const DataFileConfig& file, const CancelFlag* stop) {
    refuseUnknownName(file.format);
    const auto rows = openRows(file, stop);
    DatasetFile read{.format = file.format};
    if (file.format == "auto") {
        read.format = lookForFormat(*rows, file);
        rows->rewind();
    }
    readRows(*rows, file, read, stop);
    if (read.examples.empty()) refuseUnusable(file, read.problems.empty() ? RowProblem{} : read.problems.front());
    return read;
}

} // namespace fettle

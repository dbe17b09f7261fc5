#include "core/data/dataset.h"
#include "core/data/row_formats.h"
#include "core/data/row_problems.h"
#include "core/data/row_source.h"

#include <filesystem>

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

[[noreturn]] void refuseUnknownFormat(const DataFileConfig& file, const std::string& columns) {
    throw Error{
        ErrorKind::BadDataset,
        "The rows of " + nameOf(file) + " fit no known format." +
            (columns.empty() ? "" : " Their columns are: " + columns + "."),
        "Rows need messages, conversations, prompt and completion, instruction and output, chosen and rejected, or "
        "text; other names are mapped by data.train[].columns.",
        {{"file", file.path}, {"columns", columns}}};
}

// The first format that a row near the start fits; rows that are no JSON are left for the reading proper to report.
std::string lookForFormat(RowSource& rows, const DataFileConfig& file) {
    std::string columns;
    for (std::int64_t looked = 0; looked < kRowsLookedAt && rows.next(); ++looked) {
        try {
            const Json& row = rows.value();
            if (const auto format = findFormat(row, file.columns)) return *format;
            if (columns.empty() && row.is_object()) columns = columnList(row);
        } catch (const Error&) {
            continue;
        }
    }
    refuseUnknownFormat(file, columns);
}

void readRows(RowSource& rows, const DataFileConfig& file, DatasetFile& read, const CancelFlag* stop) {
    while ((file.limit == 0 || read.rows < file.limit) && rows.next()) {
        throwIfRequested(stop);
        ++read.rows;
        const RowOrigin origin = rows.origin();
        try {
            read.examples.push_back({readRow(rows.value(), read.format, file.columns, origin), origin});
        } catch (const Error& bad) {
            keepProblem(read.problems, {origin, bad.message, bad.hint});
        }
    }
}

void refuseUnusable(const DatasetFile& read, const DataFileConfig& file) {
    if (!read.examples.empty()) return;
    const RowProblem first = read.problems.empty() ? RowProblem{} : read.problems.front();
    throw Error{ErrorKind::BadDataset,
                "No row of " + nameOf(file) + " can be used. " + first.reason,
                first.hint,
                {{"file", file.path}, {"rows", std::to_string(read.rows)}}};
}

} // namespace

DatasetFile readDataset(const DataFileConfig& file, const CancelFlag* stop) {
    refuseUnknownName(file.format);
    const auto rows = openRows(file, stop);
    DatasetFile read{.format = file.format};
    if (file.format == "auto") {
        read.format = lookForFormat(*rows, file);
        rows->rewind();
    }
    readRows(*rows, file, read, stop);
    refuseUnusable(read, file);
    return read;
}

} // namespace fettle

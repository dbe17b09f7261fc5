#pragma once

#include "core/base/cancel.h"
#include "core/config/run_config.h"
#include "core/data/example.h"

#include <memory>

namespace fettle {

// The rows of a data file one after the other, whatever the file's layout.
class RowSource {
public:
    virtual ~RowSource() = default;

    [[nodiscard]] virtual bool next() = 0; // goes to the next row; false after the last
    [[nodiscard]] virtual RowOrigin origin() const = 0;
    // Valid until next(). Error{BadFile} where this row is no JSON.
    [[nodiscard]] virtual const Json& value() = 0;
    virtual void rewind() = 0;
};

// JSONL is read row by row from the mapped file, so that only one row is ever a tree; JSON (a list of rows, one row, or
// an object whose one list of objects holds the rows, or a task of Natural Instructions) is parsed whole. A .csv or
// .tsv file is read record by record, its first line naming the columns. A .txt file is plain text: each line that is
// not blank is a row. A byte order mark, CRLF and blank lines are tolerated. .parquet, .arrow and .feather files are
// read by the plug-in, some rows at a time. Of a folder, each text in it is a row
// (text_folder.h). Error{FileNotFound | FileAccess | BadFile | BadDataset}, the last also for UTF-16. Cancelled while a
// whole file is parsed.
[[nodiscard]] std::unique_ptr<RowSource> openRows(const DataFileConfig& file, const CancelFlag* stop = nullptr);

} // namespace fettle

#pragma once

#include "core/base/json.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace fettle {

// What libfettle-parquet.so and the programs have in common. The plug-in links none of our libraries and throws
// std::exception with Arrow's own words, so this header holds nothing that would have to be linked.

// The rows of a file of columns, some at a time.
class ColumnFile {
public:
    virtual ~ColumnFile() = default;
    // The next rows, each an object with a member for each column; none behind the last.
    [[nodiscard]] virtual std::vector<Json> next() = 0;
};

struct ColumnReaders {
    const char* textCode = ""; // kTextCode of the plug-in: rows are those of this code and no other
    std::unique_ptr<ColumnFile> (*openParquet)(const std::filesystem::path& file) = nullptr;
    // IPC: the file format, which is Feather's, or a stream.
    std::unique_ptr<ColumnFile> (*openArrow)(const std::filesystem::path& file) = nullptr;
};

// What the plug-in exports: a C function that fills the table in.
using ColumnReadersEntry = void (*)(ColumnReaders& readers);
inline constexpr const char* kColumnReadersEntryName = "fettleRegisterColumnReaders";

} // namespace fettle

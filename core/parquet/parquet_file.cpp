#include "core/parquet/arrow_status.h"
#include "core/parquet/batch_rows.h"
#include "core/parquet/openers.h"

#include <arrow/io/file.h>
#include <parquet/arrow/reader.h>

namespace fettle {

namespace {

constexpr std::int64_t kRowsOfABatch = 1024;

// Pages are read as they are needed, not a row group's whole columns, and on this thread.
std::unique_ptr<parquet::arrow::FileReader> readerOf(const std::filesystem::path& file) {
    parquet::ReaderProperties pages;
    pages.enable_buffered_stream();
    parquet::ArrowReaderProperties columns;
    columns.set_batch_size(kRowsOfABatch);
    columns.set_use_threads(false);
    columns.set_pre_buffer(false);
    parquet::arrow::FileReaderBuilder builder;
    throwUnlessOk(builder.Open(valueOrThrow(arrow::io::ReadableFile::Open(file.string())), pages));
    builder.properties(columns);
    return valueOrThrow(builder.Build());
}

} // namespace

std::unique_ptr<ColumnFile> openParquet(const std::filesystem::path& file) {
    std::shared_ptr<parquet::arrow::FileReader> reader = readerOf(file);
    std::shared_ptr<arrow::RecordBatchReader> batches = valueOrThrow(reader->GetRecordBatchReader());
    return std::make_unique<BatchRows>([reader, batches] { return valueOrThrow(batches->Next()); });
}

} // namespace fettle

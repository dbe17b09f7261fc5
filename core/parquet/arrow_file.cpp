#include "core/parquet/arrow_status.h"
#include "core/parquet/batch_rows.h"
#include "core/parquet/openers.h"

#include <arrow/io/file.h>
#include <arrow/ipc/reader.h>

namespace fettle {

namespace {

using Batch = std::shared_ptr<arrow::RecordBatch>;
using OpenFile = std::shared_ptr<arrow::io::ReadableFile>;

// Offsets are a stranger's numbers until they are checked.
Batch checked(Batch batch) {
    if (batch != nullptr) throwUnlessOk(batch->ValidateFull());
    return batch;
}

BatchRows::NextBatch batchesOfFile(const OpenFile& file) {
    auto reader = valueOrThrow(arrow::ipc::RecordBatchFileReader::Open(file));
    return [reader, place = 0]() mutable {
        return place < reader->num_record_batches() ? checked(valueOrThrow(reader->ReadRecordBatch(place++))) : nullptr;
    };
}

BatchRows::NextBatch batchesOfStream(const OpenFile& file) {
    auto reader = valueOrThrow(arrow::ipc::RecordBatchStreamReader::Open(file));
    return [reader] { return checked(valueOrThrow(reader->Next())); };
}

bool beginsWithMagic(arrow::io::ReadableFile& file) {
    constexpr std::string_view kMagic = "ARROW1";
    const bool begins = std::string_view(*valueOrThrow(file.Read(kMagic.size()))) == kMagic;
    throwUnlessOk(file.Seek(0));
    return begins;
}

} // namespace

// "ARROW1" begins the file format; a stream begins with a message (https://arrow.apache.org/docs/format/Columnar.html).
std::unique_ptr<ColumnFile> openArrow(const std::filesystem::path& file) {
    const OpenFile opened = valueOrThrow(arrow::io::ReadableFile::Open(file.string()));
    return std::make_unique<BatchRows>(beginsWithMagic(*opened) ? batchesOfFile(opened) : batchesOfStream(opened));
}

} // namespace fettle

#include "core/data/dataset.h"
#include "tests/fuzz/fuzz.h"

using namespace fettle;

// A JSONL file: rows, their format, their examples.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    const auto file = fuzz::written(bytes, count, "rows.jsonl");
    return fuzz::tried([&] { (void)readDataset({.path = file.string()}); });
}

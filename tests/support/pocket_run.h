#pragma once

#include "core/base/files.h"
#include "core/base/json.h"
#include "tests/app/fettle/program.h"

namespace fettle::test {

// Sixty short rows, so that a run of a few dozen steps sees all of them.
inline void writePocketRows(const QString& file) {
    QByteArray rows;
    for (int i = 0; i < 60; ++i)
        rows += "{\"text\": \"Once upon a time there was " + QByteArray(i % 9 + 1, 'o') + " dog.\"}\n";
    writeText(file, rows);
}

// A run on the pocket model whose numbers are the same to the bit each time: fp32, one thread, LoRA with dropout,
// accumulation.
inline Json pocketRun(const QString& rowsFile, int steps) {
    return {{"model", {{"path", "pocket"}, {"dtype", "float32"}}},
            {"threads", 1},
            {"data", {{"train", Json::array({{{"path", rowsFile.toStdString()}}})}}},
            {"adapter", {{"kind", "lora"}, {"r", 4}, {"lora_dropout", 0.1}}},
            {"batch", {{"per_device_batch_size", 2}, {"gradient_accumulation_steps", 2}}},
            {"duration", {{"max_steps", steps}}},
            {"precision", {{"compute", "float32"}}}};
}

// The bytes of the adapter that a finished run left.
inline std::string adapterBytes(const std::filesystem::path& runFolder) {
    return readFile(runFolder / "adapter" / "adapter_model.safetensors");
}

} // namespace fettle::test

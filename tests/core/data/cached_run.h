#pragma once

#include "core/data/dataset.h"
#include "tests/core/data/rows_on_disk.h"
#include "tests/support/byte_model.h"

namespace fettle::test {

// A model whose tokens are bytes, with the template ChatML; data files, and a cache of tokens. All gone with the test.
class CachedRun {
public:
    CachedRun() { writeByteModel(model()); }

    std::int64_t vocabSize = 0; // rows of the model's matrix; 0: unknown

    struct Prepared {
        PreparedData data;
        bool isFound = true; // nothing was tokenised
    };
    [[nodiscard]] Prepared prepare(const RunConfig& config) const { return prepare(config, cache()); }
    [[nodiscard]] PreparedData prepareWithoutCache(const RunConfig& config) const { return prepare(config, {}).data; }

    // A data file of the run, in a folder of its own if wanted.
    [[nodiscard]] DataFileConfig file(const std::string& name, std::string_view content) const {
        makeFolder((path() / name).parent_path());
        return m_disk.file(name, content);
    }
    [[nodiscard]] std::filesystem::path model() const { return path() / "model"; }
    [[nodiscard]] TokenCache cache() const { return {.folder = path() / "cache"}; }

private:
    [[nodiscard]] Prepared prepare(const RunConfig& config, const TokenCache& cache) const {
        Prepared prepared;
        const auto note = [&](std::int64_t, std::int64_t) { prepared.isFound = false; };
        prepared.data = prepareData(config, Tokenizer::load(model()),
                                    ChatTemplate::load(model(), config.data.chatTemplate.value_or("")), vocabSize,
                                    {.progress = note}, cache);
        return prepared;
    }
    [[nodiscard]] std::filesystem::path path() const { return m_disk.path(); }

    RowsOnDisk m_disk;
};

inline RunConfig runOn(std::vector<DataFileConfig> train) {
    RunConfig config;
    config.data.train = std::move(train);
    return config;
}

} // namespace fettle::test

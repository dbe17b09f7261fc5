#include "core/data/cache/kept_tokens.h"

#include "core/base/bounded_folder.h"
#include "core/base/content_hash.h"
#include "core/base/files.h"
#include "core/base/mapped_file.h"
#include "core/data/cache/token_key.h"
#include "core/data/cache/token_layout.h"
#include "core/data/cache/token_reader.h"
#include "core/data/cache/token_writer.h"

#include <algorithm>
#include <cstring>

namespace fettle {

namespace {

constexpr std::string_view kEnding = ".tokens";

std::filesystem::path fileOf(const TokenCache& cache, const std::string& key) {
    ContentHash hash;
    hash.add(key);
    return cache.folder / (hash.text() + std::string(kEnding));
}

// What was written before its hash; nothing where that is another one.
std::span<const std::byte> soundContent(std::span<const std::byte> bytes, const Work& work) {
    ContentHash hash;
    std::uint64_t written = 0;
    if (bytes.size() < sizeof written) return {};
    const auto content = bytes.first(bytes.size() - sizeof written);
    std::memcpy(&written, bytes.data() + content.size(), sizeof written);
    hash.add(content, work);
    return hash.value() == written ? content : std::span<const std::byte>{};
}

bool isSound(const TokenizedExample& row, std::int64_t size) {
    const auto areIds = [size](const std::vector<TokenId>& ids) {
        return std::all_of(ids.begin(), ids.end(), [size](TokenId id) { return id >= 0 && id < size; });
    };
    return !row.answers.empty() && areIds(row.prompt) &&
           std::all_of(row.answers.begin(), row.answers.end(), [&](const Answer& answer) {
               return areIds(answer.ids) && answer.trained.size() == answer.ids.size();
           });
}

bool isSound(const TokenizedSet& set, std::int64_t size) {
    return std::all_of(set.rows.begin(), set.rows.end(),
                       [size](const TokenizedExample& row) { return isSound(row, size); });
}

std::uint64_t bytesOfIds(const PreparedData& data) {
    return static_cast<std::uint64_t>(data.train.counts.tokens + data.validation.counts.tokens) * sizeof(TokenId);
}

} // namespace

std::optional<PreparedData> findTokens(const TokenCache& cache, const std::string& key, const DataConfig& data,
                                       std::int64_t ids, const Work& work) try {
    const auto file = MappedFile::open(fileOf(cache, key));
    TokenReader reader(soundContent(file->bytes(), work), filesOf(data), work);
    std::string itsKey;
    reader.values(itsKey);
    if (itsKey != key) return std::nullopt;
    PreparedData found;
    layOut(reader, found);
    const bool isWhole = reader.isAtEnd() && !file->hasChanged();
    if (!isWhole || !isSound(found.train, ids) || !isSound(found.validation, ids)) return std::nullopt;
    noteUse(file->path());
    return found;
} catch (const Error&) {
    return std::nullopt; // as good as no file
}

void keepTokens(const TokenCache& cache, const std::string& key, const DataConfig& data, const PreparedData& prepared,
                const Work& work) {
    if (bytesOfIds(prepared) > cache.mostBytes) return;
    makePrivateFolder(cache.folder);
    AtomicFile file(fileOf(cache, key), Readers::Owner);
    TokenWriter writer(file, filesOf(data), work);
    writer.values(key);
    layOut(writer, prepared);
    writer.finish();
    file.commit();
    noteUse(fileOf(cache, key));
    dropLeastUsed(cache.folder, kEnding, cache.mostBytes);
}

} // namespace fettle

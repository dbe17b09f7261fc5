#include "core/library/weights_hash.h"

#include "core/base/content_hash.h"
#include "core/base/json.h"
#include "core/base/mapped_file.h"

#include <set>

namespace fettle {

namespace {

constexpr std::size_t kPlaces = 256, kBytes = 4096; // a mebibyte a file

void addPlaces(ContentHash& hash, std::span<const std::byte> file) {
    if (file.size() <= kPlaces * kBytes) return hash.add(file);
    for (std::size_t i = 0; i < kPlaces; ++i)
        hash.add(file.subspan((file.size() - kBytes) * i / (kPlaces - 1), kBytes));
}

} // namespace

std::string weightsHash(const TensorTable& table) {
    ContentHash hash;
    std::set<std::filesystem::path> seen;
    for (const auto& [name, location] : table) {
        hash.add(toLine({name, location.entry.dtype, location.entry.shape}));
        if (seen.insert(location.file).second) addPlaces(hash, MappedFile::open(location.file)->bytes());
    }
    return hash.text();
}

} // namespace fettle

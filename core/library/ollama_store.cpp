#include "core/library/ollama_store.h"

#include "core/base/json.h"

#include <algorithm>

namespace fettle {

namespace fs = std::filesystem;

namespace {

constexpr const char* kModelLayer = "application/vnd.ollama.image.model"; // ollama/server/images.go
constexpr int kParts = 4;                                                 // registry, namespace, model, tag

// The registry and namespace that go without saying are left out.
std::string shortName(const fs::path& manifest) {
    std::vector<std::string> parts;
    for (const fs::path& part : manifest)
        parts.push_back(part.string());
    std::string name = parts[2] + ":" + parts[3];
    if (parts[1] != "library") name = parts[1] + "/" + name;
    return parts[0] == "registry.ollama.ai" ? name : parts[0] + "/" + name;
}

// "sha256:0a1b" is the file sha256-0a1b; anything else is no digest, and might lead elsewhere.
fs::path blobOf(const fs::path& store, std::string digest) {
    const auto isPlain = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    constexpr std::string_view kPrefix = "sha256:";
    if (!digest.starts_with(kPrefix) || !std::all_of(digest.begin() + kPrefix.size(), digest.end(), isPlain)) return {};
    digest[kPrefix.size() - 1] = '-';
    return store / "blobs" / digest;
}

fs::path modelFileOf(const fs::path& store, const fs::path& manifest) try {
    const Json layers = readJson(manifest).value("layers", Json::array());
    for (const Json& layer : layers)
        if (layer.is_object() && layer.value("mediaType", "") == kModelLayer)
            return blobOf(store, layer.value("digest", ""));
    return {};
} catch (const std::exception&) {
    return {}; // no manifest
}

void collect(const fs::path& store, const fs::path& inside, int depth, std::vector<StoredModel>& found) {
    std::error_code code;
    for (fs::directory_iterator entry(store / "manifests" / inside, code), end; !code && entry != end;
         entry.increment(code)) {
        const fs::path path = inside / entry->path().filename();
        if (depth + 1 < kParts) {
            if (entry->is_directory(code)) collect(store, path, depth + 1, found);
        } else if (entry->is_regular_file(code)) {
            const fs::path file = modelFileOf(store, entry->path());
            if (!file.empty() && fs::exists(file, code)) found.push_back({shortName(path), file});
        }
    }
}

} // namespace

bool isOllamaStore(const fs::path& folder) {
    std::error_code code;
    return fs::is_directory(folder / "manifests", code) && fs::is_directory(folder / "blobs", code);
}

std::vector<StoredModel> modelsInOllamaStore(const fs::path& folder) {
    std::vector<StoredModel> found;
    collect(folder, {}, 0, found);
    std::ranges::sort(found, {}, &StoredModel::name);
    return found;
}

} // namespace fettle

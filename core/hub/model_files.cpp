#include "core/hub/model_files.h"

#include <algorithm>
#include <array>
#include <set>

namespace fettle {

namespace {

constexpr const char* kIndex = "model.safetensors.index.json";
constexpr const char* kSingle = "model.safetensors";
constexpr const char* kAdapter = "adapter_model.safetensors";
constexpr std::array<std::string_view, 14> kNeeded = {"config.json",
                                                      "generation_config.json",
                                                      "tokenizer.json",
                                                      "tokenizer.model",
                                                      "tokenizer_config.json",
                                                      "special_tokens_map.json",
                                                      "added_tokens.json",
                                                      "vocab.json",
                                                      "merges.txt",
                                                      "chat_template.jinja",
                                                      "chat_template.json",
                                                      "adapter_config.json",
                                                      kAdapter,
                                                      kSingle};

bool isNeeded(const HubFile& file) {
    return std::ranges::find(kNeeded, file.path) != kNeeded.end();
}

std::vector<HubFile> shardsOf(const HubListing& listing, const Json& index, const HubRepo& repo) {
    const Json& map = member(index, "weight_map", ErrorKind::BadModel, repo.name + ": " + kIndex,
                             "The repository is damaged: choose another revision.");
    std::set<std::string> names;
    for (const Json& name : map)
        if (name.is_string()) names.insert(name.get<std::string>());
    std::vector<HubFile> shards;
    for (const std::string& name : names) {
        const HubFile* shard = listing.find(name);
        if (shard == nullptr)
            throw Error{ErrorKind::BadModel,
                        repo.name + " lacks " + name + ", which its index names.",
                        "The repository is damaged: choose another revision.",
                        {{"repo", repo.name}, {"file", name}}};
        shards.push_back(*shard);
    }
    return shards;
}

} // namespace

const HubFile* shardIndex(const HubListing& listing) {
    return listing.find(kSingle) == nullptr ? listing.find(kIndex) : nullptr;
}

std::vector<HubFile> modelFiles(const HubListing& listing, const Json& index, const HubRepo& repo) {
    std::vector<HubFile> files;
    if (!index.is_null()) {
        files = shardsOf(listing, index, repo);
        files.push_back(*listing.find(kIndex));
    }
    std::ranges::copy_if(listing.files, std::back_inserter(files), isNeeded);
    if (std::ranges::none_of(files, [](const HubFile& file) { return file.path.ends_with(".safetensors"); }))
        throw Error{ErrorKind::BadModel,
                    repo.name + " holds no weights as safetensors.",
                    "Choose a repository that has model.safetensors.",
                    {{"repo", repo.name}, {"file", repo.name}}};
    return files;
}

} // namespace fettle

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/source/safetensors.h"

#include <map>
#include <set>
#include <string>

namespace fettle {

namespace fs = std::filesystem;

namespace {

constexpr const char* kSingleFile = "model.safetensors";
constexpr const char* kIndexFile = "model.safetensors.index.json";

bool isPlainName(const std::string& name) {
    return !name.empty() && name != "." && name != ".." && name.find_first_of("/\\") == std::string::npos &&
           name.find('\0') == std::string::npos;
}

[[noreturn]] void refuseIndex(const fs::path& index, const std::string& reason) {
    throw Error{ErrorKind::BadFile,
                index.string() + ": " + reason + ".",
                "Download the model again.",
                {{"file", index.string()}}};
}

// The index tells which files belong to the model; what is in them, they tell themselves: an index that was not written
// again after an edit names tensors that are gone or elsewhere, which has no consequence (as in transformers).
TensorTable readIndex(const fs::path& index) {
    const Json json = readJson(index);
    const auto map = json.find("weight_map");
    if (!json.is_object() || map == json.end() || !map->is_object()) refuseIndex(index, "it has no \"weight_map\"");
    std::set<std::string> shards;
    for (const auto& [tensor, file] : map->items()) {
        if (!file.is_string() || !isPlainName(file.get<std::string>()))
            refuseIndex(index, "\"" + tensor + "\" is said to lie outside the model's folder");
        shards.insert(file.get<std::string>());
    }
    TensorTable all;
    for (const std::string& name : shards)
        for (const auto& [tensor, location] : readTensorTableOfFile(index.parent_path() / name))
            if (const auto [first, isNew] = all.emplace(tensor, location); !isNew)
                refuseIndex(index,
                            "\"" + tensor + "\" lies in " + first->second.file.filename().string() + " and in " + name);
    return all;
}

} // namespace

TensorTable readTensorTableOfFile(const fs::path& file) {
    const auto mapped = MappedFile::open(file);
    const SafetensorsHeader header = parseSafetensorsHeader(mapped->bytes(), file.string());
    TensorTable table;
    for (const TensorEntry& entry : header.tensors)
        table[entry.name] = {file, entry, header.dataStart};
    return table;
}

bool hasSafetensors(const fs::path& folder) {
    return fs::exists(folder / kSingleFile) || fs::exists(folder / kIndexFile);
}

TensorTable readTensorTable(const fs::path& folder) {
    if (fs::exists(folder / kSingleFile)) return readTensorTableOfFile(folder / kSingleFile);
    if (fs::exists(folder / kIndexFile)) return readIndex(folder / kIndexFile);
    for (const char* pickle : {"pytorch_model.bin", "pytorch_model.bin.index.json"})
        if (fs::exists(folder / pickle))
            throw Error{ErrorKind::BadModel,
                        folder.string() + " holds only a pickle, which can run code when it is opened.",
                        "Download the safetensors version of this model.",
                        {{"file", (folder / pickle).string()}}};
    throw Error{ErrorKind::FileNotFound,
                folder.string() + " has no model.safetensors.",
                "Choose the folder that holds config.json and the weights.",
                {{"file", folder.string()}}};
}

} // namespace fettle

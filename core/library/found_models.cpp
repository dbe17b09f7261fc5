#include "core/library/found_models.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/hub/repo_folder.h"
#include "core/library/base_model.h"
#include "core/library/ollama_store.h"
#include "core/source/gguf/gguf_header.h"
#include "core/source/safetensors.h"
#include "core/source/stored_dtype.h"
#include "core/source/stored_name.h"

#include <algorithm>
#include <set>

namespace fettle {

namespace fs = std::filesystem;

namespace {

constexpr const char* kGgufExtension = ".gguf";
constexpr int kDeepest = 4; // folders below the one that was named: a hub cache's snapshots lie three deep

void checkTensors(const Architecture& architecture, const TensorTable& table) {
    for (const ModuleSpec& module : modulesOf(architecture)) {
        if (module.isTied) continue;
        const Facts facts = {{"tensor", module.name + ".weight"}};
        const auto found = table.find(storedName(table, architecture, module.name + ".weight"));
        if (found == table.end())
            throw Error{ErrorKind::BadModel, "The weights lack \"" + module.name + ".weight\".", "Download it again.",
                        facts};
        if (!floatingType(found->second.entry.dtype))
            throw Error{ErrorKind::BadModel,
                        "\"" + module.name + ".weight\" holds " + found->second.entry.dtype + ", no floating numbers.",
                        "Choose the model in float32, float16 or bfloat16.", facts};
        if (found->second.entry.shape != weightShape(module))
            throw Error{ErrorKind::BadModel, "\"" + module.name + ".weight\" has another shape than config.json says.",
                        "Download it again.", facts};
    }
}

std::uint64_t bytesOf(const TensorTable& table) {
    std::uint64_t bytes = 0;
    for (const auto& [name, location] : table)
        bytes += location.entry.end - location.entry.begin;
    return bytes;
}

// A snapshot of the hub's cache is called after its repository, not by its commit.
std::string nameOf(const fs::path& path) {
    const fs::path whole = fs::absolute(path).lexically_normal();
    if (const std::string repo = repoNameOf(whole); !repo.empty()) return repo;
    return whole.extension() == kGgufExtension ? whole.stem().string() : whole.filename().string();
}

// Of a file in parts the first one stands for all.
bool isLaterPart(const std::string& stem) {
    const std::size_t of = stem.rfind("-of-");
    return of != std::string::npos && of >= 6 && stem.compare(of - 6, 6, "-00001") != 0 && stem[of - 6] == '-';
}

struct Entries {
    std::vector<fs::path> folders, ggufFiles;
};

Entries entriesOf(const fs::path& folder) {
    Entries entries;
    std::error_code code;
    for (fs::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code)) {
        const fs::path& path = entry->path();
        if (path.filename().string().starts_with('.')) continue;
        if (entry->is_directory(code))
            entries.folders.push_back(path);
        else if (path.extension() == kGgufExtension && !isLaterPart(path.stem().string()) && looksLikeGguf(path))
            entries.ggufFiles.push_back(path);
    }
    std::sort(entries.folders.begin(), entries.folders.end());
    std::sort(entries.ggufFiles.begin(), entries.ggufFiles.end());
    return entries;
}

// Files of one model in several sizes often stand beside the original's config.json.
bool isModelFolder(const fs::path& folder, const Entries& entries) {
    std::error_code code;
    if (!fs::exists(folder / "config.json", code) || fs::exists(folder / "events.jsonl", code)) return false;
    return entries.ggufFiles.empty() || hasSafetensors(folder);
}

void scan(const fs::path& folder, int depth, std::set<fs::path>& seen, std::vector<FoundModel>& found) {
    std::error_code code;
    const auto isNew = [&](const fs::path& path) {
        const fs::path real = fs::canonical(path, code);
        return !code && seen.insert(real).second;
    };
    if (!isNew(folder)) return;
    if (isOllamaStore(folder)) {
        for (const StoredModel& model : modelsInOllamaStore(folder)) {
            found.push_back(describeModel(model.file));
            found.back().name = model.name;
        }
        return;
    }
    const Entries entries = entriesOf(folder);
    const bool isModel = isModelFolder(folder, entries);
    if (isModel) found.push_back(describeModel(folder));
    for (const fs::path& file : entries.ggufFiles)
        if (isNew(file)) found.push_back(describeModel(file));
    if (isModel || depth == 0) return;
    for (const fs::path& next : entries.folders)
        scan(next, depth - 1, seen, found);
}

} // namespace

FoundModel describeModel(const fs::path& path) {
    FoundModel model{.path = path, .name = nameOf(path)};
    try {
        const auto base = BaseModel::open(fs::absolute(path).string());
        model.architecture = base->architecture();
        model.parameters = parameterCount(*model.architecture);
        model.hasChatTemplate = !base->chatTemplateSource().empty();
        const TensorTable table = base->tensors();
        model.fileBytes = bytesOf(table);
        checkTensors(*model.architecture, table);
        model.problem = base->tokenizerProblem();
    } catch (const Error& error) {
        model.problem = error;
    } catch (const std::exception& error) {
        model.problem.emplace(ErrorKind::Internal, error.what());
    }
    return model;
}

std::vector<FoundModel> findModels(const std::vector<fs::path>& folders) {
    std::vector<FoundModel> found;
    std::set<fs::path> seen;
    if (const fs::path pocket = resourceFolder() / "pocket"; fs::exists(pocket / "config.json")) {
        scan(pocket, 0, seen, found);
        found.front().name = "pocket";
    }
    for (const fs::path& folder : folders)
        scan(folder, kDeepest, seen, found);
    return found;
}

} // namespace fettle

#include "core/library/found_models.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/hub/repo_folder.h"
#include "core/library/folder_model.h"
#include "core/source/safetensors.h"
#include "core/source/stored_dtype.h"
#include "core/source/stored_name.h"

#include <algorithm>
#include <set>

namespace fettle {

namespace fs = std::filesystem;

namespace {

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

// A snapshot of the hub's cache is called after its repository, not by its commit.
std::string nameOf(const fs::path& folder) {
    const std::string repo = repoNameOf(folder);
    return repo.empty() ? folder.filename().string() : repo;
}

std::uint64_t bytesOf(const TensorTable& table) {
    std::uint64_t bytes = 0;
    for (const auto& [name, location] : table)
        bytes += location.entry.end - location.entry.begin;
    return bytes;
}

void scan(const fs::path& folder, int depth, std::set<fs::path>& seen, std::vector<FoundModel>& found) {
    std::error_code code;
    const fs::path real = fs::canonical(folder, code);
    if (code || !seen.insert(real).second) return;
    if (fs::exists(folder / "config.json", code) && !fs::exists(folder / "events.jsonl", code)) {
        found.push_back(describeModel(folder));
        return;
    }
    if (depth == 0) return;
    std::vector<fs::path> below;
    for (fs::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code))
        if (entry->is_directory(code) && !entry->path().filename().string().starts_with('.'))
            below.push_back(entry->path());
    std::sort(below.begin(), below.end());
    for (const fs::path& next : below)
        scan(next, depth - 1, seen, found);
}

} // namespace

FoundModel describeModel(const fs::path& folder) {
    FoundModel model{.path = folder, .name = nameOf(fs::absolute(folder).lexically_normal())};
    try {
        model.architecture = readArchitecture(folder);
        model.parameters = parameterCount(*model.architecture);
        model.hasChatTemplate = !ChatTemplate::sourceIn(folder).empty();
        const TensorTable table = readTensorTable(folder);
        model.fileBytes = bytesOf(table);
        checkTensors(*model.architecture, table);
        if (!hasTokenizer(folder))
            model.problem.emplace(ErrorKind::BadTokenizer, "It has no tokenizer.json and no tokenizer.model.");
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

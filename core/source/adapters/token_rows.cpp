#include "core/source/adapters/token_rows.h"

#include "core/base/error.h"
#include "core/source/adapters/adapter_keys.h"
#include "core/source/adapters/saved_modules.h"

#include <set>

namespace fettle {

namespace {

constexpr const char* kKey = "trainable_token_indices";
constexpr const char* kAdapterPart = ".token_adapter.";

void refuseStrangeIds(const std::vector<std::int64_t>& ids, std::int64_t rows) {
    std::set<std::int64_t> seen;
    for (const std::int64_t id : ids)
        if (id < 0 || id >= rows || !seen.insert(id).second)
            throw Error{ErrorKind::BadConfig,
                        "The token " + std::to_string(id) + " cannot be trained: " +
                            (id < 0 || id >= rows ? "the model has rows for " + std::to_string(rows) + " tokens."
                                                  : "it is named twice."),
                        "Name ids that `fettle tokenize` shows, each once.",
                        {{"key", "adapter.trainable_token_indices"}}};
}

std::vector<std::int64_t> idsIn(const Json& list) {
    std::vector<std::int64_t> ids;
    for (const Json& id : list)
        ids.push_back(wholeValue(id, kKey));
    return ids;
}

std::string lastPart(const std::string& module) {
    return module.substr(module.rfind('.') + 1);
}

} // namespace

std::vector<ModuleSpec> tokenRowModules(const LoraConfig& lora, const Architecture& base) {
    std::vector<ModuleSpec> modules;
    bool isEmbeddingWhole = false, isFirst = true;
    for (const ModuleSpec& module : modulesOf(base)) {
        const bool isWhole = isSavedModule(lora.modulesToSave, module.name);
        if (module.kind == ModuleKind::Embedding && isFirst) { // a second one is that of positions
            isFirst = false;
            isEmbeddingWhole = isWhole;
            if (!isWhole) modules.push_back(module);
        }
        const bool isOwnHead = module.kind == ModuleKind::Head && !base.score && (!module.isTied || isEmbeddingWhole);
        if (isOwnHead && !isWhole) modules.push_back(module);
    }
    return modules;
}

std::vector<AdapterTensor> tokenRowTensors(const LoraConfig& lora, const Architecture& base) {
    const std::vector<std::int64_t>& ids = lora.trainableTokenIndices;
    if (ids.empty()) return {};
    refuseStrangeIds(ids, base.vocabSize);
    std::vector<AdapterTensor> tensors;
    for (const ModuleSpec& module : tokenRowModules(lora, base))
        tensors.push_back({nameOfTokenRows(module.name), {std::ssize(ids), base.hiddenSize}});
    return tensors;
}

std::string nameOfTokenRows(const std::string& module) {
    return "base_model.model." + module + kAdapterPart + "trainable_tokens_delta";
}

bool belongsToTokenRows(const std::string& tensor) {
    return tensor.find(kAdapterPart) != std::string::npos;
}

std::vector<std::int64_t> tokenIndicesIn(const Json& config, const std::string& what) {
    const Json given = valueOr(config, kKey, Json(Json::array()));
    if (given.is_array()) return idsIn(given);
    std::vector<std::int64_t> ids;
    for (const auto& [module, list] : given.items()) {
        if (const auto own = idsIn(list); ids.empty() || own == ids)
            ids = own;
        else
            refuseAdapter(what, "Its trainable_token_indices differ from module to module, which is not supported.",
                          "Merge it with PEFT and use the merged model.");
    }
    return ids;
}

nlohmann::json writtenTokenIndices(const LoraConfig& lora, const Architecture& base) {
    nlohmann::json written = nlohmann::json::object();
    for (const ModuleSpec& module : tokenRowModules(lora, base))
        written[lastPart(module.name)] = lora.trainableTokenIndices;
    return written;
}

} // namespace fettle

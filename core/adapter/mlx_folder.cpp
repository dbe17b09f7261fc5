#include "core/adapter/adapter_folder.h"
#include "core/base/error.h"
#include "core/source/adapters/adapter_keys.h"
#include "core/source/adapters/lora.h"
#include "core/weights/tensors.h"

#include <set>

namespace fettle {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void refuse(const std::string& what, const std::string& reason) {
    throw Error{
        ErrorKind::BadAdapter, what + ": " + reason, "Fuse it with mlx-lm and use the fused model.", {{"file", what}}};
}

LoraConfig loraIn(const Json& config, const std::string& what) {
    const std::string kind = config.value("fine_tune_type", "lora");
    if (kind != "lora") refuse(what, "MLX adapters of the type \"" + kind + "\" cannot be used.");
    const Json& parameters = config.at("lora_parameters");
    LoraConfig lora{.r = wholeValue(parameters.at("rank"), "rank"), .loraDropout = parameters.value("dropout", 0.0)};
    if (lora.r < 1) refuse(what, "The rank is " + std::to_string(lora.r) + ".");
    lora.loraAlpha = parameters.at("scale").get<double>() * static_cast<double>(lora.r);
    return lora;
}

// "model.layers.0.self_attn.q_proj" of "model.layers.0.self_attn.q_proj.lora_a".
std::string moduleOf(const std::string& name) {
    return name.substr(0, name.rfind('.'));
}

} // namespace

AdapterFolder readMlxFolder(const fs::path& folder) {
    const fs::path weights = folder / "adapters.safetensors", config = folder / "adapter_config.json";
    AdapterFolder read{.what = weights.string()};
    LoraConfig lora;
    try {
        const Json json = readJson(config);
        lora = loraIn(json, config.string());
        read.settings.baseModel = json.value("model", "");
    } catch (const nlohmann::json::exception& e) {
        refuse(config.string(), std::string("It is no MLX adapter's configuration (") + e.what() + ").");
    }
    std::set<std::string> lastParts;
    const TensorSource source = TensorSource::openFile(weights);
    for (const std::string& name : source.names()) {
        const std::string module = moduleOf(name);
        const at::Tensor tensor = source.tensor(name);
        if (tensor.dim() != 2 || !(name.ends_with(".lora_a") || name.ends_with(".lora_b")))
            refuse(weights.string(), "The tensor \"" + name + "\" is no low-rank pair's.");
        read.tensors[name.ends_with("a") ? nameOfA(module) : nameOfB(module)] = tensor.t();
        lastParts.insert(module.substr(module.rfind('.') + 1));
    }
    lora.targetModules = std::vector<std::string>(lastParts.begin(), lastParts.end());
    read.settings.config = lora;
    return read;
}

} // namespace fettle

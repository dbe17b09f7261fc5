#include "core/weights/model_folder.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/mapped_file.h"

namespace fettle {

namespace fs = std::filesystem;

namespace {

constexpr const char* kCompanions[] = {
    "tokenizer.json", "tokenizer.model", "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json",
    "vocab.json",     "merges.txt",      "chat_template.jinja",   "chat_template.json",      "generation_config.json"};

Json configJson(const Architecture& a, at::ScalarType dtype) {
    Json config = a.raw;
    config["architectures"] = Json::array({a.family == "mistral" ? "MistralForCausalLM" : "LlamaForCausalLM"});
    config["model_type"] = a.family;
    config["vocab_size"] = a.vocabSize;
    config["hidden_size"] = a.hiddenSize;
    config["intermediate_size"] = a.intermediateSize;
    config["num_hidden_layers"] = a.layers;
    config["num_attention_heads"] = a.heads;
    config["num_key_value_heads"] = a.kvHeads;
    config["head_dim"] = a.headDim;
    config["max_position_embeddings"] = a.maxPositions;
    config["rms_norm_eps"] = a.rmsNormEps;
    config["hidden_act"] = a.hiddenAct;
    config["tie_word_embeddings"] = a.tieWordEmbeddings;
    if (!config.contains("rope_parameters")) config["rope_theta"] = a.ropeTheta;
    if (a.family == "mistral") config["sliding_window"] = a.slidingWindow > 0 ? Json(a.slidingWindow) : Json();
    config[config.contains("dtype") ? "dtype" : "torch_dtype"] = dtypeName(dtype);
    return config;
}

NamedTensors cast(const NamedTensors& tensors, at::ScalarType dtype) {
    NamedTensors result;
    for (const auto& [name, tensor] : tensors)
        result.emplace_back(name, tensor.detach().to(dtype));
    return result;
}

} // namespace

void copyCompanions(const fs::path& from, const fs::path& to) {
    for (const char* name : kCompanions)
        if (fs::exists(from / name)) writeFileAtomically(to / name, readFile(from / name));
}

void refuseFilled(const fs::path& folder) {
    if (fs::exists(folder) && !fs::is_empty(folder))
        throw Error{ErrorKind::AlreadyExists,
                    folder.string() + " is not empty.",
                    "Choose a new folder.",
                    {{"file", folder.string()}}};
}

void writeModelFolder(const fs::path& folder, const Architecture& architecture, const NamedTensors& tensors,
                      at::ScalarType dtype, std::int64_t maxShardBytes, const fs::path& from) {
    refuseFilled(folder);
    AtomicFolder building(folder);
    writeModelTensors(building.path(), cast(tensors, dtype), maxShardBytes);
    writeJson(building.path() / "config.json", configJson(architecture, dtype));
    if (!from.empty()) copyCompanions(from, building.path());
    refuseChangedFiles();
    building.commit();
}

} // namespace fettle

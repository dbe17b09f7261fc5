#include "core/source/architecture.h"

#include "core/source/families/family.h"
#include "core/source/head_tie.h"
#include "core/source/score_head.h"
#include "core/source/stored_dtype.h"
#include "core/source/stored_name.h"

namespace fettle {

namespace {

bool hasTensors(const std::filesystem::path& folder) {
    return std::filesystem::exists(folder / "model.safetensors") ||
           std::filesystem::exists(folder / "model.safetensors.index.json");
}

} // namespace

Architecture parseArchitecture(const Json& json) {
    const ConfigReader config(json);
    const Family& family = familyOf(config);
    Architecture architecture = family.read(config);
    architecture.family = family.modelType;
    architecture.raw = json;
    if (const auto score = scoreHeadIn(config)) return withScoreHead(std::move(architecture), score->padTokenId);
    return architecture;
}

Architecture readArchitecture(const std::filesystem::path& folder) {
    const Json json = readJson(folder / "config.json");
    Architecture architecture = parseArchitecture(json);
    const ConfigReader config(json);
    const bool hasDtype = config.has("dtype") || config.has("torch_dtype");
    if ((hasDtype && !architecture.tieWordEmbeddings) || !hasTensors(folder)) return architecture;
    const TensorTable table = readTensorTable(folder);
    if (!hasDtype) architecture.dtype = storedDtype(table).value_or(architecture.dtype);
    if (const TiedPair pair = tiedPairOf(architecture); !pair.head.empty())
        architecture.tieWordEmbeddings = isHeadTied(table, storedName(table, architecture, pair.embedding),
                                                    storedName(table, architecture, pair.head));
    return architecture;
}

Json configJson(const Architecture& architecture, const std::string& dtype) {
    const Family& family = familyNamed(architecture.family);
    Json config = architecture.raw;
    config["architectures"] = Json::array({architecture.score ? family.sequenceClass : family.className});
    config["model_type"] = family.modelType;
    config["tie_word_embeddings"] = architecture.tieWordEmbeddings;
    family.write(architecture, config);
    if (architecture.score) writeScoreHead(*architecture.score, config);
    config[config.contains("dtype") ? "dtype" : "torch_dtype"] = dtype;
    return config;
}

} // namespace fettle

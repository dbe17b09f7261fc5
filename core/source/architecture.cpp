#include "core/source/architecture.h"

#include "core/source/families/family.h"

namespace fettle {

Architecture parseArchitecture(const Json& json) {
    const ConfigReader config(json);
    const Family& family = familyOf(config);
    Architecture architecture = family.read(config);
    architecture.family = family.modelType;
    architecture.raw = json;
    return architecture;
}

Architecture readArchitecture(const std::filesystem::path& folder) {
    return parseArchitecture(readJson(folder / "config.json"));
}

Json configJson(const Architecture& architecture, const std::string& dtype) {
    const Family& family = familyNamed(architecture.family);
    Json config = architecture.raw;
    config["architectures"] = Json::array({family.className});
    config["model_type"] = family.modelType;
    config["tie_word_embeddings"] = architecture.tieWordEmbeddings;
    family.write(architecture, config);
    config[config.contains("dtype") ? "dtype" : "torch_dtype"] = dtype;
    return config;
}

} // namespace fettle

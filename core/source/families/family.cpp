#include "core/source/families/family.h"

#include "core/base/error.h"

#include <algorithm>

namespace fettle {

namespace {

// A further family is one file here, one in core/model and one line in each table.
const std::vector<Family>& families() {
    static const std::vector<Family> all = {falconFamily(),  gemmaFamily(),   gemma2Family(),  gemma3TextFamily(),
                                            gpt2Family(),    gptNeoxFamily(), graniteFamily(), llamaFamily(),
                                            mistralFamily(), olmo2Family(),   phi3Family(),    qwen2Family(),
                                            qwen3Family(),   smolLm3Family(), stableLmFamily()};
    return all;
}

const Family& find(const std::string& name, std::string Family::*key) {
    const auto found =
        std::find_if(families().begin(), families().end(), [&](const Family& each) { return each.*key == name; });
    if (found != families().end()) return *found;
    throw Error{ErrorKind::BadModel,
                "Models of the family \"" + name + "\" cannot be used.",
                "Supported are " + familyNames() + ".",
                {{"key", "model_type"}, {"family", name}}};
}

} // namespace

std::string familyNames() {
    std::string names;
    for (const Family& family : families())
        names += (names.empty() ? "" : ", ") + family.modelType;
    return names;
}

const Family* familyOfGguf(const std::string& arch) {
    const auto found = std::ranges::find_if(
        families(), [&](const Family& each) { return !arch.empty() && each.gguf.arch == arch && each.gguf.isRead; });
    return found == families().end() ? nullptr : &*found;
}

const Family& familyNamed(const std::string& modelType) {
    return find(modelType, &Family::modelType);
}

const Family& familyOf(const ConfigReader& config) {
    const std::string type = config.text("model_type", "");
    if (!type.empty() || !config.has("architectures")) return familyNamed(type);
    const Json& list = config.at("architectures");
    return find(list.is_array() && !list.empty() && list[0].is_string() ? list[0] : "", &Family::className);
}

} // namespace fettle

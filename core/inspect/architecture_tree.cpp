#include "core/inspect/inspect.h"

namespace fettle {

namespace {

std::string kindName(const ModuleSpec& module, NormKind norm) {
    if (module.kind == ModuleKind::Norm) return norm == NormKind::Layer ? "LayerNorm" : "RMSNorm";
    if (module.kind == ModuleKind::Embedding) return "Embedding";
    return module.isTransposed ? "Conv1D" : "Linear";
}

Json& childOf(Json& node, const std::string& name) {
    for (Json& child : node["children"])
        if (child["name"] == name) return child;
    node["children"].push_back({{"name", name}, {"parameters", 0}, {"children", Json::array()}});
    return node["children"].back();
}

void insert(Json& root, const ModuleSpec& module, NormKind norm) {
    const std::int64_t parameters = parameterCount(module);
    Json* node = &root;
    root["parameters"] = root["parameters"].get<std::int64_t>() + parameters;
    for (std::size_t begin = 0; begin < module.name.size();) {
        const std::size_t end = std::min(module.name.find('.', begin), module.name.size());
        node = &childOf(*node, module.name.substr(begin, end - begin));
        (*node)["parameters"] = (*node)["parameters"].get<std::int64_t>() + parameters;
        begin = end + 1;
    }
    (*node)["kind"] = kindName(module, norm);
    (*node)["shape"] = weightShape(module);
}

} // namespace

Json architectureTree(const Architecture& architecture) {
    Json root = {{"name", architecture.family}, {"parameters", 0}, {"children", Json::array()}};
    for (const ModuleSpec& module : modulesOf(architecture))
        insert(root, module, architecture.norm);
    return root;
}

} // namespace fettle

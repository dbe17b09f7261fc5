#include "core/inspect/inspect.h"

namespace fettle {

namespace {

const char* kindName(ModuleKind kind) {
    return kind == ModuleKind::Linear ? "Linear" : kind == ModuleKind::Embedding ? "Embedding" : "RMSNorm";
}

Json& childOf(Json& node, const std::string& name) {
    for (Json& child : node["children"])
        if (child["name"] == name) return child;
    node["children"].push_back({{"name", name}, {"parameters", 0}, {"children", Json::array()}});
    return node["children"].back();
}

void insert(Json& root, const ModuleSpec& module, std::int64_t parameters) {
    Json* node = &root;
    root["parameters"] = root["parameters"].get<std::int64_t>() + parameters;
    for (std::size_t begin = 0; begin < module.name.size();) {
        const std::size_t end = std::min(module.name.find('.', begin), module.name.size());
        node = &childOf(*node, module.name.substr(begin, end - begin));
        (*node)["parameters"] = (*node)["parameters"].get<std::int64_t>() + parameters;
        begin = end + 1;
    }
    (*node)["kind"] = kindName(module.kind);
    (*node)["shape"] = module.kind == ModuleKind::Norm ? Json::array({module.outFeatures})
                                                       : Json::array({module.outFeatures, module.inFeatures});
}

} // namespace

Json architectureTree(const Architecture& architecture) {
    Json root = {{"name", architecture.family}, {"parameters", 0}, {"children", Json::array()}};
    for (const ModuleSpec& module : modulesOf(architecture)) {
        const bool isShared = module.name == "lm_head" && architecture.tieWordEmbeddings;
        const std::int64_t matrix = module.outFeatures * std::max<std::int64_t>(1, module.inFeatures);
        insert(root, module, isShared ? 0 : matrix + (module.hasBias ? module.outFeatures : 0));
    }
    return root;
}

} // namespace fettle

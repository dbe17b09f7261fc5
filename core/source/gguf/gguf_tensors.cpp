#include "core/source/gguf/gguf_tensors.h"

#include "core/source/families/family.h"

#include <algorithm>
#include <cctype>

namespace fettle {

namespace {

struct NumberedName {
    std::string pattern; // with "#" for the number
    std::string number;
};

// The first part that is a number is the layer's.
NumberedName numbered(const std::string& name) {
    const auto isDigit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
    for (std::size_t dot = name.find('.'); dot != std::string::npos; dot = name.find('.', dot + 1)) {
        const std::size_t end = std::min(name.find('.', dot + 1), name.size());
        const std::string part = name.substr(dot + 1, end - dot - 1);
        if (!part.empty() && std::ranges::all_of(part, isDigit))
            return {name.substr(0, dot + 1) + "#" + name.substr(end), part};
    }
    return {name, ""};
}

std::string ggufNameOf(const GgufNames& names, const std::string& module) {
    const NumberedName name = numbered(module);
    for (const auto& [ours, theirs] : names) {
        if (ours != name.pattern) continue;
        std::string full = theirs;
        if (const std::size_t at = full.find('#'); at != std::string::npos) full.replace(at, 1, name.number);
        return full;
    }
    throw Error{ErrorKind::Internal, "\"" + module + "\" has no name in GGUF files."};
}

std::size_t layerOf(const std::string& module) {
    const std::string number = numbered(module).number;
    return number.empty() ? 0 : static_cast<std::size_t>(std::stoull(number));
}

GgufChange changeOf(const Architecture& a, const GgufFamily& family, const ModuleSpec& module,
                    const std::string& name) {
    const AttentionSpec& attention = a.layers[layerOf(module.name)].attention;
    GgufChange change{.addsOne = module.kind == ModuleKind::Norm && a.norm == NormKind::RmsOffset,
                      .isTransposed = module.isTransposed};
    if (family.turnsNeighbours && name.ends_with(".attn_q")) change.turnedHeads = attention.heads;
    if (family.turnsNeighbours && name.ends_with(".attn_k")) change.turnedHeads = attention.kvHeads;
    if (attention.fusesByHead && name.ends_with(".attn_qkv")) {
        change.groups = attention.kvHeads;
        change.groupHeads = attention.heads / attention.kvHeads + 2;
    }
    return change;
}

void refuseOtherActivations(const Architecture& a, const GgufFamily& family) {
    for (const LayerSpec& layer : a.layers)
        if (!std::ranges::count(family.activations, layer.mlp.activation))
            refuseForGguf("it has the activation " + layer.mlp.activation);
}

// Biases that the class always has are part of what llama.cpp computes; others are only known to some.
void refuseOtherBiases(const Architecture& a, const GgufFamily& family) {
    const LayerSpec& layer = a.layers.front();
    const bool isFused = a.norm == NormKind::Layer;
    if (!family.hasBiases && !isFused && (layer.attention.hasOutBias || layer.mlp.hasBias))
        refuseForGguf("its attention or MLP has biases");
}

} // namespace

std::vector<GgufModule> namedGgufModules(const Architecture& architecture) {
    const GgufFamily& family = familyNamed(architecture.family).gguf;
    std::vector<GgufModule> all;
    for (const ModuleSpec& module : modulesOf(architecture)) {
        if (module.isTied && !family.needsHead) continue;
        const std::string name = ggufNameOf(family.names, module.name);
        all.push_back({module, name, changeOf(architecture, family, module, name)});
    }
    return all;
}

std::vector<GgufModule> ggufModules(const Architecture& architecture) {
    const Family& family = familyNamed(architecture.family);
    if (family.gguf.arch.empty())
        throw Error{ErrorKind::BadModel,
                    "llama.cpp has no models of the family " + family.title + ".",
                    "Write a transformers folder instead (fettle merge).",
                    {{"reason", "it has no " + family.title}}};
    refuseOtherActivations(architecture, family.gguf);
    refuseOtherBiases(architecture, family.gguf);
    if (family.gguf.refuse != nullptr) family.gguf.refuse(architecture);
    return namedGgufModules(architecture);
}

} // namespace fettle

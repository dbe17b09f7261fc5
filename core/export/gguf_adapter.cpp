#include "core/export/gguf_adapter.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/export/gguf.h"
#include "core/source/families/family.h"
#include "core/source/gguf/gguf_tensors.h"
#include "core/weights/gguf_encode.h"
#include "core/weights/gguf_layout.h"

namespace fettle {

namespace {

struct Pair {
    std::string name; // "blk.0.attn_q.weight"
    at::Tensor A, B;
    double alpha = 0; // llama.cpp's scale is alpha / r
};

void refuseMoreThanPairs(const Adapter& adapter, std::size_t pairs) {
    if (pairs > 0 && adapter.tensors().size() == 2 * pairs) return;
    throw Error{ErrorKind::BadUsage, "Only a plain LoRA can be written by itself.",
                "Leave out --adapter-only, so that the adapter is folded into the model."};
}

// llama.cpp turns pairs of neighbours: the rows of B change places as those of the weight do.
std::vector<Pair> pairsOf(const CausalLM& base, const Adapter& adapter, double strength) {
    std::map<std::string, GgufModule> modules;
    for (const GgufModule& module : ggufModules(base.architecture()))
        modules.emplace(module.module.name, module);
    std::vector<Pair> pairs;
    const std::vector<LinearSlot>& slots = adapter.slots()->linears;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (!slots[i].lowRank) continue;
        const LowRankSlot& slot = *slots[i].lowRank;
        const GgufModule& module = modules.at(base.linears()[i].name);
        pairs.push_back({.name = module.name + ".weight",
                         .A = slot.A,
                         .B = asInGguf(slot.B.detach(), changeOfBias(module.change)),
                         .alpha = strength * slot.scale * static_cast<double>(slot.A.size(0))});
    }
    refuseMoreThanPairs(adapter, pairs.size());
    return pairs;
}

struct Named {
    GgufOutline outline;
    at::Tensor values;
};

// One alpha stands for all; what differs from it goes into B.
std::vector<Named> tensorsOf(const std::vector<Pair>& pairs, double alpha) {
    std::vector<Named> tensors;
    const auto put = [&](const std::string& name, const at::Tensor& values) {
        tensors.push_back({{name, &ggmlTypeNamed("F32"), values.sizes().vec()}, values});
    };
    for (const Pair& pair : pairs) {
        put(pair.name + ".lora_a", pair.A);
        put(pair.name + ".lora_b", pair.alpha == alpha ? pair.B : pair.B.to(at::kDouble) * (pair.alpha / alpha));
    }
    return tensors;
}

} // namespace

void exportGgufAdapter(const CausalLM& base, const Adapter& adapter, double strength,
                       const std::filesystem::path& out) {
    refuseExistingFile(out);
    const at::NoGradGuard noGrad;
    const std::vector<Pair> pairs = pairsOf(base, adapter, strength);
    const double alpha = pairs.front().alpha != 0 ? pairs.front().alpha : 1;
    const GgufFields fields = {{"general.architecture", familyNamed(base.architecture().family).gguf.arch},
                               {"general.type", std::string("adapter")},
                               {"adapter.type", std::string("lora")},
                               {"adapter.lora.alpha", static_cast<float>(alpha)}};
    std::vector<GgufOutline> outlines;
    const std::vector<Named> tensors = tensorsOf(pairs, alpha);
    for (const Named& tensor : tensors)
        outlines.push_back(tensor.outline);
    const std::string head = ggufHead(fields, outlines);
    AtomicFile file(out);
    file.append(head.data(), head.size());
    for (const Named& tensor : tensors) {
        std::vector<std::byte> data = encodedTensor(*tensor.outline.type, tensor.values);
        data.resize(data.size() + ggufPadding(data.size()));
        file.append(data.data(), data.size());
    }
    file.commit();
}

} // namespace fettle

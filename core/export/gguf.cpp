#include "core/export/gguf.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/mapped_file.h"
#include "core/export/gguf_types.h"
#include "core/source/gguf/gguf_architecture.h"
#include "core/source/head_tie.h"
#include "core/source/score_head.h"
#include "core/weights/gguf_encode.h"
#include "core/weights/gguf_layout.h"

#include <algorithm>

namespace fettle {

namespace {

// A tensor of the file and where its values come from.
struct Part {
    GgufOutline outline;
    std::string own; // the model's name; empty: `vector` are the values
    GgufChange change = {};
    std::vector<float> vector = {};
};

// Of a tied head, which llama.cpp wants as a matrix of its own in some families, the embedding's.
std::string ownNameOf(const ModuleSpec& module, const Architecture& architecture) {
    if (!module.isTied) return module.name + ".weight";
    const std::vector<ModuleSpec> all = modulesOf(architecture);
    return std::ranges::find(all, ModuleKind::Embedding, &ModuleSpec::kind)->name + ".weight";
}

std::vector<Part> partsOf(const Architecture& a, const std::string& kind) {
    std::vector<Part> parts;
    for (const GgufVector& vector : ropeVectors(a))
        parts.push_back({.outline = {vector.name, &ggmlTypeNamed("F32"), {std::ssize(vector.values)}},
                         .own = {},
                         .vector = vector.values});
    for (const GgufModule& module : ggufModules(a)) {
        std::vector<std::int64_t> shape = weightShape(module.module);
        if (module.change.isTransposed) std::reverse(shape.begin(), shape.end());
        const std::string name = module.name + ".weight";
        parts.push_back({.outline = {name, &ggufTypeOf(name, shape, kind, a), shape},
                         .own = ownNameOf(module.module, a),
                         .change = module.change});
        if (module.module.hasBias)
            parts.push_back({.outline = {module.name + ".bias", &ggmlTypeNamed("F32"), {module.module.outFeatures}},
                             .own = module.module.name + ".bias",
                             .change = changeOfBias(module.change)});
    }
    return parts;
}

GgufFields headFields(const Architecture& architecture, const GgufOptions& options) {
    GgufFields fields = architectureFields(architecture);
    const GgufFields general = {{"general.type", std::string("model")},
                                {"general.name", options.name},
                                {"general.file_type", ggufFileType(options.type)},
                                {"general.quantization_version", std::uint32_t{2}}};
    fields.insert(fields.begin() + 1, general.begin(), general.end()); // the architecture is the first key
    fields.insert(fields.end(), options.vocabulary.begin(), options.vocabulary.end());
    return fields;
}

std::vector<std::byte> dataOf(const Part& part, const MergedWeights& weights) {
    const at::Tensor values = part.own.empty() ? at::tensor(part.vector) : weights.tensor(part.own);
    std::vector<std::byte> data = encodedTensor(*part.outline.type, asInGguf(values, part.change));
    data.resize(data.size() + ggufPadding(data.size()));
    return data;
}

// A tied head that was trained whole is a matrix of its own, and the model another one: a folder says so.
void refuseUntied(const Architecture& architecture, const WeightedAdapters& adapters) {
    const TiedPair tied = tiedPairOf(architecture);
    for (const auto& [adapter, strength] : adapters)
        if (adapter->saved(tied.head).defined() || adapter->saved(tied.embedding).defined())
            throw Error{ErrorKind::BadUsage,
                        "The adapter has an embedding or a head of its own, which the base shares.",
                        "Merge it into a folder first, and export that."};
}

} // namespace

void refuseExistingFile(const std::filesystem::path& file) {
    if (std::filesystem::exists(file))
        throw Error{ErrorKind::AlreadyExists,
                    file.string() + " exists already.",
                    "Choose another name.",
                    {{"file", file.string()}}};
}

void exportGguf(const CausalLM& model, const WeightedAdapters& adapters, const GgufOptions& options) {
    refuseExistingFile(options.out);
    refuseScoreHead(model.architecture());
    refuseUntied(model.architecture(), adapters);
    const at::NoGradGuard noGrad;
    const MergedWeights weights(model, adapters);
    const std::vector<Part> parts = partsOf(model.architecture(), options.type);
    std::vector<GgufOutline> outlines;
    for (const Part& part : parts)
        outlines.push_back(part.outline);
    const std::string head = ggufHead(headFields(model.architecture(), options), outlines);
    AtomicFile file(options.out);
    file.append(head.data(), head.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::vector<std::byte> data = dataOf(parts[i], weights);
        file.append(data.data(), data.size());
        if (options.progress) options.progress(static_cast<std::int64_t>(i) + 1, std::ssize(parts));
    }
    refuseChangedFiles();
    file.commit();
}

} // namespace fettle

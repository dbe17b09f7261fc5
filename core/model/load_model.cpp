#include "core/base/error.h"
#include "core/base/log.h"
#include "core/base/mapped_file.h"
#include "core/model/families.h"
#include "core/model/named_generator.h"
#include "core/source/families/family.h"
#include "core/source/score_head.h"
#include "core/source/stored_name.h"

#include <set>

namespace fettle {

namespace {

constexpr const char* kScoreWeight = "score.weight";

void refuseWholeNumbers(const at::Tensor& tensor, const std::string& name) {
    if (tensor.is_floating_point()) return;
    throw Error{ErrorKind::BadModel,
                "\"" + name + "\" holds whole numbers (" + c10::toString(tensor.scalar_type()) + "), not weights.",
                "The model is quantised in a way that is not supported; choose it in float32, float16 or bfloat16.",
                {{"tensor", name}}};
}

// A tensor of the vocabulary with the rows that the files do not have: the mean of theirs, about which transformers
// draws them (_init_added_embeddings_weights_with_mean of modeling_utils.py, with a deviation of 1e-9 of the rows'). In
// fp32, so that a model in a wider type than its files' has the mean itself.
at::Tensor extended(const at::Tensor& own, std::int64_t added) {
    const at::Tensor wide = own.to(at::kFloat);
    std::vector<std::int64_t> shape = own.sizes().vec();
    shape.front() = added;
    return at::cat({wide, wide.mean(0, /*keepdim=*/true).expand(shape)});
}

bool lacksRows(const at::Tensor& tensor, at::IntArrayRef shape, const Architecture& a) {
    return a.addedRows > 0 && shape[0] == a.vocabSize && tensor.dim() == std::ssize(shape) &&
           tensor.size(0) == shape[0] - a.addedRows && tensor.sizes().slice(1) == shape.slice(1);
}

at::Tensor stored(const TensorSource& source, const std::string& name, at::IntArrayRef shape,
                  const Architecture& architecture) {
    at::Tensor tensor = source.tensor(name);
    refuseWholeNumbers(tensor, name);
    if (tensor.sizes() == shape) return tensor;
    if (lacksRows(tensor, shape, architecture)) return extended(tensor, architecture.addedRows);
    const std::string found = c10::str(tensor.sizes()), expected = c10::str(shape);
    throw Error{ErrorKind::BadModel,
                "\"" + name + "\" has the shape " + found + "; config.json asks for " + expected + ".",
                "Weights and config.json do not belong together: download the model again.",
                {{"tensor", name}, {"found", found}, {"expected", expected}}};
}

// Buffers that some checkpoints carry and no model needs, and the second copy of a tied head.
bool isKnownExtra(const std::string& name, const std::string& tiedHead) {
    for (const char* buffer : {".rotary_emb.inv_freq", ".attn.bias", ".attn.masked_bias"})
        if (name.ends_with(buffer)) return true;
    return name == tiedHead;
}

// The vocabulary's head, of which a reward model makes no use.
std::string vocabularyHeadOf(const Architecture& architecture) {
    for (const ModuleSpec& module : familyNamed(architecture.family).modules(architecture))
        if (module.kind == ModuleKind::Head) return module.name + ".weight";
    return {};
}

std::string tiedHeadOf(const Architecture& architecture) {
    for (const ModuleSpec& module : modulesOf(architecture))
        if (module.isTied) return module.name + ".weight";
    return {};
}

void reportUnused(const TensorSource& source, const std::vector<std::string>& taken, const Architecture& architecture) {
    std::set<std::string> unused;
    const std::string tiedHead = architecture.score ? vocabularyHeadOf(architecture) : tiedHeadOf(architecture);
    for (const std::string& name : source.names())
        if (!isKnownExtra(name, tiedHead)) unused.insert(name);
    for (const std::string& name : taken)
        unused.erase(storedName(source.table(), architecture, name));
    if (!unused.empty())
        logLine("note: " + std::to_string(unused.size()) +
                " tensors of the checkpoint are no part of this model, such as \"" + *unused.begin() + "\"");
}

} // namespace

std::unique_ptr<CausalLM> loadModel(const Architecture& architecture, const TensorSource& source,
                                    const LoadOptions& options) {
    const auto isFresh = [&](const std::string& name) {
        return options.freshScore && name == kScoreWeight && !source.has(name);
    };
    const auto origin = [&](const std::string& name, at::IntArrayRef shape) {
        throwIfRequested(options.stop);
        if (isFresh(name)) return freshMatrix(architecture, *options.freshScore, name, shape);
        return stored(source, storedName(source.table(), architecture, name), shape, architecture);
    };
    WeightStore weights(architecture, origin, options, [&](const std::string& name) {
        if (!isFresh(name)) source.release(storedName(source.table(), architecture, name));
    });
    std::unique_ptr<CausalLM> model = makeModel(architecture, weights, options.device);
    refuseChangedFiles();
    reportUnused(source, weights.askedFor(), architecture);
    return model;
}

} // namespace fettle

// Prefix tuning (arXiv:2101.00190; P-tuning v2, arXiv:2110.07602): keys and values that every layer sees before the
// text.
#include "core/source/adapters/prefix_tuning.h"

#include "core/adapter/slot_filler.h"
#include "core/model/named_generator.h"
#include "core/source/adapters/adapter_keys.h"

namespace fettle {

namespace {

// torch.nn.Embedding's own start, as PEFT leaves it.
at::Tensor startPrefix(const AdapterConfig& config, const AdapterTensor& tensor, const AdapterStart& start) {
    if (std::get<PrefixTuningConfig>(config).initWeights == "zero") return at::zeros(tensor.shape);
    return at::empty(tensor.shape).normal_(0, 1, namedGenerator(start.seed, tensor.name));
}

void fillPrefix(const AdapterConfig&, const TensorsByName& tensors, const SlotBase& base, Slots& slots) {
    const PrefixShape shape = prefixShape(base.architecture);
    const at::Tensor rows = tensors.at(kPromptEmbeddings);
    const at::Tensor all = rows.view({rows.size(0), 2 * shape.layers, shape.kvHeads, shape.headDim});
    slots.layers.resize(static_cast<std::size_t>(shape.layers));
    for (std::int64_t layer = 0; layer < shape.layers; ++layer) {
        slots.layers[static_cast<std::size_t>(layer)].prefixKeys = all.select(1, 2 * layer);
        slots.layers[static_cast<std::size_t>(layer)].prefixValues = all.select(1, 2 * layer + 1);
    }
}

} // namespace

SlotFiller prefixTuningFiller() {
    return {.start = startPrefix,
            .fill = fillPrefix,
            .whyNotMerged = "A prefix cannot be merged: its keys and values belong to no weight of the base."};
}

} // namespace fettle

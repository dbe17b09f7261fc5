// Prefix tuning (arXiv:2101.00190; P-tuning v2, arXiv:2110.07602): keys and values that every layer sees before the
// text, themselves or made by a projection.
#include "core/source/adapters/prefix_tuning.h"

#include "core/adapter/encoder.h"
#include "core/model/named_generator.h"
#include "core/source/adapters/adapter_keys.h"
#include "core/source/adapters/encoder.h"

namespace fettle {

namespace {

// torch.nn.Embedding's own start, as PEFT leaves it; of a projection zero means its last layer.
at::Tensor startPrefix(const AdapterConfig& config, const AdapterTensor& tensor, const AdapterStart& start) {
    const auto& prefix = std::get<PrefixTuningConfig>(config);
    const bool isLast = !prefix.prefixProjection || tensor.name.starts_with("transform.2.");
    if (prefix.initWeights == "zero" && isLast) return at::zeros(tensor.shape);
    if (prefix.prefixProjection)
        return startOfEncoder(adapterKind(config).tensors(config, start.base.architecture()), tensor, start.seed);
    return at::empty(tensor.shape).normal_(0, 1, namedGenerator(start.seed, tensor.name));
}

// [P, layers * 2 * tokenDim]: PrefixEncoder.forward (peft/tuners/prefix_tuning/model.py).
at::Tensor projectedRows(const TensorsByName& tensors) {
    const at::Tensor hidden_PH = linearLayer(tensors, "transform.0", tensors.at(kEncoderEmbedding)).tanh();
    return linearLayer(tensors, "transform.2", hidden_PH);
}

void putRows(const at::Tensor& rows, const PrefixShape& shape, Slots& slots) {
    const at::Tensor all = rows.view({rows.size(0), 2 * shape.layers, shape.kvHeads, shape.headDim});
    slots.layers.resize(static_cast<std::size_t>(shape.layers));
    for (std::int64_t layer = 0; layer < shape.layers; ++layer) {
        slots.layers[static_cast<std::size_t>(layer)].prefixKeys = all.select(1, 2 * layer);
        slots.layers[static_cast<std::size_t>(layer)].prefixValues = all.select(1, 2 * layer + 1);
    }
}

void fillPrefix(const AdapterConfig& config, const TensorsByName& tensors, const SlotBase& base, Slots& slots) {
    const PrefixShape shape = prefixShape(base.architecture);
    if (!std::get<PrefixTuningConfig>(config).prefixProjection)
        return putRows(tensors.at(kPromptEmbeddings), shape, slots);
    slots.encode = encoding(tensors, [tensors, shape] {
        Slots made;
        putRows(projectedRows(tensors), shape, made);
        return made;
    });
}

NamedTensors storedPrefix(const AdapterConfig&, const TensorsByName& tensors, const Architecture&) {
    const at::NoGradGuard noGrad;
    return {{kPromptEmbeddings, projectedRows(tensors)}};
}

} // namespace

SlotFiller prefixTuningFiller() {
    return {.start = startPrefix,
            .fill = fillPrefix,
            .stored = storedPrefix,
            .whyNotMerged = "A prefix cannot be merged: its keys and values belong to no weight of the base."};
}

} // namespace fettle

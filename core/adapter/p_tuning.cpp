// P-tuning (arXiv:2103.10385): an encoder makes the input vectors in front of the text.
#include "core/adapter/encoder.h"
#include "core/source/adapters/adapter_keys.h"
#include "core/source/adapters/encoder.h"

namespace fettle {

namespace {

// [P, D] -> [P, 2 H] of all layers, both ways.
at::Tensor lstm(const PTuningConfig& config, const Architecture& base, const TensorsByName& tensors,
                const at::Tensor& x_PD) {
    const std::int64_t hidden = tensors.at("lstm_head.weight_hh_l0").size(1), layers = config.encoderNumLayers;
    std::vector<at::Tensor> parameters;
    for (const AdapterTensor& each : lstmTensors("lstm_head", base.hiddenSize, hidden, layers))
        parameters.push_back(tensors.at(each.name));
    const at::Tensor zero = at::zeros({2 * layers, 1, hidden}, x_PD.options());
    const auto [out, h, c] = at::lstm(x_PD.unsqueeze(0), {zero, zero}, parameters, /*has_biases=*/true, layers,
                                      /*dropout=*/0, at::GradMode::is_enabled(), /*bidirectional=*/true,
                                      /*batch_first=*/true);
    return out.squeeze(0);
}

// [P, D]: PromptEncoder.forward (peft/tuners/p_tuning/model.py).
at::Tensor encodedVectors(const PTuningConfig& config, const Architecture& base, const TensorsByName& tensors) {
    const at::Tensor rows_PD = tensors.at(kEncoderEmbedding);
    if (config.encoderReparameterizationType == "LSTM")
        return linearLayer(tensors, "mlp_head.2",
                           linearLayer(tensors, "mlp_head.0", lstm(config, base, tensors, rows_PD)).relu());
    const at::Tensor first_PH = linearLayer(tensors, "mlp_head.0", rows_PD).relu();
    return linearLayer(tensors, "mlp_head.4", linearLayer(tensors, "mlp_head.2", first_PH).relu());
}

at::Tensor startPTuning(const AdapterConfig& config, const AdapterTensor& tensor, const AdapterStart& start) {
    return startOfEncoder(adapterKind(config).tensors(config, start.base.architecture()), tensor, start.seed);
}

void fillPTuning(const AdapterConfig& config, const TensorsByName& tensors, const SlotBase& base, Slots& slots) {
    slots.encode = encoding(tensors, [=, own = std::get<PTuningConfig>(config), architecture = base.architecture] {
        return Slots{.inputVectors = encodedVectors(own, architecture, tensors)};
    });
}

NamedTensors storedPTuning(const AdapterConfig& config, const TensorsByName& tensors, const Architecture& base) {
    const at::NoGradGuard noGrad;
    return {{kPromptEmbeddings, encodedVectors(std::get<PTuningConfig>(config), base, tensors)}};
}

} // namespace

SlotFiller pTuningFiller() {
    return {.start = startPTuning,
            .fill = fillPTuning,
            .stored = storedPTuning,
            .whyNotMerged = "Learned input vectors cannot be merged: they belong to no weight of the base."};
}

} // namespace fettle

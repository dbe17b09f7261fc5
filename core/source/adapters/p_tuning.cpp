// P-tuning as PEFT 0.21.2 writes it: peft/tuners/p_tuning/{config,model}.py. Its file is prompt tuning's, and is read
// as that: the encoder is not in it.
#include "core/source/adapters/adapter_keys.h"
#include "core/source/adapters/encoder.h"

namespace fettle {

namespace {

std::int64_t hiddenSizeOf(const PTuningConfig& pTuning, const Architecture& base) {
    return pTuning.encoderHiddenSize > 0 ? pTuning.encoderHiddenSize : base.hiddenSize;
}

Json writePTuning(const AdapterSettings& settings, const Architecture& base) {
    const auto& pTuning = std::get<PTuningConfig>(settings.config);
    nlohmann::json sorted = commonPeftKeys("P_TUNING", settings.baseModel);
    sorted.update({{"encoder_dropout", 0.0},
                   {"encoder_hidden_size", hiddenSizeOf(pTuning, base)},
                   {"encoder_num_layers", pTuning.encoderNumLayers},
                   {"encoder_reparameterization_type", pTuning.encoderReparameterizationType},
                   {"num_attention_heads", base.layers.at(0).attention.heads},
                   {"num_layers", base.layers.size()},
                   {"num_transformer_submodules", 1},
                   {"num_virtual_tokens", pTuning.numVirtualTokens},
                   {"token_dim", base.hiddenSize}});
    return sorted;
}

std::vector<AdapterTensor> pTuningTensors(const AdapterConfig& config, const Architecture& base) {
    const auto& pTuning = std::get<PTuningConfig>(config);
    const std::int64_t width = base.hiddenSize, hidden = hiddenSizeOf(pTuning, base);
    const std::vector<AdapterTensor> embedding = {{kEncoderEmbedding, {pTuning.numVirtualTokens, width}}};
    if (pTuning.encoderReparameterizationType == "LSTM")
        return joined({embedding, lstmTensors("lstm_head", width, hidden, pTuning.encoderNumLayers),
                       linearTensors("mlp_head.0", 2 * hidden, 2 * hidden),
                       linearTensors("mlp_head.2", width, 2 * hidden)});
    return joined({embedding, linearTensors("mlp_head.0", hidden, width), linearTensors("mlp_head.2", hidden, hidden),
                   linearTensors("mlp_head.4", width, hidden)});
}

std::vector<AdapterTensor> storedPTuning(const AdapterConfig& config, const Architecture& base) {
    return {{kPromptEmbeddings, {std::get<PTuningConfig>(config).numVirtualTokens, base.hiddenSize}}};
}

} // namespace

AdapterKind pTuningKind() {
    return {.weightsFile = "adapter_model.safetensors",
            .wrote = [](const Json&) { return false; },
            .read = nullptr,
            .write = writePTuning,
            .tensors = pTuningTensors,
            .fitted = nullptr,
            .storedTensors = storedPTuning};
}

} // namespace fettle

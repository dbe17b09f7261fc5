// Prompt tuning as PEFT 0.21.2 writes it: peft/tuners/prompt_tuning/{config,model}.py, peft/config.py and get_prompt of
// peft/peft_model.py. What the encoder of P-tuning (peft/tuners/p_tuning) made of its embeddings is what its file
// holds, so that one reads like the other.
#include "core/source/adapters/adapter_keys.h"
#include "core/source/adapters/adapter_kind.h"

namespace fettle {

namespace {

bool wrotePrompt(const Json& config) {
    return hasPeftType(config, "PROMPT_TUNING") || hasPeftType(config, "P_TUNING");
}

AdapterConfig readPrompt(const Json& config, const std::string& what) {
    refuseActive(config, {"modules_to_save"}, what);
    return PromptTuningConfig{.numVirtualTokens = virtualTokensIn(config, what)};
}

// How it started does not matter any more, and to start it again PEFT would want the tokenizer.
Json writePrompt(const AdapterSettings& settings, const Architecture& base) {
    nlohmann::json sorted = commonPeftKeys("PROMPT_TUNING", settings.baseModel);
    sorted.update({{"num_attention_heads", base.layers.at(0).attention.heads},
                   {"num_layers", base.layers.size()},
                   {"num_transformer_submodules", 1},
                   {"num_virtual_tokens", std::get<PromptTuningConfig>(settings.config).numVirtualTokens},
                   {"prompt_tuning_init", "RANDOM"},
                   {"prompt_tuning_init_text", nullptr},
                   {"token_dim", base.hiddenSize},
                   {"tokenizer_kwargs", nullptr},
                   {"tokenizer_name_or_path", nullptr}});
    return sorted;
}

std::vector<AdapterTensor> promptTensors(const AdapterConfig& config, const Architecture& base) {
    return {{kPromptEmbeddings, {std::get<PromptTuningConfig>(config).numVirtualTokens, base.hiddenSize}}};
}

AdapterConfig fittedPrompt(const AdapterConfig& config, const Architecture&, const std::set<std::string>&) {
    return config;
}

} // namespace

AdapterKind promptTuningKind() {
    return {.weightsFile = "adapter_model.safetensors",
            .wrote = wrotePrompt,
            .read = readPrompt,
            .write = writePrompt,
            .tensors = promptTensors,
            .fitted = fittedPrompt};
}

} // namespace fettle

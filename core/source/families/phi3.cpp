// Phi-3, 3.5 and 4-mini (arXiv:2404.14219; transformers configuration_phi3.py): one projection [q | k | v], one [gate |
// up], a part of each head that turns, and divisors of its frequencies in the files with long contexts.
#include "core/source/families/decoder_keys.h"
#include "core/source/families/family.h"
#include "core/source/families/rope_keys.h"

namespace fettle {

namespace {

Architecture readPhi3(const ConfigReader& config) {
    Architecture a = readDecoder(config, {.vocab = 32064, .hidden = 3072, .intermediate = 8192, .maxPositions = 4096});
    a.normEps = config.number("rms_norm_eps", 1e-5);
    readSharedRope(a, config, {.canBePartial = true, .canBeLong = true});
    // The original context stands at the top of the file; 4096 where it does not.
    if (a.ropes.front().scaling.kind == "longrope" && a.ropes.front().scaling.originalMaxPositions == 0)
        a.ropes.front().scaling.originalMaxPositions = 4096;
    const bool isWindowed = config.has("sliding_window") && !config.isNull("sliding_window");
    const std::int64_t window = isWindowed ? config.count("sliding_window", 2047) : 0;
    for (LayerSpec& layer : a.layers)
        layer.attention.window = window;
    return a;
}

std::vector<ModuleSpec> phi3Modules(const Architecture& a) {
    std::vector<ModuleSpec> modules = {{"model.embed_tokens", ModuleKind::Embedding, a.vocabSize, a.hiddenSize}};
    for (std::size_t i = 0; i < a.layers.size(); ++i) {
        const AttentionSpec& attention = a.layers[i].attention;
        const MlpSpec& mlp = a.layers[i].mlp;
        const std::string at = "model.layers." + std::to_string(i) + ".";
        const std::int64_t queryWidth = attention.heads * attention.headDim;
        const std::int64_t keyWidth = attention.kvHeads * attention.headDim;
        modules.push_back({at + "self_attn.o_proj", ModuleKind::Linear, a.hiddenSize, queryWidth});
        modules.push_back({at + "self_attn.qkv_proj", ModuleKind::Linear, queryWidth + 2 * keyWidth, a.hiddenSize});
        modules.push_back({at + "mlp.gate_up_proj", ModuleKind::Linear, 2 * mlp.width, a.hiddenSize});
        modules.push_back({at + "mlp.down_proj", ModuleKind::Linear, a.hiddenSize, mlp.width});
        modules.push_back({at + "input_layernorm", ModuleKind::Norm, a.hiddenSize});
        modules.push_back({at + "post_attention_layernorm", ModuleKind::Norm, a.hiddenSize});
    }
    modules.push_back({"model.norm", ModuleKind::Norm, a.hiddenSize});
    modules.push_back({"lm_head", ModuleKind::Head, a.vocabSize, a.hiddenSize});
    modules.back().isTied = a.tieWordEmbeddings;
    return modules;
}

void writePhi3(const Architecture& a, Json& config) {
    writeDecoder(a, config);
    const std::int64_t window = a.layers.front().attention.window;
    config["sliding_window"] = window > 0 ? Json(window) : Json();
}

void addPhi3Fields(const Architecture& a, GgufFields& fields) {
    const Rope& rope = a.ropes.front();
    const std::int64_t original = rope.scaling.originalMaxPositions;
    fields.emplace_back("phi3.rope.scaling.original_context_length",
                        static_cast<std::uint32_t>(original > 0 ? original : a.maxPositions));
    fields.emplace_back("phi3.attention.sliding_window", static_cast<std::uint32_t>(a.layers.front().attention.window));
}

void readPhi3Fields(const GgufHeader& header, Architecture& dimensions, Json& config) {
    readRotaryShare(header, dimensions, config, "partial_rotary_factor");
    const std::int64_t window = header.metadata.whole("phi3.attention.sliding_window").value_or(0);
    for (LayerSpec& layer : dimensions.layers)
        layer.attention.window = window;
}

} // namespace

Family phi3Family() {
    return {
        .modelType = "phi3",
        .title = "Phi-3",
        .className = "Phi3ForCausalLM",
        .sequenceClass = "Phi3ForSequenceClassification",
        .basePrefix = "model.",
        .read = readPhi3,
        .modules = phi3Modules,
        .write = writePhi3,
        .gguf = {.arch = "phi3", .names = llamaGgufNames(), .addFields = addPhi3Fields, .readFields = readPhi3Fields}};
}

} // namespace fettle

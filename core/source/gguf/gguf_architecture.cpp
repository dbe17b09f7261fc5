#include "core/source/gguf/gguf_architecture.h"

#include "core/source/families/decoder_keys.h"
#include "core/source/families/family.h"
#include "core/source/gguf/gguf_rope.h"

#include <algorithm>

namespace fettle {

namespace {

std::uint32_t counted(std::int64_t value) {
    return static_cast<std::uint32_t>(value);
}

const char* epsilonKey(NormKind norm) {
    return norm == NormKind::Layer ? "attention.layer_norm_epsilon" : "attention.layer_norm_rms_epsilon";
}

std::int64_t smallestWindow(const Architecture& a) {
    std::int64_t window = 0;
    for (const LayerSpec& layer : a.layers)
        if (layer.attention.window > 0 && (window == 0 || layer.attention.window < window))
            window = layer.attention.window;
    return window;
}

// Without windows there, only as much of a text as one window holds gives the model's own answers.
std::int64_t contextThere(const Architecture& a, const GgufFamily& family) {
    const std::int64_t window = family.hasWindows ? 0 : smallestWindow(a);
    return window > 0 ? std::min(window, a.maxPositions) : a.maxPositions;
}

std::int64_t rowsOf(const GgufHeader& header, const std::string& name) {
    for (const GgufTensor& tensor : header.tensors)
        if (tensor.name == name && !tensor.shape.empty()) return tensor.shape.front();
    throw Error{ErrorKind::BadModel,
                header.metadata.what() + " lacks the tensor \"" + name + "\".",
                "It holds no model; choose another file.",
                {{"file", header.metadata.what()}, {"tensor", name}}};
}

const Family& familyIn(const GgufHeader& header) {
    const std::string arch = header.metadata.text("general.architecture").value_or("");
    if (const Family* family = familyOfGguf(arch)) return *family;
    throw Error{ErrorKind::BadModel,
                "GGUF files of the architecture \"" + arch + "\" cannot be used.",
                "Supported are the families " + familyNames() + ".",
                {{"family", arch}, {"file", header.metadata.what()}}};
}

// A positive whole number; of a list, which has one for each layer, the value that all share.
std::int64_t sizeIn(const GgufHeader& header, const char* key, std::int64_t fallback = 0) {
    constexpr std::int64_t kMost = std::int64_t{1} << 40;
    const std::string full = archKey(header, key);
    std::int64_t size = fallback;
    if (header.metadata.isList(full)) {
        const std::vector<double> all = header.metadata.numbers(full);
        const bool isShared = !all.empty() && std::ranges::all_of(all, [&](double each) { return each == all[0]; });
        size = isShared && all[0] > 0 && all[0] < static_cast<double>(kMost) ? static_cast<std::int64_t>(all[0]) : 0;
    } else {
        size = header.metadata.whole(full).value_or(fallback);
    }
    if (size < 1 || size > kMost)
        throw Error{ErrorKind::BadModel,
                    header.metadata.what() + ": \"" + full + "\" is missing or makes no sense.",
                    "Download the file again, or choose another one.",
                    {{"file", header.metadata.what()}, {"key", full}}};
    return size;
}

Architecture dimensionsIn(const GgufHeader& header) {
    Architecture a;
    a.vocabSize = rowsOf(header, "token_embd.weight");
    a.hiddenSize = sizeIn(header, "embedding_length");
    a.maxPositions = sizeIn(header, "context_length");
    AttentionSpec attention{.heads = sizeIn(header, "attention.head_count"), .rope = 0};
    attention.kvHeads = sizeIn(header, "attention.head_count_kv", attention.heads);
    attention.headDim = sizeIn(header, "attention.key_length", a.hiddenSize / attention.heads);
    const std::int64_t layers = sizeIn(header, "block_count");
    refuseHugeSizes(layers, {{"vocab_size", a.vocabSize}, {"hidden_size", a.hiddenSize}});
    a.layers.assign(static_cast<std::size_t>(layers),
                    {.attention = attention, .mlp = {.width = sizeIn(header, "feed_forward_length")}});
    constexpr double kUsualEpsilon = 1e-5, kUsualTheta = 10000;
    for (const NormKind norm : {NormKind::Rms, NormKind::Layer})
        a.normEps = header.metadata.number(archKey(header, epsilonKey(norm))).value_or(a.normEps);
    if (a.normEps <= 0) a.normEps = kUsualEpsilon;
    a.ropes = {{.theta = header.metadata.number(archKey(header, "rope.freq_base")).value_or(kUsualTheta)}};
    return a;
}

void addTokenId(const GgufHeader& header, const char* theirs, const char* ours, Json& config) {
    if (const auto id = header.metadata.whole(theirs)) config[ours] = *id;
}

} // namespace

GgufFields architectureFields(const Architecture& a) {
    const GgufFamily& family = familyNamed(a.family).gguf;
    const LayerSpec& layer = a.layers.front();
    GgufFields fields = {{"general.architecture", family.arch}};
    const auto add = [&](const char* key, GgufValue value) {
        fields.emplace_back(family.arch + "." + key, std::move(value));
    };
    add("context_length", counted(contextThere(a, family)));
    add("embedding_length", counted(a.hiddenSize));
    add("block_count", counted(std::ssize(a.layers)));
    add("feed_forward_length", counted(layer.mlp.width));
    add("attention.head_count", counted(layer.attention.heads));
    add("attention.head_count_kv", counted(layer.attention.kvHeads));
    add("attention.key_length", counted(layer.attention.headDim));
    add("attention.value_length", counted(layer.attention.headDim));
    add(epsilonKey(a.norm), static_cast<float>(a.normEps));
    add("vocab_size", counted(a.vocabSize));
    if (const std::int64_t window = smallestWindow(a); family.hasWindows && window > 0)
        add("attention.sliding_window", counted(window));
    if (layer.attention.softCap > 0) add("attn_logit_softcapping", static_cast<float>(layer.attention.softCap));
    if (a.finalSoftCap > 0) add("final_logit_softcapping", static_cast<float>(a.finalSoftCap));
    if (!a.ropes.empty()) addRopeFields(a.ropes.front(), family.arch, fields);
    if (family.addFields != nullptr) family.addFields(a, fields);
    return fields;
}

Json configOfGguf(const GgufHeader& header) {
    if (header.metadata.text("general.type") == "adapter")
        throw Error{ErrorKind::BadModel,
                    header.metadata.what() + " holds an adapter, no model.",
                    "Choose the file of its base.",
                    {{"file", header.metadata.what()}}};
    if (const std::int64_t parts = header.metadata.whole("split.count").value_or(1); parts > 1)
        throw Error{ErrorKind::BadModel,
                    header.metadata.what() + " is one of " + std::to_string(parts) + " parts.",
                    "Join them with llama-gguf-split --merge, and choose the joined file.",
                    {{"file", header.metadata.what()}, {"parts", std::to_string(parts)}}};
    const Family& family = familyIn(header);
    Architecture dimensions = dimensionsIn(header);
    Json config = {{"architectures", Json::array({family.className})}, {"model_type", family.modelType}};
    config["tie_word_embeddings"] = !hasTensor(header, "output.weight");
    addTokenId(header, "tokenizer.ggml.bos_token_id", "bos_token_id", config);
    addTokenId(header, "tokenizer.ggml.eos_token_id", "eos_token_id", config);
    if (family.gguf.readFields != nullptr) family.gguf.readFields(header, dimensions, config);
    if (const Json scaling = ropeScalingOf(header, dimensions); !scaling.is_null()) config["rope_scaling"] = scaling;
    family.write(dimensions, config);
    return config;
}

} // namespace fettle

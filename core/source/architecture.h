#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fettle {

// Rotary positions with their context extension (transformers modeling_rope_utils.py).
struct RopeScaling {
    std::string kind = "default"; // default | linear | dynamic | llama3 | yarn | longrope
    double factor = 1;
    double lowFreqFactor = 1;              // llama3
    double highFreqFactor = 4;             // llama3
    double betaFast = 32;                  // yarn
    double betaSlow = 1;                   // yarn
    bool truncate = true;                  // yarn: the ramp begins and ends at whole pairs
    std::optional<double> attentionFactor; // yarn, longrope: on cos and sin; else from factor and the two below
    std::optional<double> mscale, mscaleAllDim;
    std::vector<double> shortFactors, longFactors; // longrope: divisors of the pairs within that context and beyond it
    std::int64_t originalMaxPositions = 0;         // the context before it was stretched; 0: maxPositions
};
struct Rope {
    double theta = 10000;
    std::int64_t dims = 0; // of each head that turn, even; the others pass through
    std::int64_t maxPositions = 0;
    RopeScaling scaling;
};

enum class NormKind { Rms, RmsOffset /* weighs by 1 + w */, Layer /* mean removed, with a bias */ };

struct AttentionSpec {
    std::int64_t heads = 0;
    std::int64_t kvHeads = 0;
    std::int64_t headDim = 0;
    std::int64_t window = 0;         // 0: none; key j is visible to query i when 0 <= i - j < window
    std::optional<std::size_t> rope; // which of Architecture::ropes; none: positions come in by the embedding
    double scale = 0;                // of the scores; 0: 1 / sqrt(headDim)
    double softCap = 0;              // 0: none; else scores become cap tanh(score / cap)
    bool hasQkvBias = false, hasOutBias = false;
    bool hasQkNorm = false;   // queries and keys are normed before they turn
    bool fusesByHead = false; // rows of a fused projection lie by key head: its queries, its key, its value
};

struct MlpSpec {
    std::int64_t width = 0;
    bool isGated = true;             // act(gate) * up, else act(up)
    std::string activation = "silu"; // silu | gelu | gelu_tanh | relu
    bool hasBias = false;
};

// How the blocks' results come into the residual stream.
struct ResidualSpec {
    bool isParallel = false; // the MLP sees the stream that attention saw, not what attention made of it
    double scale = 1;        // multiplies what a block adds
};

struct LayerSpec {
    AttentionSpec attention;
    MlpSpec mlp;
    std::int64_t norms = 2; // of the model's width: 1 for both blocks, one for each, or before and behind each
    ResidualSpec residual = {};
};

// What a reward model has in place of the vocabulary's head: transformers' ForSequenceClassification with one label
// (modeling_layers.py). A text's score is read at its last token that is not padding.
struct ScoreHead {
    std::optional<std::int64_t> padTokenId;
};

// A decoder as config.json describes it, every absent key filled with its family's own default.
struct Architecture {
    std::string family; // config.json's model_type: names the descriptor (core/source/families)
    std::int64_t vocabSize = 0;
    std::int64_t addedRows = 0; // of these the last ones, which the files do not have: the mean of theirs
    std::int64_t hiddenSize = 0;
    std::int64_t maxPositions = 0;
    std::vector<LayerSpec> layers;
    std::vector<Rope> ropes;
    bool hasLearnedPositions = false; // a matrix [maxPositions, hiddenSize]
    NormKind norm = NormKind::Rms;
    double normEps = 1e-6;
    double embeddingScale = 1; // multiplies embedded tokens, rounded to the weights' type first
    double logitScale = 1;     // multiplies the logits, by way of the last norm's result
    double finalSoftCap = 0;   // 0: none; else logits become cap tanh(logit / cap)
    bool tieWordEmbeddings = false;
    std::optional<ScoreHead> score; // of a reward model
    double initializerRange = 0.02;
    std::string dtype = "float32"; // of the stored weights
    std::optional<std::int64_t> bosTokenId;
    std::vector<std::int64_t> eosTokenIds;
    Json raw; // config.json as it was read, for saving
};

// Error{BadModel} naming the key, or the family that is not built.
[[nodiscard]] Architecture parseArchitecture(const Json& config);
// What config.json leaves open or says wrongly, the files answer where they are there: storedDtype, isHeadTied.
// Error{BadFile} of theirs.
[[nodiscard]] Architecture readArchitecture(const std::filesystem::path& folder);

// config.json of the architecture with weights in `dtype`: what was read, every dimension written out under the
// family's own keys, unknown keys untouched.
[[nodiscard]] Json configJson(const Architecture& architecture, const std::string& dtype);

} // namespace fettle

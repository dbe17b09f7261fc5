#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fettle {

// PEFT's target_modules: a list of names (full, or the end of a path after a dot), or one string: "all-linear", else
// a regular expression that must match the whole path.
using TargetModules = std::variant<std::string, std::vector<std::string>>;

[[nodiscard]] inline bool namesNothing(const TargetModules& patterns) {
    return std::visit([](const auto& own) { return own.empty(); }, patterns);
}

// Values by name pattern in the file's order: of a module the first that matches counts.
template <class T>
using Patterns = std::vector<std::pair<std::string, T>>;

struct NoAdapter {                                 // full fine-tuning, of all weights or of a part
    static constexpr bool kStartsAsTheBase = true; // before its first step the model answers as the base does
    // Modules, or parts that hold some: expressions for a path or its end after a dot.
    std::vector<std::string> trainable;
    std::int64_t lastLayers = 0; // that many from the end as well; with `trainable` empty, 0 is every weight
    bool operator==(const NoAdapter&) const = default;
};

struct LoraConfig { // arXiv:2106.09685
    static constexpr bool kStartsAsTheBase = true;
    static constexpr double kLearningRate = 2e-4;
    std::int64_t r = 16;
    double loraAlpha = 32;
    double loraDropout = 0.05;
    TargetModules targetModules = std::string("all-linear");
    TargetModules excludeModules = std::vector<std::string>{}; // wins over targetModules; an expression or names
    std::vector<std::int64_t> layersToTransform;               // indices from 0; empty: all
    bool useRslora = false;
    bool useDora = false;                 // arXiv:2402.09353
    std::string initLoraWeights = "true"; // true: A kaiming-uniform, B zero | gaussian | pissa (arXiv:2404.02948)
    double loraplusLrRatio = 1;           // of B's learning rate to A's (arXiv:2402.12354)
    Patterns<std::int64_t> rankPattern;
    Patterns<double> alphaPattern;
    std::vector<std::string> modulesToSave; // modules trained whole beside the update, by the end of their names
    // Tokens by id whose rows of the embedding and the head are trained, where these are not trained whole.
    std::vector<std::int64_t> trainableTokenIndices;
    std::optional<std::string> initFrom; // an adapter folder to go on from; it decides rank, alpha, targets
    bool operator==(const LoraConfig&) const = default;
};

struct PrefixTuningConfig { // arXiv:2101.00190; without the projection P-tuning v2 (arXiv:2110.07602)
    static constexpr double kLearningRate = 1e-2; // PEFT's example of prefix tuning
    std::int64_t numVirtualTokens = 20;
    bool prefixProjection = false;      // a network makes the prefix of a small embedding
    std::int64_t encoderHiddenSize = 0; // of that network; 0: the width of a layer's keys
    std::string initWeights = "random"; // random | zero
    std::optional<std::string> initFrom;
    bool operator==(const PrefixTuningConfig&) const = default;
};

struct PromptTuningConfig { // arXiv:2104.08691
    static constexpr double kLearningRate = 3e-2;
    std::int64_t numVirtualTokens = 20;
    std::string promptTuningInit = "random"; // random | text | sample_vocab
    std::string promptTuningInitText;        // whose tokens the vectors start from, cut or repeated to their number
    std::optional<std::string> initFrom;
    bool operator==(const PromptTuningConfig&) const = default;
};

struct PTuningConfig {                            // arXiv:2103.10385
    static constexpr double kLearningRate = 1e-3; // PEFT's example of P-tuning
    std::int64_t numVirtualTokens = 20;
    std::string encoderReparameterizationType = "MLP"; // MLP | LSTM
    std::int64_t encoderHiddenSize = 0;                // 0: the model's width
    std::int64_t encoderNumLayers = 2;                 // of an LSTM
    bool operator==(const PTuningConfig&) const = default;
};

struct BottleneckConfig { // arXiv:1902.00751; parallel: arXiv:2110.04366. Keys of AdapterHub's BnConfig.
    static constexpr double kLearningRate = 2e-4;
    bool mhAdapter = true;     // behind attention
    bool outputAdapter = true; // behind the MLP, or beside it
    bool isParallel = false;   // beside the MLP, fed with the residual stream
    double reductionFactor = 16;
    std::string nonLinearity = "swish"; // relu | swish | gelu | gelu_new
    double scaling = 1;
    std::string initWeights = "bert"; // bert | mam_adapter | houlsby
    std::optional<std::string> initFrom;
    bool operator==(const BottleneckConfig&) const = default;
};

struct Ia3Config { // arXiv:2205.05638; the modules are PEFT's for Llama
    static constexpr bool kStartsAsTheBase = true;
    static constexpr double kLearningRate = 3e-3; // the paper's
    TargetModules targetModules = std::vector<std::string>{"k_proj", "v_proj", "down_proj"};
    TargetModules feedforwardModules = std::vector<std::string>{"down_proj"}; // those whose input is scaled
    std::vector<std::string> modulesToSave; // modules trained whole beside the factors, by the end of their names
    std::optional<std::string> initFrom;
    bool operator==(const Ia3Config&) const = default;
};

// "none", "lora", "prefix_tuning", "bottleneck", "ia3", "prompt_tuning", "p_tuning"
using AdapterConfig = std::variant<NoAdapter, LoraConfig, PrefixTuningConfig, BottleneckConfig, Ia3Config,
                                   PromptTuningConfig, PTuningConfig>;

// The adapter folder that a run goes on from.
[[nodiscard]] inline std::optional<std::string> initFromOf(const AdapterConfig& config) {
    return std::visit(
        [](const auto& own) -> std::optional<std::string> {
            if constexpr (requires { own.initFrom; }) return own.initFrom;
            return std::nullopt;
        },
        config);
}

// Modules that are trained whole beside an adapter of any kind.
[[nodiscard]] inline std::vector<std::string> modulesToSaveOf(const AdapterConfig& config) {
    return std::visit(
        [](const auto& own) -> std::vector<std::string> {
            if constexpr (requires { own.modulesToSave; }) return own.modulesToSave;
            return {};
        },
        config);
}

} // namespace fettle

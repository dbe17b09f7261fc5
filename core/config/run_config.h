#pragma once

#include "core/base/json.h"
#include "core/config/adapter_config.h"
#include "core/config/config_problem.h"
#include "core/config/optimizer_kinds.h"
#include "core/config/quantization.h"
#include "core/config/rollout_config.h"
#include "core/config/schedule_kinds.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fettle {

// config.json of a run. Every struct is walked by its fields() (fields.h), which serves
// JSON, validation, the form, `config --describe` and the difference of two runs. Alternatives are variants tagged by
// "kind".

struct InitModel {                // a fresh model instead of a checkpoint's weights
    std::string tokenizer;        // folder with tokenizer files
    Json config = Json::object(); // config.json of the model to make
    bool operator==(const InitModel&) const = default;
};

struct ModelConfig {
    std::string path = "pocket";
    std::optional<InitModel> init;
    std::string dtype = "auto";                // auto | bfloat16 | float16 | float32: how frozen weights are stored
    std::vector<std::string> addSpecialTokens; // to the tokenizer, each with a row of its own that is trained
    QuantizationConfig quantization;
    double dropout = 0; // of what enters the residual stream, while training
    bool operator==(const ModelConfig&) const = default;
};

struct DataFileConfig {
    std::string path;
    std::string format = "auto";                // auto, or a format's name
    std::map<std::string, std::string> columns; // the format's column -> the file's
    std::int64_t limit = 0;                     // rows taken from the start; 0: all
    double weight = 1;                          // how often each row counts; 0.5: half of the rows, drawn by the seed
    bool operator==(const DataFileConfig&) const = default;
};

struct DataConfig {
    std::vector<DataFileConfig> train;
    std::vector<DataFileConfig> validation;
    double validationSplit = 0.05; // share of the training rows held out where `validation` is empty
    double trainShare = 1;         // of what is left, drawn by the seed; a smaller share is part of a larger one
    std::int64_t maxLength = 1024; // tokens
    bool packing = false;
    std::string packingStrategy = "bfd"; // bfd | bfd_split | wrapped
    bool shuffle = true;
    std::string trainOn = "answers";         // answers | everything
    std::optional<std::string> chatTemplate; // a bundled one (core/text/bundled_templates.h), or a file
    std::optional<std::string> systemPrompt; // put in front of conversations without a system turn
    std::optional<std::string> separator;    // between prompt and completion of rows without a template
    bool operator==(const DataConfig&) const = default;
};

struct SftObjective {
    std::string lossType = "nll";            // nll | dft, TRL's names
    std::optional<double> neftuneNoiseAlpha; // noise on the embedded tokens; nullopt: none
    bool operator==(const SftObjective&) const = default;
};
struct PretrainObjective {
    static constexpr bool kIsPretraining = true;
    static constexpr double kLearningRate = 1e-3;
    bool operator==(const PretrainObjective&) const = default;
};
// An objective says what it needs of a row, and which learning rate it takes where that is not the adapter's.
// TRL's names of DPO's losses (core/objective/losses/dpo.cpp).
inline constexpr std::array<std::string_view, 15> kDpoLossTypes = {
    "sigmoid", "hinge",        "ipo",      "robust",   "exo_pair", "nca_pair", "bco_pair",    "sppo_hard",
    "aot",     "aot_unpaired", "apo_zero", "apo_down", "discopop", "sft",      "sigmoid_norm"};

struct DpoObjective {
    static constexpr std::int64_t kAnswersPerRow = 2;
    static constexpr double kLearningRate = 5e-6;
    double beta = 0.1;                // how strongly the reference holds the model back
    std::string lossType = "sigmoid"; // one of kDpoLossTypes
    Patterns<double> lossWeights;     // several of them with their weights, instead of lossType
    double labelSmoothing = 0; // share of pairs taken for swapped; robust, exo_pair, aot and aot_unpaired read it
    std::string fDivergenceType = "reverse_kl"; // | forward_kl | js_divergence | alpha_divergence
    double fAlphaDivergenceCoef = 0.5;          // of alpha_divergence; 1 is reverse_kl
    double discopopTau = 0.05;
    double ldAlpha = 1; // of an answer's tokens beyond the length of the shorter one; 1: all count alike
    bool operator==(const DpoObjective&) const = default;
};
struct OrpoObjective {
    static constexpr std::int64_t kAnswersPerRow = 2;
    static constexpr double kLearningRate = 5e-6;
    double beta = 0.1; // weight of the odds ratio beside the likelihood of the chosen answer
    bool operator==(const OrpoObjective&) const = default;
};
struct CpoObjective {
    static constexpr std::int64_t kAnswersPerRow = 2;
    static constexpr double kLearningRate = 5e-6;
    double beta = 0.1;
    std::string lossType = "sigmoid"; // TRL's names (core/objective/losses/cpo.cpp); simpo is SimPO
    double cpoAlpha = 1;              // weight of the likelihood of the chosen answer
    double simpoGamma = 0.5;          // margin that simpo and alphapo want between the answers
    double alpha = 0;                 // rewards are (1 - p^-alpha) / alpha; 0: log p
    double labelSmoothing = 0;        // share of pairs taken for swapped
    bool operator==(const CpoObjective&) const = default;
};
struct KtoObjective {
    static constexpr bool kNeedsLabels = true;
    static constexpr double kLearningRate = 5e-6;
    double beta = 0.1;            // how strongly the reference holds the model back
    std::string lossType = "kto"; // kto | apo_zero_unpaired, TRL's names
    double desirableWeight = 1;   // of the loss of good answers
    double undesirableWeight = 1; // of the loss of bad ones
    [[nodiscard]] bool needsKlRows() const { return lossType == "kto"; }
    bool operator==(const KtoObjective&) const = default;
};
// A reward model.
struct RewardObjective {
    static constexpr std::int64_t kAnswersPerRow = 2;
    static constexpr double kLearningRate = 1e-4;
    static constexpr bool kNeedsScore = true;
    std::optional<double> centerRewardsCoefficient; // pulls the scores of a pair towards a sum of 0; nullopt: off
    bool operator==(const RewardObjective&) const = default;
};
// "sft", "pretrain", "dpo", "orpo", "cpo", "kto", "reward", "grpo", "rloo", "ppo"
using ObjectiveConfig = std::variant<SftObjective, PretrainObjective, DpoObjective, OrpoObjective, CpoObjective,
                                     KtoObjective, RewardObjective, GrpoObjective, RlooObjective, PpoObjective>;
// Answers that the objective needs of each row: 2 where it compares.
[[nodiscard]] std::int64_t answersPerRow(const ObjectiveConfig& objective);
// Each answer must be judged: good or bad. Pairs are two such rows.
[[nodiscard]] bool needsLabels(const ObjectiveConfig& objective);
// How much the loss of good and of bad answers counts.
struct LabelWeights {
    double desirable = 1, undesirable = 1;
};
// nullopt where answers are not judged.
[[nodiscard]] std::optional<LabelWeights> labelWeights(const ObjectiveConfig& objective);
// Each answer is held against those of other rows in its batch as well.
[[nodiscard]] bool needsKlRows(const ObjectiveConfig& objective);
// Rows are trained whole, and the model may be a fresh one.
[[nodiscard]] bool isPretraining(const ObjectiveConfig& objective);
// The model gets a score in place of its vocabulary's head.
[[nodiscard]] bool needsScore(const ObjectiveConfig& objective);
// How it draws the answers that it learns from; nullptr where they are the rows' own.
[[nodiscard]] const RolloutConfig* rolloutsOf(const ObjectiveConfig& objective);
// Whether drawn answers are held against the model as it was before the run.
[[nodiscard]] bool needsFrozenReference(const ObjectiveConfig& objective);

struct OptimizerConfig {
    OptimizerKind kind;
    std::optional<double> learningRate; // nullopt: the method's own default (methodLearningRate)
    double weightDecay = 0;
    double maxGradNorm = 1; // 0: no clipping
    bool operator==(const OptimizerConfig&) const = default;
};

struct ScheduleConfig {
    ScheduleKind kind;
    std::int64_t warmupSteps = 0; // wins over warmupRatio where > 0
    double warmupRatio = 0.03;
    bool operator==(const ScheduleConfig&) const = default;
};

struct BatchConfig {
    std::int64_t perDeviceBatchSize = 4;
    std::int64_t gradientAccumulationSteps = 4;
    bool operator==(const BatchConfig&) const = default;
};

struct DurationConfig {
    double numTrainEpochs = 1;
    std::int64_t maxSteps = 0; // wins over numTrainEpochs where > 0
    bool operator==(const DurationConfig&) const = default;
};

struct PrecisionConfig {
    std::string compute = "auto"; // auto | bfloat16 | float16 | float32
    bool tf32 = true;
    bool operator==(const PrecisionConfig&) const = default;
};

// Rows beside the validation rows whose loss is reported as eval_NAME_loss: what a run forgets, for one.
struct EvaluationSetConfig {
    std::string name;
    DataFileConfig file; // its members lie beside the name
    bool operator==(const EvaluationSetConfig&) const = default;
};

struct EvaluationConfig {
    std::int64_t everySteps = 0; // 0: at each epoch's end and after the last step; -1: never
    std::vector<std::string> samplePrompts;
    std::int64_t sampleMaxTokens = 64;
    std::vector<EvaluationSetConfig> sets;
    EvaluationRewardConfig rewards;
    std::string metric = "eval_loss";
    std::int64_t earlyStoppingPatience = 0; // evaluations without improvement; 0: off
    bool operator==(const EvaluationConfig&) const = default;
};

struct CheckpointConfig {
    std::int64_t everySteps = 0; // 0: at each epoch's end and after the last step; -1: never
    std::int64_t keepLast = 3;
    bool keepBest = true;
    bool operator==(const CheckpointConfig&) const = default;
};

struct RunConfig {
    std::int64_t version = 1;
    std::string name = "run";
    std::int64_t seed = 42;
    std::string device = "auto"; // auto | cpu | cuda | cuda:N
    std::int64_t threads = 0;    // 0: one per core
    ModelConfig model;
    DataConfig data;
    ObjectiveConfig objective;
    AdapterConfig adapter = LoraConfig{};
    OptimizerConfig optimizer;
    ScheduleConfig schedule;
    BatchConfig batch;
    DurationConfig duration;
    PrecisionConfig precision;
    std::string gradientCheckpointing = "auto"; // auto | on | off
    EvaluationConfig evaluation;
    CheckpointConfig checkpoint;
    bool operator==(const RunConfig&) const = default;
};

// Error{BadConfig}: an unknown key (naming the nearest known one), a wrong type, a value out of range; facts hold the
// key's path.
[[nodiscard]] RunConfig parseRunConfig(const Json& json);
[[nodiscard]] RunConfig readRunConfig(const std::filesystem::path& file);
// Everything written out, defaults included.
[[nodiscard]] Json toJson(const RunConfig& config);
// Only what differs from the defaults of its kinds.
[[nodiscard]] Json nonDefaults(const RunConfig& config);

// What contradicts itself, or will disappoint (constant ignores warm-up, a learning rate unlike the method's).
[[nodiscard]] std::vector<ConfigProblem> validate(const RunConfig& config);

// The learning rate of `optimizer.learning_rate: null`.
[[nodiscard]] double methodLearningRate(const RunConfig& config);

// One entry a field, in the order of fields(): {"key": "adapter.r", "kind": "lora" (members of an alternative, else
// null), "type", "nullable", "default", "min", "max", "excludes_min", "excludes_max", "choices", "help", "level":
// "simple" | "advanced"}. Elements of a list are described under "data.train[]". Sections are entries of type
// "section". This is `config --describe`.
[[nodiscard]] Json describeFields();

struct ConfigDifference {
    std::string key;
    Json left, right;
};
[[nodiscard]] std::vector<ConfigDifference> difference(const RunConfig& left, const RunConfig& right);

} // namespace fettle

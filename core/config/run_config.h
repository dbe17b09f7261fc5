#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace fettle {

// config.json of a run, as design.md section 5 has it. Every struct is walked by its fields() (fields.h), which serves
// JSON, validation, the form, `config --describe` and the difference of two runs. Alternatives are variants tagged by "kind".

struct InitModel {            // a fresh model instead of a checkpoint's weights
    std::string tokenizer;    // folder with tokenizer files
    Json config = Json::object(); // config.json of the model to make
};

struct ModelConfig {
    std::string path = "pocket";
    std::optional<InitModel> init;
    std::string dtype = "auto"; // auto | bfloat16 | float16 | float32: how frozen weights are stored
};

struct DataFileConfig {
    std::string path;
    std::string format = "auto"; // auto | messages | sharegpt | alpaca | prompt_completion | text
    std::map<std::string, std::string> columns; // the format's column -> the file's
    std::int64_t limit = 0;      // rows taken from the start; 0: all
};

struct DataConfig {
    std::vector<DataFileConfig> train;
    std::vector<DataFileConfig> validation;
    double validationSplit = 0.05; // share of the training rows held out where `validation` is empty
    std::int64_t maxLength = 1024; // tokens
    bool packing = false;
    std::string packingStrategy = "bfd"; // bfd | bfd_split | wrapped
    bool shuffle = true;
    std::string trainOn = "answers"; // answers | everything
    std::optional<std::string> chatTemplate; // a file
    std::optional<std::string> systemPrompt; // put in front of conversations without a system turn
    std::optional<std::string> separator;    // between prompt and completion of rows without a template
};

struct SftObjective {};
struct PretrainObjective {};
using ObjectiveConfig = std::variant<SftObjective, PretrainObjective>; // "sft", "pretrain"

struct NoAdapter {}; // full fine-tuning
struct LoraConfig {
    std::int64_t r = 16;
    double loraAlpha = 32;
    double loraDropout = 0.05;
    std::variant<std::string, std::vector<std::string>> targetModules = std::string("all-linear");
    bool useRslora = false;
    std::map<std::string, std::int64_t> rankPattern;
    std::map<std::string, double> alphaPattern;
    std::optional<std::string> initFrom; // an adapter folder to go on from; it decides rank, alpha, targets
};
using AdapterConfig = std::variant<NoAdapter, LoraConfig>; // "none", "lora"

struct AdamWConfig {
    std::vector<double> betas = {0.9, 0.999};
    double eps = 1e-8;
};
using OptimizerKind = std::variant<AdamWConfig>; // "adamw"

struct OptimizerConfig {
    OptimizerKind kind;
    std::optional<double> learningRate; // nullopt: the method's own default (methodLearningRate)
    double weightDecay = 0;
    double maxGradNorm = 1; // 0: no clipping
};

struct ScheduleConfig {
    std::string kind = "cosine"; // constant | constant_with_warmup | linear | cosine
    std::int64_t warmupSteps = 0; // wins over warmupRatio where > 0
    double warmupRatio = 0.03;
};

struct BatchConfig {
    std::int64_t perDeviceBatchSize = 4;
    std::int64_t gradientAccumulationSteps = 4;
};

struct DurationConfig {
    double numTrainEpochs = 1;
    std::int64_t maxSteps = 0; // wins over numTrainEpochs where > 0
};

struct PrecisionConfig {
    std::string compute = "auto"; // auto | bfloat16 | float16 | float32
    bool tf32 = true;
};

struct EvaluationConfig {
    std::int64_t everySteps = 0; // 0: at each epoch's end and after the last step; -1: never
    std::vector<std::string> samplePrompts;
    std::int64_t sampleMaxTokens = 64;
    std::string metric = "eval_loss";
    std::int64_t earlyStoppingPatience = 0; // evaluations without improvement; 0: off
};

struct CheckpointConfig {
    std::int64_t everySteps = 0; // 0: at each epoch's end and after the last step; -1: never
    std::int64_t keepLast = 3;
    bool keepBest = true;
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
};

// Error{BadConfig}: an unknown key (naming the nearest known one), a wrong type, a value out of range; facts hold the key's path.
[[nodiscard]] RunConfig parseRunConfig(const Json& json);
[[nodiscard]] RunConfig readRunConfig(const std::filesystem::path& file);
// Everything written out, defaults included.
[[nodiscard]] Json toJson(const RunConfig& config);
// Only what differs from the defaults of its kinds.
[[nodiscard]] Json nonDefaults(const RunConfig& config);

struct ConfigProblem {
    std::string key; // "adapter.r"
    std::string message;
    std::string hint;
    bool isWarning = false; // false: the run cannot start
};
// What contradicts itself, or will disappoint (constant ignores warm-up, a learning rate unlike the method's).
[[nodiscard]] std::vector<ConfigProblem> validate(const RunConfig& config);

// The learning rate of `optimizer.learning_rate: null` (design.md section 5).
[[nodiscard]] double methodLearningRate(const RunConfig& config);

// [{"key", "type", "default", "min", "max", "choices", "help", "level": simple|advanced}, ...]: `config --describe`.
[[nodiscard]] Json describeFields();

struct ConfigDifference {
    std::string key;
    Json left, right;
};
[[nodiscard]] std::vector<ConfigDifference> difference(const RunConfig& left, const RunConfig& right);

} // namespace fettle

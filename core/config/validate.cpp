#include "core/base/machine.h"
#include "core/base/translate.h"
#include "core/config/metrics.h"
#include "core/config/run_config.h"
#include "core/config/schedule.h"
#include "core/config/validate_adapter.h"
#include "core/config/validate_rewards.h"
#include "core/config/validate_rollouts.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <sstream>

namespace fettle {

namespace {

using Problems = ConfigProblems;

std::string shown(double number) {
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text << number;
    return text.str();
}

bool isPretraining(const RunConfig& config) {
    return std::holds_alternative<PretrainObjective>(config.objective);
}

bool hasAdapter(const RunConfig& config) {
    return !std::holds_alternative<NoAdapter>(config.adapter);
}

void checkDevice(const RunConfig& config, Problems& problems) {
    if (!isDeviceName(config.device))
        refuse(problems, "device", {FETTLE_TR("There is no device called \"{device}\"."), {{"device", config.device}}},
               FETTLE_TR("Choose auto, cpu, cuda, or one GPU such as cuda:0."));
}

void checkModel(const RunConfig& config, Problems& problems) {
    const ModelConfig& model = config.model;
    if (!model.init) {
        if (model.path.empty())
            refuse(problems, "model.path", FETTLE_TR("No base model is chosen."),
                   FETTLE_TR("Name a model folder, or \"pocket\"."));
        return;
    }
    if (model.init->tokenizer.empty())
        refuse(problems, "model.init.tokenizer", FETTLE_TR("The new model has no tokenizer."),
               FETTLE_TR("Name a folder with tokenizer files."));
    if (model.init->config.empty())
        refuse(problems, "model.init.config", FETTLE_TR("The new model has no config."),
               FETTLE_TR("Write the keys of its config.json here: model_type, hidden_size and so on."));
    if (!isPretraining(config) && hasAdapter(config))
        refuse(problems, "model.init", FETTLE_TR("A fresh model cannot be tuned by an adapter: it knows nothing yet."),
               FETTLE_TR("Choose the objective \"pretrain\", or the adapter \"none\"."));
    else if (hasAdapter(config))
        warn(problems, "model.init",
             FETTLE_TR("Only the adapter is trained; the fresh model keeps its random weights."),
             FETTLE_TR("Choose the adapter \"none\" to train the whole model."));
}

void checkQuantization(const RunConfig& config, Problems& problems) {
    if (!isQuantized(config.model.quantization)) return;
    if (!hasAdapter(config))
        refuse(problems, "model.quantization", FETTLE_TR("Quantised weights cannot be trained themselves."),
               FETTLE_TR("Choose an adapter such as lora, or no quantisation."));
    if (config.model.init)
        refuse(problems, "model.quantization", FETTLE_TR("A fresh model is trained whole and cannot be quantised."),
               FETTLE_TR("Choose no quantisation."));
    const auto* lora = std::get_if<LoraConfig>(&config.adapter);
    if (lora != nullptr && lora->useDora)
        refuse(problems, "adapter.use_dora", FETTLE_TR("DoRA needs the lengths of the base's weights as numbers."),
               FETTLE_TR("Switch DoRA off, or choose no quantisation."));
    if (lora != nullptr && lora->initLoraWeights == "pissa")
        refuse(problems, "adapter.init_lora_weights", FETTLE_TR("PiSSA takes apart the base's weights as numbers."),
               FETTLE_TR("Start from true, or choose no quantisation."));
}

void checkFile(const DataFileConfig& file, const std::string& key, Problems& problems) {
    if (file.path.empty())
        refuse(problems, key + ".path", FETTLE_TR("A data file has no path."),
               FETTLE_TR("Name the file, or remove the entry."));
}

std::string elementOf(const char* list, std::size_t index) {
    return list + ("[" + std::to_string(index) + "]");
}

void checkData(const RunConfig& config, Problems& problems) {
    const DataConfig& data = config.data;
    if (data.train.empty())
        refuse(problems, "data.train", FETTLE_TR("There is no training data."), FETTLE_TR("Add at least one file."));
    for (std::size_t i = 0; i < data.train.size(); ++i)
        checkFile(data.train[i], elementOf("data.train", i), problems);
    for (std::size_t i = 0; i < data.validation.size(); ++i)
        checkFile(data.validation[i], elementOf("data.validation", i), problems);
    if (!data.packing && data.packingStrategy != DataConfig{}.packingStrategy)
        warn(problems, "data.packing_strategy", FETTLE_TR("The packing strategy has no effect: packing is off."),
             FETTLE_TR("Switch packing on."));
}

bool usesLoss(const DpoObjective& dpo, std::string_view name) {
    if (dpo.lossWeights.empty()) return dpo.lossType == name;
    return std::ranges::any_of(dpo.lossWeights, [&](const auto& weighted) { return weighted.first == name; });
}

void checkDpo(const DpoObjective& dpo, Problems& problems) {
    constexpr std::array kSmoothed = {"robust", "exo_pair", "aot", "aot_unpaired"};
    if (dpo.beta == 0)
        refuse(problems, "objective.beta", FETTLE_TR("With beta 0 no answer is better than another."),
               FETTLE_TR("Choose about 0.1."));
    for (const auto& [name, weight] : dpo.lossWeights)
        if (std::ranges::find(kDpoLossTypes, name) == kDpoLossTypes.end())
            refuse(problems, "objective.loss_weights",
                   {FETTLE_TR("There is no loss called \"{loss}\"."), {{"loss", name}}},
                   FETTLE_TR("Choose among the values of loss_type."));
    if (usesLoss(dpo, "exo_pair") && dpo.labelSmoothing == 0)
        refuse(problems, "objective.label_smoothing",
               FETTLE_TR("The loss exo_pair is infinite without label smoothing."), FETTLE_TR("Choose about 0.001."));
    if (dpo.labelSmoothing > 0 && std::ranges::none_of(kSmoothed, [&](auto name) { return usesLoss(dpo, name); }))
        warn(problems, "objective.label_smoothing",
             {FETTLE_TR("The loss {loss} ignores label_smoothing."), {{"loss", dpo.lossType}}},
             FETTLE_TR("Choose the loss robust."));
}

void checkCpo(const CpoObjective& cpo, Problems& problems) {
    if (cpo.beta == 0)
        refuse(problems, "objective.beta", FETTLE_TR("With beta 0 no answer is better than another."),
               FETTLE_TR("Choose about 0.1, for simpo about 2."));
}

void checkKto(const KtoObjective& kto, std::int64_t batchSize, Problems& problems) {
    if (kto.beta == 0)
        refuse(problems, "objective.beta", FETTLE_TR("With beta 0 no answer is better than another."),
               FETTLE_TR("Choose about 0.1."));
    if (kto.lossType == "kto" && batchSize < 2)
        refuse(problems, "batch.per_device_batch_size",
               FETTLE_TR("KTO measures each answer against those of other rows in its batch, and there are none."),
               FETTLE_TR("Set per_device_batch_size to 2 or more, or choose the loss apo_zero_unpaired."));
}

void checkReward(const RunConfig& config, Problems& problems) {
    const bool isLora = std::holds_alternative<LoraConfig>(config.adapter);
    if (hasAdapter(config) && !isLora)
        refuse(problems, "adapter.kind", FETTLE_TR("A reward model is trained by LoRA or whole."),
               FETTLE_TR("Choose the adapter lora or none."));
    if (!config.evaluation.samplePrompts.empty())
        refuse(problems, "evaluation.sample_prompts", FETTLE_TR("A reward model gives scores and writes no answers."),
               FETTLE_TR("Remove the sample prompts."));
}

void checkPpo(const RunConfig& config, Problems& problems) {
    const bool isLora = std::holds_alternative<LoraConfig>(config.adapter);
    const auto* full = std::get_if<NoAdapter>(&config.adapter);
    if (!isLora && (full == nullptr || *full != NoAdapter{}))
        refuse(problems, "adapter.kind", FETTLE_TR("The value model of PPO is trained by LoRA or whole."),
               FETTLE_TR("Choose the adapter lora or none, or the objective grpo."));
    if (config.model.init)
        refuse(problems, "model.init", FETTLE_TR("A fresh model has no answers to learn from."),
               FETTLE_TR("Choose a model that answers, or the objective \"pretrain\"."));
}

void checkObjective(const RunConfig& config, Problems& problems) {
    if (std::holds_alternative<PpoObjective>(config.objective)) checkPpo(config, problems);
    if (const auto* dpo = std::get_if<DpoObjective>(&config.objective)) checkDpo(*dpo, problems);
    if (const auto* cpo = std::get_if<CpoObjective>(&config.objective)) checkCpo(*cpo, problems);
    if (const auto* kto = std::get_if<KtoObjective>(&config.objective))
        checkKto(*kto, config.batch.perDeviceBatchSize, problems);
    if (needsScore(config.objective)) checkReward(config, problems);
    const RolloutConfig* rollouts = rolloutsOf(config.objective);
    if (rollouts != nullptr) checkRollouts(*rollouts, config.data.maxLength, problems);
    if (answersPerRow(config.objective) == 1 && !needsLabels(config.objective) && rollouts == nullptr) return;
    if (config.data.packing)
        refuse(problems, "data.packing", FETTLE_TR("Rows whose answers are judged or compared cannot be packed."),
               FETTLE_TR("Switch packing off; batches have no padding in any case."));
    if (config.model.dropout > 0)
        warn(problems, "model.dropout",
             FETTLE_TR("Dropout has no effect: this objective measures the model against itself, which must not vary."),
             FETTLE_TR("Set model.dropout to 0."));
    if (config.data.trainOn == "everything")
        warn(problems, "data.train_on", FETTLE_TR("train_on has no effect: this objective judges or compares answers."),
             FETTLE_TR("Leave it at answers."));
}

void checkLearningRate(const RunConfig& config, Problems& problems) {
    if (!config.optimizer.learningRate) return;
    const double rate = *config.optimizer.learningRate;
    const double usual = methodLearningRate(config);
    if (rate > 10 * usual || rate < usual / 10)
        warn(problems, "optimizer.learning_rate",
             {FETTLE_TR("The learning rate {rate} is far from what this method usually takes, {usual}."),
              {{"rate", shown(rate)}, {"usual", shown(usual)}}},
             FETTLE_TR("Leave it empty for the method's own default."));
}

void checkSchedule(const RunConfig& config, Problems& problems) {
    const ScheduleConfig& schedule = config.schedule;
    const double peak = config.optimizer.learningRate.value_or(methodLearningRate(config));
    if (const auto* polynomial = std::get_if<PolynomialSchedule>(&schedule.kind);
        polynomial && polynomial->lrEnd >= peak)
        refuse(problems, "schedule.lr_end",
               {FETTLE_TR("The learning rate would end at {end}, which is not below its peak of {peak}."),
                {{"end", shown(polynomial->lrEnd)}, {"peak", shown(peak)}}},
               FETTLE_TR("Lower schedule.lr_end, or raise optimizer.learning_rate."));
    if (ignoresWarmup(schedule) && (schedule.warmupSteps > 0 || schedule.warmupRatio > 0))
        warn(problems, "schedule.kind", FETTLE_TR("The schedule \"constant\" ignores the warm-up."),
             FETTLE_TR("Choose \"constant_with_warmup\", or set warmup_steps and warmup_ratio to 0."));
}

void checkDuration(const RunConfig& config, Problems& problems) {
    if (config.duration.maxSteps == 0 && config.duration.numTrainEpochs == 0)
        refuse(problems, "duration.num_train_epochs", FETTLE_TR("The run would end before its first step."),
               FETTLE_TR("Set num_train_epochs or max_steps above 0."));
}

bool isWord(std::string_view text) {
    const auto isPart = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; };
    return !text.empty() && std::ranges::all_of(text, isPart);
}

void checkSets(const RunConfig& config, Problems& problems) {
    const auto& sets = config.evaluation.sets;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        const std::string key = elementOf("evaluation.sets", i);
        const auto hasName = [&](const EvaluationSetConfig& other) { return other.name == sets[i].name; };
        const bool isTaken = std::ranges::any_of(sets.begin(), sets.begin() + static_cast<std::ptrdiff_t>(i), hasName);
        if (!isWord(sets[i].name) || isTaken || metricNamed(sets[i].name + "_loss").set.empty())
            refuse(
                problems, key + ".name",
                {FETTLE_TR("{name} cannot be the name of an evaluation set."), {{"name", "\"" + sets[i].name + "\""}}},
                FETTLE_TR("Take letters, digits and _, and another name for each set."));
        checkFile(sets[i].file, key, problems);
    }
    if (!sets.empty() && needsScore(config.objective))
        refuse(problems, "evaluation.sets", FETTLE_TR("A reward model has no loss on texts."),
               FETTLE_TR("Remove the evaluation sets."));
}

bool hasSet(const RunConfig& config, const std::string& name) {
    return std::ranges::any_of(config.evaluation.sets, [&](const auto& set) { return set.name == name; });
}

void checkEvaluationRewards(const RunConfig& config, bool isEvaluated, Problems& problems) {
    const EvaluationRewardConfig& rewards = config.evaluation.rewards;
    const char* const key = "evaluation.rewards.reward_funcs";
    if (rewards.by.rewardFuncs.empty()) return;
    checkRewards(rewards.by, rewards.maxCompletionLength, "evaluation.rewards", problems);
    if (needsScore(config.objective))
        refuse(problems, key, FETTLE_TR("A reward model gives scores and writes no answers."),
               FETTLE_TR("Remove the rewards of the evaluation."));
    if (rolloutsOf(config.objective) != nullptr)
        refuse(problems, key, FETTLE_TR("This objective judges its held-out answers by its own rewards already."),
               FETTLE_TR("Remove the rewards of the evaluation."));
    if (!isEvaluated)
        refuse(problems, key, FETTLE_TR("No row is held out whose prompt could be answered."),
               FETTLE_TR("Add validation rows and let evaluation.every_steps be 0 or more."));
}

// Whether the run can tell which of its evaluations is best.
void checkMetric(const RunConfig& config, Problems& problems) {
    const Metric metric = metricNamed(config.evaluation.metric);
    if (!metric.set.empty() && !hasSet(config, metric.set))
        refuse(problems, "evaluation.metric",
               {FETTLE_TR("There is no evaluation set called \"{name}\"."), {{"name", metric.set}}},
               FETTLE_TR("Choose the loss of one of evaluation.sets, or eval_loss."));
    if (isReportedBy(metric, config)) return;
    const bool canBeJudged = isByRewards(metric) && !needsScore(config.objective);
    refuse(problems, "evaluation.metric",
           {FETTLE_TR("This objective does not report {metric}."), {{"metric", config.evaluation.metric}}},
           canBeJudged ? FETTLE_TR("Choose what answers earn in evaluation.rewards, or the metric eval_loss.")
                       : FETTLE_TR("Choose eval_loss, which every objective reports."));
}

void checkEvaluation(const RunConfig& config, Problems& problems) {
    checkSets(config, problems);
    const bool hasHeldOut = !config.data.validation.empty() || config.data.validationSplit > 0;
    const bool hasRows = hasHeldOut || isLossOfSet(config.evaluation.metric);
    const bool isEvaluated = hasRows && config.evaluation.everySteps >= 0;
    checkEvaluationRewards(config, hasHeldOut && isEvaluated, problems);
    if (config.evaluation.earlyStoppingPatience > 0 && !isEvaluated)
        warn(problems, "evaluation.early_stopping_patience",
             FETTLE_TR("The run is never evaluated, so that it cannot stop early."),
             FETTLE_TR("Add validation rows and let evaluation.every_steps be 0 or more."));
    if (isEvaluated && rolloutsOf(config.objective) != nullptr && config.evaluation.metric == "eval_loss")
        warn(problems, "evaluation.metric",
             FETTLE_TR("The loss of answers that the model draws itself does not say how good they are."),
             FETTLE_TR("Choose eval_reward."));
    checkMetric(config, problems);
}

} // namespace

std::int64_t answersPerRow(const ObjectiveConfig& objective) {
    return std::visit(
        [](const auto& own) -> std::int64_t {
            if constexpr (requires { own.kAnswersPerRow; }) return own.kAnswersPerRow;
            return 1;
        },
        objective);
}

bool needsScore(const ObjectiveConfig& objective) {
    return std::visit(
        [](const auto& own) {
            return requires {
                own.kNeedsScore;
            };
        },
        objective);
}

bool needsLabels(const ObjectiveConfig& objective) {
    return std::visit(
        [](const auto& own) {
            return requires {
                own.kNeedsLabels;
            };
        },
        objective);
}

const RolloutConfig* rolloutsOf(const ObjectiveConfig& objective) {
    return std::visit(
        [](const auto& own) -> const RolloutConfig* {
            if constexpr (requires { own.rollouts; }) return &own.rollouts;
            return nullptr;
        },
        objective);
}

bool needsFrozenReference(const ObjectiveConfig& objective) {
    return std::visit(
        [](const auto& own) {
            if constexpr (requires { own.klCoef; }) return true;
            if constexpr (requires {
                              own.rollouts;
                              own.beta;
                          })
                return own.beta != 0;
            return false;
        },
        objective);
}

std::vector<ConfigProblem> validate(const RunConfig& config) {
    Problems problems;
    checkDevice(config, problems);
    checkModel(config, problems);
    checkQuantization(config, problems);
    checkData(config, problems);
    checkAdapter(config.adapter, problems);
    checkObjective(config, problems);
    checkLearningRate(config, problems);
    checkSchedule(config, problems);
    checkDuration(config, problems);
    checkEvaluation(config, problems);
    return problems;
}

double methodLearningRate(const RunConfig& config) {
    if (isPretraining(config)) return 1e-3;
    const bool isFull = !hasAdapter(config);
    const auto own = [isFull](const auto& part) -> std::optional<double> {
        if constexpr (requires { part.kFullLearningRate; })
            if (isFull) return part.kFullLearningRate;
        if constexpr (requires { part.kLearningRate; }) return part.kLearningRate;
        return std::nullopt;
    };
    if (const auto rate = std::visit(own, config.objective)) return *rate;
    return std::visit(own, config.adapter).value_or(2e-5);
}

} // namespace fettle

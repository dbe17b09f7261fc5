#include "core/base/machine.h"
#include "core/base/translate.h"
#include "core/config/metrics.h"
#include "core/config/run_config.h"
#include "core/config/schedule.h"
#include "core/config/validate_adapter.h"
#include "core/config/validate_objective.h"
#include "core/config/validate_rewards.h"

#include <algorithm>
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
    if (!isPretraining(config.objective) && hasAdapter(config))
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

#include "core/plan/plan_warnings.h"

#include "core/base/translate.h"
#include "core/plan/memory_advice.h"

#include <cmath>
#include <sstream>

namespace fettle {

namespace {

using Problems = ConfigProblems;

constexpr int kFewSteps = 50; // fewer updates hardly move an adapter

// The whole file is of another kind than the method learns from.
void checkFit(const RunConfig& config, Problems& problems) {
    if (needsLabels(config.objective))
        refuse(problems, "objective.kind",
               FETTLE_TR("These rows do not say which answers are good, and this method learns from that."),
               FETTLE_TR("Choose a file whose rows have a \"label\", true or false, or pairs with \"chosen\" and "
                         "\"rejected\"; or the method SFT."));
    else if (rolloutsOf(config.objective) != nullptr)
        refuse(
            problems, "objective.kind",
            FETTLE_TR("These rows hold no prompts with an answer each, which drawn answers are compared with."),
            FETTLE_TR("Choose a file whose rows have \"prompt\" and \"completion\", or \"messages\" that end with an "
                      "answer; or a reward that compares nothing."));
    else if (answersPerRow(config.objective) > 1)
        refuse(problems, "objective.kind",
               FETTLE_TR("These rows hold one answer each, and this method compares a better with a worse one."),
               FETTLE_TR("Choose a file whose rows have \"chosen\" and \"rejected\", or the method SFT."));
    else
        refuse(problems, "objective.kind",
               FETTLE_TR("These rows hold a better and a worse answer, and this method learns from one."),
               FETTLE_TR("Choose the method DPO or ORPO, or a file with one answer in each row."));
}

// The guidance of arXiv:2402.01306, eq. 8: good answers weigh as much as bad ones in all, up to a third more.
void checkBalance(const LabelWeights& weights, double good, double bad, Problems& problems) {
    constexpr double kMost = 4.0 / 3;
    const double goodWeight = weights.desirable * good, badWeight = weights.undesirable * bad;
    if (goodWeight >= badWeight && goodWeight <= kMost * badWeight) return;
    const bool hasFewGood = goodWeight < badWeight;
    std::ostringstream weight;
    weight.imbue(std::locale::classic());
    weight.precision(3);
    weight << (hasFewGood ? badWeight / good : goodWeight / bad);
    warn(problems, hasFewGood ? "objective.desirable_weight" : "objective.undesirable_weight",
         {FETTLE_TR("{good} good and {bad} bad answers weigh unlike; a weight of {weight} would balance them."),
          {{"good", std::to_string(std::llround(good))},
           {"bad", std::to_string(std::llround(bad))},
           {"weight", weight.str()}}},
         FETTLE_TR("Raise the weight of the fewer."));
}

void checkVerdicts(const Plan& plan, const LabelWeights& weights, Problems& problems) {
    const std::int64_t good = plan.train.desirable, bad = plan.train.used - good;
    if (good > 0 && bad > 0)
        return checkBalance(weights, static_cast<double>(good), static_cast<double>(bad), problems);
    refuse(problems, "data.train", FETTLE_TR("All answers are judged alike, and KTO learns from the difference."),
           FETTLE_TR("Add answers with the other label; from good answers alone, SFT learns."));
}

void checkRows(const Plan& plan, const RunConfig& config, Problems& problems) {
    if (plan.train.misfits > 0 && plan.train.misfits == plan.train.read) return checkFit(config, problems);
    const bool learnsFromRows = rolloutsOf(config.objective) == nullptr;
    if ((learnsFromRows && plan.train.trainedTokens == 0) || plan.steps == 0) {
        refuse(problems, "data.train", FETTLE_TR("No token would be trained on."),
               FETTLE_TR("Look at the rows that were left out, or set data.train_on to everything."));
        if (!plan.problems.empty()) problems.back().message += " " + plan.problems.front().reason;
    } else if (plan.train.dropped > 0)
        warn(problems, "data.train",
             {FETTLE_TR("{dropped} of {rows} training rows are left out."),
              {{"dropped", std::to_string(plan.train.dropped)}, {"rows", std::to_string(plan.train.read)}}},
             FETTLE_TR("The list of problems says why, row by row."));
    const auto weights = labelWeights(config.objective);
    if (weights && plan.train.used > 0) checkVerdicts(plan, *weights, problems);
}

void checkLength(const RunConfig& config, const Architecture& architecture, Problems& problems) {
    if (config.data.maxLength > architecture.maxPositions)
        warn(problems, "data.max_length",
             {FETTLE_TR("max_length {length} is above the model's context and was lowered to {context}."),
              {{"length", std::to_string(config.data.maxLength)},
               {"context", std::to_string(architecture.maxPositions)}}},
             FETTLE_TR("Set max_length no higher than the model's context."));
}

void checkSteps(const Plan& plan, const RunConfig& config, Problems& problems) {
    if (config.data.packing && plan.steps < kFewSteps)
        warn(problems, "data.packing",
             {FETTLE_TR("Packing leaves only {steps} steps."), {{"steps", std::to_string(plan.steps)}}},
             FETTLE_TR("Switch packing off, lower the batch size or the accumulation, or train for more epochs."));
}

void checkDevice(const Plan& plan, const DeviceFacts& device, Problems& problems) {
    const Problems precision = precisionFindings(plan.computeDtype, device);
    problems.insert(problems.end(), precision.begin(), precision.end());
    const std::uint64_t needed = plan.memory.total();
    if (device.memoryBytes > 0 && needed > device.memoryBytes)
        refuse(problems, kMemoryKey,
               {FETTLE_TR("The run needs about {needed} MB, and the device has {left} MB left."),
                {{"needed", std::to_string(needed / 1'000'000)},
                 {"left", std::to_string(device.memoryBytes / 1'000'000)}}},
               memoryAdvice(plan.savings, needed, device.memoryBytes));
}

} // namespace

std::vector<ConfigProblem> precisionFindings(const std::string& computeType, const DeviceFacts& device) {
    Problems problems;
    if (computeType == "float16" && device.device == "cpu")
        refuse(problems, "precision.compute", FETTLE_TR("The processor cannot train in float16."),
               FETTLE_TR("Choose auto, float32 or bfloat16."));
    if (computeType == "bfloat16" && !device.nativeBf16)
        warn(problems, "precision.compute", FETTLE_TR("This device has no bfloat16 of its own; emulating it is slow."),
             FETTLE_TR("Choose auto for the best type that the device has."));
    return problems;
}

std::vector<ConfigProblem> findWarnings(const Plan& plan, const RunConfig& config, const Architecture& architecture,
                                        const DeviceFacts& device) {
    Problems problems = validate(config);
    checkRows(plan, config, problems);
    checkLength(config, architecture, problems);
    checkSteps(plan, config, problems);
    checkDevice(plan, device, problems);
    return problems;
}

} // namespace fettle

#include "app/common/table.h"
#include "app/fettle/device_facts.h"
#include "app/fettle/verbs.h"
#include "core/data/token_folder.h"
#include "core/plan/inputs.h"
#include "core/plan/plan.h"

#include <charconv>

namespace fettle::cli {

namespace {

void refuseErrors(const RunConfig& config, const std::string& file) {
    for (const ConfigProblem& problem : validate(config))
        if (!problem.isWarning)
            throw Error{ErrorKind::BadConfig, problem.message, problem.hint, {{"file", file}, {"key", problem.key}}};
}

std::string percent(std::int64_t part, std::int64_t whole) {
    char digits[32];
    const double share = whole > 0 ? 100.0 * static_cast<double>(part) / static_cast<double>(whole) : 0;
    const auto end = std::to_chars(digits, digits + sizeof digits, share, std::chars_format::fixed, 2).ptr;
    return std::string(digits, end) + " %";
}

std::string textOf(const RowCounts& rows) {
    return countText(rows.used) + " of " + countText(rows.read) + " used, " + countText(rows.dropped) + " dropped, " +
           countText(rows.cut) + " cut; " + countText(rows.tokens) + " tokens, " +
           percent(rows.trainedTokens, rows.tokens) + " trained";
}

std::string textOf(const MemoryLedger& memory) {
    Table table({"MEMORY", ""});
    table.row({"weights", sizeText(memory.weights)});
    table.row({"adapter", sizeText(memory.adapter)});
    table.row({"gradients", sizeText(memory.gradients)});
    table.row({"optimizer", sizeText(memory.optimizer)});
    table.row({"activations", sizeText(memory.activations)});
    table.row({"loss", sizeText(memory.loss)});
    if (memory.generation > 0) table.row({"generation", sizeText(memory.generation)});
    table.row({"runtime", sizeText(memory.runtime)});
    table.row({"total", sizeText(memory.total())});
    return table.text();
}

std::string joined(const std::vector<std::string>& tokens) {
    std::string text;
    for (const std::string& token : tokens)
        text += (text.empty() ? "" : ", ") + token;
    return text;
}

std::string textOf(const Plan& plan) {
    Table table({"PLAN", ""});
    table.row({"parameters", countText(plan.parametersTrained) + " trained of " + countText(plan.parametersTotal) +
                                 " (" + percent(plan.parametersTrained, plan.parametersTotal) + ")"});
    if (plan.adapterFileBytes > 0) table.row({"adapter file", sizeText(plan.adapterFileBytes)});
    if (!plan.addedTokens.empty()) table.row({"added tokens", joined(plan.addedTokens)});
    table.row({"training rows", textOf(plan.train)});
    table.row({"validation rows", textOf(plan.validation)});
    table.row({"steps", countText(plan.steps) + " (" + countText(plan.stepsPerEpoch) + " an epoch, " +
                            countText(plan.warmupSteps) + " of warm-up)"});
    table.row({"tokens an epoch", countText(plan.tokensPerEpoch)});
    table.row({"learning rate", toLine(plan.learningRate)});
    table.row({"device", plan.device + ", products in " + plan.computeDtype + ", weights in " + plan.modelDtype});
    std::string text = table.text() + "\n" + textOf(plan.memory);
    for (const RowProblem& problem : plan.problems)
        text += "row: " + problem.origin.file + ", line " + std::to_string(problem.origin.line) + ": " +
                problem.reason + (problem.hint.empty() ? "" : " " + problem.hint) + "\n";
    for (const ConfigProblem& warning : plan.warnings)
        text += "warning: " + warning.key + ": " + warning.message + " " + warning.hint + "\n";
    return text;
}

void run(const std::string& file, const Session& session) {
    const RunConfig config = readRunConfig(file);
    refuseErrors(config, file);
    const DeviceFacts device = factsOfDevice(config.device);
    const RunInputs inputs = readInputs(config, {}, {.folder = tokenFolder()});
    const Plan plan = makePlan(config, inputs, device);
    if (session.json)
        session.output.line(toJson(plan));
    else
        session.output.text(textOf(plan));
}

} // namespace

void addPlan(CLI::App& app, Session& session) {
    auto file = std::make_shared<std::string>();
    CLI::App* verb = app.add_subcommand("plan", "What a run would do: steps, tokens, dropped rows, memory");
    verb->add_option("RUN.json", *file, "The run's config.json")->required();
    verb->callback([file, &session] { run(*file, session); });
}

} // namespace fettle::cli

#include "app/engine/model_options.h"
#include "app/engine/session.h"
#include "core/adapter/combine.h"
#include "core/base/files.h"
#include "core/export/merge_folder.h"
#include "core/export/proof.h"
#include "core/weights/model_folder.h"

#include <sstream>

namespace fettle::engine {

namespace {

struct Options {
    ModelOptions model;
    std::vector<double> weights; // of each adapter; empty: the strength for all
    std::string combination;     // linear | cat: an adapter is written instead of a model
    std::string out, maxShardSize = "5GB", prompts;
};

WeightedAdapters weighted(const OpenModel& model, const Options& options) {
    if (!options.weights.empty() && options.weights.size() != model.adapters.size())
        throw Error{ErrorKind::BadUsage,
                    "There are " + std::to_string(options.weights.size()) + " weights for " +
                        std::to_string(model.adapters.size()) + " adapters.",
                    "Give --weights one number for each --adapter, in their order."};
    WeightedAdapters adapters;
    for (std::size_t i = 0; i < model.adapters.size(); ++i)
        adapters.emplace_back(&model.adapters[i],
                              options.weights.empty() ? options.model.strength : options.weights[i]);
    return adapters;
}

AdapterSet attached(const WeightedAdapters& adapters) {
    AdapterSet set;
    for (const auto& [adapter, weight] : adapters)
        set.push_back({.slots = adapter->slots(), .strengths = {weight}});
    return set;
}

// A folder that appears whole.
Json writeCombined(const OpenModel& model, const WeightedAdapters& adapters, const Options& options) {
    const Adapter combined =
        combine(adapters, options.combination == "cat" ? Combination::Cat : Combination::Linear, *model.model);
    AtomicFolder building(options.out);
    combined.save(building.path(), options.model.model);
    model.text.files.writeOwnTo(building.path());
    building.commit();
    return {
        {"out", options.out}, {"combination", options.combination}, {"r", std::get<LoraConfig>(combined.config()).r}};
}

std::vector<std::vector<TokenId>> readPrompts(const std::string& file, const Tokenizer& tokenizer) {
    std::vector<std::vector<TokenId>> prompts;
    std::istringstream lines(readFile(file));
    for (std::string line; std::getline(lines, line);)
        if (!line.empty()) prompts.push_back(tokenizer.encode(line, SpecialTokens::Add).ids);
    if (prompts.empty())
        throw Error{ErrorKind::BadFile, file + " holds no prompt.", "Write one prompt a line.", {{"file", file}}};
    return prompts;
}

void report(const Json& result, const Session& session) {
    if (session.json) return session.output.line(result);
    for (const auto& [key, value] : result.items())
        session.output.line(key + ": " + (value.is_string() ? value.get<std::string>() : toLine(value)));
}

void run(const Options& options, const Session& session) {
    refuseFilled(options.out);
    ModelOptions loading = options.model;
    loading.dtype = "auto"; // the base as it is stored; --dtype is what gets written
    const OpenModel model = openModel(loading);
    const std::string dtype = options.model.dtype == "auto" ? model.model->architecture().dtype : options.model.dtype;
    const WeightedAdapters adapters = weighted(model, options);
    if (session.json) session.output.line(Json{{"type", "progress"}, {"phase", "merging"}, {"done", 0}, {"total", 1}});
    if (!options.combination.empty()) return report(writeCombined(model, adapters, options), session);
    mergeToFolder(*model.model, adapters,
                  {.out = options.out,
                   .dtype = scalarType(dtype),
                   .maxShardBytes = parseSize(options.maxShardSize),
                   .addFiles = [&](const auto& folder) { model.text.files.writeTo(folder); }});
    Json result = {{"out", options.out}, {"dtype", dtype}};
    if (!options.prompts.empty()) {
        const ExportProof proof = proveExport(*model.model, attached(adapters), options.out,
                                              readPrompts(options.prompts, *model.text.tokenizer), model.compute);
        result["top1_agreement"] = proof.top1Agreement;
        result["max_logprob_gap"] = proof.maxLogprobGap;
        result["positions"] = proof.positions;
    }
    report(result, session);
}

} // namespace

void addMerge(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(app, "merge");
    options->model.addTo(*verb);
    verb->add_option("--weights", options->weights, "Of each adapter, in their order; without it the strength");
    verb->add_option("--combination", options->combination,
                     "Write one LoRA instead of a model: cat is exactly the sum, linear as small as one of them")
        ->check(CLI::IsMember({"linear", "cat"}));
    verb->add_option("--out", options->out, "New or empty folder")->required();
    verb->add_option("--max-shard-size", options->maxShardSize, "5GB, 700MB, 2GiB ...")->capture_default_str();
    verb->add_option("--prove", options->prompts, "Text file, one prompt a line: compare attached with written");
    verb->callback([options, &session] { run(*options, session); });
}

} // namespace fettle::engine

#include "app/engine/model_options.h"
#include "app/engine/session.h"
#include "core/base/files.h"
#include "core/export/merge_folder.h"
#include "core/export/proof.h"
#include "core/weights/model_folder.h"

#include <sstream>

namespace fettle::engine {

namespace {

struct Options {
    ModelOptions model;
    std::string out, maxShardSize = "5GB", prompts;
};

std::vector<std::vector<TokenId>> readPrompts(const std::string& file, const Tokenizer& tokenizer) {
    std::vector<std::vector<TokenId>> prompts;
    std::istringstream lines(readFile(file));
    for (std::string line; std::getline(lines, line);)
        if (!line.empty()) prompts.push_back(tokenizer.encode(line, SpecialTokens::Add).ids);
    if (prompts.empty())
        throw Error{ErrorKind::BadFile, file + " holds no prompt.", "Write one prompt a line.", {{"file", file}}};
    return prompts;
}

void run(const Options& options, const Session& session) {
    refuseFilled(options.out);
    ModelOptions loading = options.model;
    loading.dtype = "auto"; // the base as it is stored; --dtype is what gets written
    const OpenModel model = openModel(loading);
    const std::string dtype = options.model.dtype == "auto" ? model.model->architecture().dtype : options.model.dtype;
    std::vector<std::pair<const Adapter*, double>> adapters;
    for (const Adapter& adapter : model.adapters)
        adapters.emplace_back(&adapter, options.model.strength);
    if (session.json) session.output.line(Json{{"type", "progress"}, {"phase", "merging"}, {"done", 0}, {"total", 1}});
    mergeToFolder(*model.model, adapters,
                  {.out = options.out,
                   .dtype = scalarType(dtype),
                   .maxShardBytes = parseSize(options.maxShardSize),
                   .addFiles = [&](const auto& folder) { model.text.files.writeTo(folder); }});
    Json result = {{"out", options.out}, {"dtype", dtype}};
    if (!options.prompts.empty()) {
        const ExportProof proof = proveExport(*model.model, model.adapterSet(options.model.strength), options.out,
                                              readPrompts(options.prompts, *model.text.tokenizer), model.compute);
        result["top1_agreement"] = proof.top1Agreement;
        result["max_logprob_gap"] = proof.maxLogprobGap;
        result["positions"] = proof.positions;
    }
    if (session.json) return session.output.line(result);
    for (const auto& [key, value] : result.items())
        session.output.line(key + ": " + (value.is_string() ? value.get<std::string>() : toLine(value)));
}

} // namespace

void addMerge(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(app, "merge");
    options->model.addTo(*verb);
    verb->add_option("--out", options->out, "New or empty folder")->required();
    verb->add_option("--max-shard-size", options->maxShardSize, "5GB, 700MB, 2GiB ...")->capture_default_str();
    verb->add_option("--prove", options->prompts, "Text file, one prompt a line: compare attached with written");
    verb->callback([options, &session] { run(*options, session); });
}

} // namespace fettle::engine

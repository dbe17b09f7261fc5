#include "app/engine/model_options.h"
#include "app/engine/session.h"
#include "core/base/files.h"
#include "core/export/gguf.h"
#include "core/export/gguf_adapter.h"
#include "core/export/modelfile.h"
#include "core/library/gguf/vocabulary.h"

namespace fettle::engine {

namespace {

struct Options {
    ModelOptions model;
    std::string out, type = "f16", name;
    bool isAdapterOnly = false;
};

// What ends an answer, as far as the tokenizer has it: some configurations name ids of another one.
std::vector<TokenId> knownStopIds(const TextSide& text) {
    std::vector<TokenId> ids = text.turnStopIds;
    std::erase_if(ids, [&](TokenId id) { return id < 0 || id >= text.tokenizer->size(); });
    return ids;
}

std::vector<std::string> stopTexts(const TextSide& text) {
    std::vector<std::string> stops;
    for (const TokenId id : knownStopIds(text))
        stops.push_back(text.tokenizer->decode(std::vector{id}, SpecialText::Keep));
    return stops;
}

GgufFields vocabularyFields(const OpenModel& model) {
    const TextSide& text = model.text;
    const TokenizerFiles files =
        text.tokenizerFolder.empty() ? model.base->tokenizerFiles() : TokenizerFiles::of(text.tokenizerFolder);
    GgufVocabulary vocabulary = vocabularyOf(files, model.model->architecture().vocabSize);
    for (const TokenId id : knownStopIds(text))
        if (!vocabulary.eos)
            vocabulary.eos = id;
        else if (id != vocabulary.eos)
            vocabulary.eot = id;
    if (text.chatTemplate) vocabulary.chatTemplate = text.chatTemplate->source();
    return fieldsOf(vocabulary);
}

std::filesystem::path modelfileOf(const std::filesystem::path& out) {
    return std::filesystem::path(out).replace_extension(".Modelfile");
}

std::string nameOf(const Options& options) {
    if (!options.name.empty()) return options.name;
    const auto model = std::filesystem::absolute(options.model.model).lexically_normal();
    return model.has_filename() ? model.stem().string() : model.parent_path().filename().string();
}

void show(Json result, const std::string& out, const Session& session) {
    result["out"] = out;
    result["file_bytes"] = std::filesystem::file_size(out);
    if (session.json) return session.output.line(result);
    for (const auto& [key, value] : result.items())
        session.output.line(key + ": " + (value.is_string() ? value.get<std::string>() : toLine(value)));
}

Json writeAdapter(const Options& options, const OpenModel& model) {
    if (model.adapters.size() != 1)
        throw Error{ErrorKind::BadUsage, "--adapter-only writes one adapter by itself.", "Name one with --adapter."};
    exportGgufAdapter(*model.model, model.adapters.front(), options.model.strength, options.out);
    return {{"type", "lora"}};
}

Json writeModel(const Options& options, const OpenModel& model, const Session& session) {
    refuseExistingFile(modelfileOf(options.out));
    std::vector<std::pair<const Adapter*, double>> adapters;
    for (const Adapter& adapter : model.adapters)
        adapters.emplace_back(&adapter, options.model.strength);
    exportGguf(*model.model, adapters,
               {.out = options.out,
                .type = options.type,
                .name = nameOf(options),
                .vocabulary = vocabularyFields(model),
                .progress = progressLines(session, "exporting")});
    const std::string file = std::filesystem::path(options.out).filename().string();
    const Json& specialTokens = model.text.tokenizer->specialTokens();
    writeFileAtomically(modelfileOf(options.out),
                        ollamaModelfile(file, model.text.chatTemplate, specialTokens, stopTexts(model.text)));
    return {{"type", options.type}, {"modelfile", modelfileOf(options.out).string()}};
}

void run(const Options& options, const Session& session) {
    refuseExistingFile(options.out);
    if (const auto folder = std::filesystem::absolute(options.out).parent_path(); !folder.empty()) makeFolder(folder);
    ModelOptions loading = options.model;
    loading.device = "cpu";
    loading.dtype = "auto"; // the base as it is stored
    const OpenModel model = openModel(loading);
    show(options.isAdapterOnly ? writeAdapter(options, model) : writeModel(options, model, session), options.out,
         session);
}

} // namespace

void addExport(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(app, "export");
    options->model.addTo(*verb);
    verb->add_option("--out", options->out, "New file, FILE.gguf; an Ollama Modelfile is written beside it")
        ->required();
    verb->add_option("--type", options->type, "How the matrices are kept: f32, f16, bf16, q8_0 or q4_k_m")
        ->check(CLI::IsMember(std::vector<std::string>(kGgufTypes.begin(), kGgufTypes.end())))
        ->capture_default_str();
    verb->add_option("--name", options->name, "What the file calls the model (default: the model folder's name)");
    verb->add_flag("--adapter-only", options->isAdapterOnly,
                   "The LoRA by itself, which llama.cpp's --lora loads beside a file of its base");
    verb->callback([options, &session] { run(*options, session); });
}

} // namespace fettle::engine

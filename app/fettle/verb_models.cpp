#include "app/common/table.h"
#include "app/fettle/verbs.h"
#include "core/library/found_models.h"
#include "core/library/usual_folders.h"

namespace fettle::cli {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> existing(const std::vector<std::string>& folders) {
    for (const std::string& folder : folders)
        if (!fs::is_directory(folder))
            throw Error{ErrorKind::FileNotFound, folder + " is not a folder.", "Check the path.", {{"file", folder}}};
    return {folders.begin(), folders.end()};
}

std::string reasonOf(const FoundModel& model) {
    return model.problem ? model.problem->message : std::string();
}

Json toJson(const FoundModel& model) {
    Json json = {{"name", model.name}, {"path", model.path.string()}, {"usable", !model.problem}};
    if (model.architecture)
        json.update({{"family", model.architecture->family},
                     {"parameters", model.parameters},
                     {"dtype", model.architecture->dtype},
                     {"max_positions", model.architecture->maxPositions}});
    json.update(
        {{"file_bytes", model.fileBytes}, {"chat_template", model.hasChatTemplate}, {"problem", reasonOf(model)}});
    return json;
}

std::vector<std::string> rowOf(const FoundModel& model) {
    const bool isKnown = model.architecture.has_value();
    return {model.name,
            isKnown ? model.architecture->family : "",
            isKnown ? countText(model.parameters) : "",
            isKnown ? countText(model.architecture->maxPositions) : "",
            sizeText(model.fileBytes),
            model.hasChatTemplate ? "yes" : "no",
            model.path.string(),
            reasonOf(model)};
}

void run(const std::vector<std::string>& folders, const Session& session) {
    const std::vector<FoundModel> models = findModels(folders.empty() ? usualModelFolders() : existing(folders));
    if (session.json) {
        Json list = Json::array();
        for (const FoundModel& model : models)
            list.push_back(toJson(model));
        return session.output.line(Json{{"models", list}});
    }
    Table table({"NAME", "FAMILY", "PARAMETERS", "CONTEXT", "FILES", "CHAT", "PATH", "PROBLEM"});
    for (const FoundModel& model : models)
        table.row(rowOf(model));
    session.output.text(table.text());
}

} // namespace

void addModels(CLI::App& app, Session& session) {
    auto folders = std::make_shared<std::vector<std::string>>();
    CLI::App* verb = app.add_subcommand("models", "Base models found, with facts and why one cannot be used");
    verb->add_option("FOLDER", *folders,
                     "Where to look; else Fettle's models, the Hugging Face cache, LM Studio's and Ollama's models");
    verb->callback([folders, &session] { run(*folders, session); });
}

} // namespace fettle::cli

#include "app/common/table.h"
#include "app/fettle/download_progress.h"
#include "app/fettle/verbs.h"
#include "core/hub/get_repo.h"

namespace fettle::cli {

namespace {

struct Options {
    GetOrder order;
    bool isDataset = false;
};

std::uint64_t bytesOf(const GotRepo& got) {
    std::uint64_t bytes = 0;
    for (const HubFile& file : got.files)
        bytes += file.size;
    return bytes;
}

Json toJson(const GotRepo& got, const HubRepo& repo) {
    Json files = Json::array();
    for (const HubFile& file : got.files)
        files.push_back(file.path);
    return {{"repo", repo.name},
            {"revision", repo.revision},
            {"commit", got.commit},
            {"path", got.snapshot.string()},
            {"files", files},
            {"bytes", bytesOf(got)},
            {"downloaded", got.downloaded}};
}

// What the next command takes: a model's name, a data set's files.
std::string textOf(const GotRepo& got, const HubRepo& repo) {
    std::string text = repo.name + ": " + countText(static_cast<std::int64_t>(got.files.size())) + " files, " +
                       sizeText(bytesOf(got)) + " (" + sizeText(got.downloaded) + " downloaded)\n";
    if (repo.kind == RepoKind::Model) return text + got.snapshot.string() + "\n";
    for (const HubFile& file : got.files)
        text += (got.snapshot / file.path).string() + "\n";
    return text;
}

void run(const GetOrder& order, const Session& session) {
    DownloadProgress progress(session);
    const GotRepo got = getRepo(
        order, hubSettings(), {.progress = [&](std::int64_t done, std::int64_t total) { progress.show(done, total); }});
    progress.end();
    if (session.json)
        session.output.line(toJson(got, order.repo));
    else
        session.output.text(textOf(got, order.repo));
}

} // namespace

void addGet(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* verb = app.add_subcommand("get", "Download a model or a data set from the hub, or go on with it");
    verb->add_option("OWNER/NAME", options->order.repo.name, "The repository on the hub")->required();
    verb->add_option("--revision", options->order.repo.revision, "A branch, a tag or a commit")->capture_default_str();
    auto* dataset = verb->add_flag("--dataset", options->isDataset, "It is a data set");
    verb->add_option("--subset", options->order.part.subset, "One of its subsets (configs)")->needs(dataset);
    verb->add_option("--split", options->order.part.split, "train, validation, test ...; else all")->needs(dataset);
    verb->footer("Obeys HF_ENDPOINT, HF_TOKEN, HF_HOME, HF_HUB_CACHE and HF_HUB_OFFLINE.");
    verb->callback([options, &session] {
        if (options->isDataset) options->order.repo.kind = RepoKind::Dataset;
        run(options->order, session);
    });
}

} // namespace fettle::cli

#include "core/library/base_model.h"

#include "core/base/resources.h"
#include "core/hub/hub_repo.h"
#include "core/library/folder_model.h"
#include "core/library/gguf/gguf_model.h"
#include "core/library/hub_model.h"

namespace fettle {

namespace {

// Each opens what it knows, and gives nothing for the rest.
constexpr std::shared_ptr<const BaseModel> (*kKinds[])(const std::filesystem::path&) = {openFolderModel, openGgufModel,
                                                                                        openHubModel};

} // namespace

std::optional<ChatTemplate> BaseModel::chatTemplate() const {
    const std::string source = chatTemplateSource();
    return source.empty() ? std::nullopt : std::optional(ChatTemplate::parse(source));
}

std::shared_ptr<const BaseModel> BaseModel::open(const std::string& nameOrPath) {
    const std::filesystem::path path =
        nameOrPath == "pocket" ? resourceFolder() / "pocket" : std::filesystem::path(nameOrPath);
    for (const auto& openKind : kKinds)
        if (auto model = openKind(path)) return model;
    const bool isOfHub = nameOrPath.find('/') != std::string::npos && isRepoName(nameOrPath);
    throw Error{ErrorKind::FileNotFound,
                "There is no model folder " + path.string() + (isOfHub ? ", nor is it in the hub's cache." : "."),
                isOfHub ? "Fetch it with: fettle get " + nameOrPath
                        : "Name the folder that holds config.json, a GGUF file, or pocket.",
                {{"file", path.string()}}};
}

} // namespace fettle

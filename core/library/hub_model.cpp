#include "core/library/hub_model.h"

#include "core/hub/repo_folder.h"
#include "core/library/folder_model.h"

namespace fettle {

std::shared_ptr<const BaseModel> openHubModel(const std::filesystem::path& name) {
    const auto snapshot = findModelSnapshot(name.string());
    return snapshot ? openFolderModel(*snapshot) : nullptr;
}

} // namespace fettle

#include "core/weights/model_folder.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/mapped_file.h"

namespace fettle {

namespace fs = std::filesystem;

namespace {

NamedTensors cast(const NamedTensors& tensors, at::ScalarType dtype) {
    NamedTensors result;
    for (const auto& [name, tensor] : tensors)
        result.emplace_back(name, tensor.detach().to(dtype));
    return result;
}

} // namespace

void refuseFilled(const fs::path& folder) {
    if (fs::exists(folder) && !fs::is_empty(folder))
        throw Error{ErrorKind::AlreadyExists,
                    folder.string() + " is not empty.",
                    "Choose a new folder.",
                    {{"file", folder.string()}}};
}

void writeModelFolder(const fs::path& folder, const Architecture& architecture, const NamedTensors& tensors,
                      at::ScalarType dtype, std::int64_t maxShardBytes,
                      const std::function<void(const fs::path& folder)>& addFiles) {
    refuseFilled(folder);
    AtomicFolder building(folder);
    writeModelTensors(building.path(), cast(tensors, dtype), maxShardBytes);
    writeJson(building.path() / "config.json", configJson(architecture, dtypeName(dtype)));
    if (addFiles) addFiles(building.path());
    refuseChangedFiles();
    building.commit();
}

} // namespace fettle

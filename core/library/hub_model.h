#pragma once

#include "core/library/base_model.h"

namespace fettle {

// "owner/name": the snapshot that the cache of huggingface_hub holds. nullptr where there is none; asks nobody.
[[nodiscard]] std::shared_ptr<const BaseModel> openHubModel(const std::filesystem::path& name);

} // namespace fettle

#pragma once

#include <filesystem>
#include <string>

namespace fettle {

// Where the hub is, who asks and where its files are kept: what huggingface_hub reads from the environment
// (constants.py, utils/_auth.py), so that both share one cache.
struct HubSettings {
    std::string endpoint = "https://huggingface.co"; // HF_ENDPOINT; no slash at its end
    std::string token;                               // HF_TOKEN, else the file HF_TOKEN_PATH; empty: none
    std::filesystem::path cache;                     // HF_HUB_CACHE, else HF_HOME/hub
    bool isOffline = false;                          // HF_HUB_OFFLINE
};

[[nodiscard]] HubSettings hubSettings();

// HF_HUB_CACHE, else HF_HOME/hub, else ~/.cache/huggingface/hub ($XDG_CACHE_HOME); needs no file.
[[nodiscard]] std::filesystem::path hubCacheFolder();

} // namespace fettle

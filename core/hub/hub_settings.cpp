#include "core/hub/hub_settings.h"

#include "core/base/files.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <initializer_list>

namespace fettle {

namespace fs = std::filesystem;

namespace {

// The first of them that is set and not empty.
std::string environment(std::initializer_list<const char*> names) {
    for (const char* name : names)
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0') return value;
    return {};
}

bool isTrue(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::toupper(c); });
    return text == "1" || text == "ON" || text == "YES" || text == "TRUE";
}

// "~/x" below the home folder.
fs::path expanded(const std::string& path) {
    return path == "~" || path.starts_with("~/") ? fs::path(environment({"HOME"}) + path.substr(1)) : fs::path(path);
}

fs::path hubHome() {
    if (const std::string home = environment({"HF_HOME"}); !home.empty()) return expanded(home);
    if (const std::string caches = environment({"XDG_CACHE_HOME"}); !caches.empty())
        return expanded(caches) / "huggingface";
    return fs::path(environment({"HOME"})) / ".cache/huggingface";
}

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first);
}

std::string tokenInFile() {
    const std::string named = environment({"HF_TOKEN_PATH"});
    const fs::path file = named.empty() ? hubHome() / "token" : expanded(named);
    std::error_code code;
    return fs::exists(file, code) ? trimmed(readFile(file)) : "";
}

std::string hubToken() {
    if (const std::string token = trimmed(environment({"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"})); !token.empty())
        return token;
    return isTrue(environment({"HF_HUB_DISABLE_IMPLICIT_TOKEN"})) ? "" : tokenInFile();
}

} // namespace

fs::path hubCacheFolder() {
    const std::string cache = environment({"HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"});
    return cache.empty() ? hubHome() / "hub" : expanded(cache);
}

HubSettings hubSettings() {
    HubSettings settings{.token = hubToken(),
                         .cache = hubCacheFolder(),
                         .isOffline = isTrue(environment({"HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"}))};
    if (const std::string endpoint = environment({"HF_ENDPOINT"}); !endpoint.empty()) settings.endpoint = endpoint;
    while (settings.endpoint.ends_with('/'))
        settings.endpoint.pop_back();
    return settings;
}

} // namespace fettle

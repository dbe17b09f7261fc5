#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <string>

namespace fettle {

// Reads keys of a config.json with bounds; absent and null mean the given default. Error{BadModel} naming the key.
class ConfigReader {
public:
    explicit ConfigReader(const Json& config);

    [[nodiscard]] bool has(const char* key) const;    // present and not null
    [[nodiscard]] bool isNull(const char* key) const; // present and null
    [[nodiscard]] std::int64_t count(const char* key, std::int64_t fallback, std::int64_t least = 1) const;
    [[nodiscard]] double number(const char* key, double fallback) const;
    [[nodiscard]] bool flag(const char* key, bool fallback) const;
    [[nodiscard]] std::string text(const char* key, const std::string& fallback) const;
    [[nodiscard]] const Json& at(const char* key) const { return m_config.at(key); }

private:
    const Json& m_config;
};

} // namespace fettle

#include "core/source/config_reader.h"

#include <cmath>

namespace fettle {

namespace {

constexpr std::int64_t kMostOfAnything = std::int64_t{1} << 31; // no dimension of a real model comes near

[[noreturn]] void refuse(const char* key, const std::string& reason) {
    throw Error{ErrorKind::BadModel,
                "config.json: \"" + std::string(key) + "\" " + reason + ".",
                "The file is damaged or not a decoder's; download the model again.",
                {{"key", key}}};
}

} // namespace

ConfigReader::ConfigReader(const Json& config) : m_config(config) {
    if (!config.is_object())
        throw Error{ErrorKind::BadModel, "config.json is not a JSON object.", "Download the model again."};
}

bool ConfigReader::has(const char* key) const {
    const auto found = m_config.find(key);
    return found != m_config.end() && !found->is_null();
}

bool ConfigReader::isNull(const char* key) const {
    const auto found = m_config.find(key);
    return found != m_config.end() && found->is_null();
}

std::int64_t ConfigReader::count(const char* key, std::int64_t fallback, std::int64_t least) const {
    if (!has(key)) return fallback;
    const Json& value = m_config.at(key);
    if (!value.is_number_integer()) refuse(key, "is not a whole number");
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(kMostOfAnything))
        refuse(key, "is too large");
    const auto number = value.get<std::int64_t>();
    if (number < least || number > kMostOfAnything) refuse(key, "is out of range: " + std::to_string(number));
    return number;
}

double ConfigReader::number(const char* key, double fallback) const {
    if (!has(key)) return fallback;
    const Json& value = m_config.at(key);
    if (!value.is_number() || !std::isfinite(value.get<double>())) refuse(key, "is not a number");
    return value.get<double>();
}

bool ConfigReader::flag(const char* key, bool fallback) const {
    if (!has(key)) return fallback;
    if (!m_config.at(key).is_boolean()) refuse(key, "is neither true nor false");
    return m_config.at(key).get<bool>();
}

std::string ConfigReader::text(const char* key, const std::string& fallback) const {
    if (!has(key)) return fallback;
    if (!m_config.at(key).is_string()) refuse(key, "is not a text");
    return m_config.at(key).get<std::string>();
}

} // namespace fettle

#include "core/source/gguf/gguf_metadata.h"

#include <cmath>
#include <cstring>
#include <limits>

namespace fettle {

namespace {

template <class T>
T valueAt(std::span<const std::byte> file, std::size_t at) {
    T value;
    std::memcpy(&value, file.data() + at, sizeof value);
    return value;
}

// Calls `use` with the number as C++ has it; false for a type that is no number.
template <class Use>
bool withNumber(std::span<const std::byte> file, GgufType type, std::size_t at, const Use& use) {
    switch (type) {
    case GgufType::U8:
        return use(valueAt<std::uint8_t>(file, at)), true;
    case GgufType::I8:
        return use(valueAt<std::int8_t>(file, at)), true;
    case GgufType::U16:
        return use(valueAt<std::uint16_t>(file, at)), true;
    case GgufType::I16:
        return use(valueAt<std::int16_t>(file, at)), true;
    case GgufType::U32:
        return use(valueAt<std::uint32_t>(file, at)), true;
    case GgufType::I32:
        return use(valueAt<std::int32_t>(file, at)), true;
    case GgufType::U64:
        return use(valueAt<std::uint64_t>(file, at)), true;
    case GgufType::I64:
        return use(valueAt<std::int64_t>(file, at)), true;
    case GgufType::F32:
        return use(valueAt<float>(file, at)), true;
    case GgufType::F64:
        return use(valueAt<double>(file, at)), true;
    case GgufType::Bool:
    case GgufType::Text:
    case GgufType::Array:
        return false;
    }
    return false;
}

std::string textAt(std::span<const std::byte> file, std::size_t at) {
    const auto length = static_cast<std::size_t>(valueAt<std::uint64_t>(file, at));
    return {reinterpret_cast<const char*>(file.data()) + at + sizeof(std::uint64_t), length};
}

} // namespace

std::size_t widthOf(GgufType type) {
    switch (type) {
    case GgufType::U8:
    case GgufType::I8:
    case GgufType::Bool:
        return 1;
    case GgufType::U16:
    case GgufType::I16:
        return 2;
    case GgufType::U32:
    case GgufType::I32:
    case GgufType::F32:
        return 4;
    case GgufType::U64:
    case GgufType::I64:
    case GgufType::F64:
        return 8;
    case GgufType::Text:
    case GgufType::Array:
        return 0;
    }
    return 0;
}

GgufMetadata::GgufMetadata(std::span<const std::byte> file, std::string what) : m_file(file), m_what(std::move(what)) {}

bool GgufMetadata::add(std::string key, const GgufPlace& place) {
    return m_places.emplace(std::move(key), place).second;
}

const GgufPlace* GgufMetadata::find(const std::string& key) const {
    const auto found = m_places.find(key);
    return found == m_places.end() ? nullptr : &found->second;
}

void GgufMetadata::refuse(const std::string& key, const char* expected) const {
    throw Error{ErrorKind::BadFile,
                m_what + ": \"" + key + "\" is no " + expected + ".",
                "Download the file again, or choose another one.",
                {{"file", m_what}, {"key", key}}};
}

std::optional<std::int64_t> GgufMetadata::whole(const std::string& key) const {
    const auto value = number(key);
    if (value && (std::floor(*value) != *value || std::abs(*value) > 0x1p53)) refuse(key, "whole number");
    return value ? std::optional(static_cast<std::int64_t>(*value)) : std::nullopt;
}

std::optional<double> GgufMetadata::number(const std::string& key) const {
    const GgufPlace* place = find(key);
    if (place == nullptr) return std::nullopt;
    double value = 0;
    if (!withNumber(m_file, place->type, place->at, [&](auto read) { value = static_cast<double>(read); }) ||
        !std::isfinite(value))
        refuse(key, "number");
    return value;
}

std::optional<bool> GgufMetadata::flag(const std::string& key) const {
    const GgufPlace* place = find(key);
    if (place == nullptr) return std::nullopt;
    if (place->type != GgufType::Bool) refuse(key, "flag");
    return m_file[place->at] != std::byte{0};
}

std::optional<std::string> GgufMetadata::text(const std::string& key) const {
    const GgufPlace* place = find(key);
    if (place == nullptr) return std::nullopt;
    if (place->type != GgufType::Text) refuse(key, "text");
    return textAt(m_file, place->at);
}

bool GgufMetadata::isList(const std::string& key) const {
    const GgufPlace* place = find(key);
    return place != nullptr && place->type == GgufType::Array;
}

const GgufPlace* GgufMetadata::list(const std::string& key) const {
    const GgufPlace* place = find(key);
    if (place != nullptr && place->type != GgufType::Array) refuse(key, "list");
    return place;
}

std::uint64_t GgufMetadata::listSize(const std::string& key) const {
    const GgufPlace* place = list(key);
    return place == nullptr ? 0 : place->count;
}

std::vector<std::string> GgufMetadata::texts(const std::string& key) const {
    const GgufPlace* place = list(key);
    std::vector<std::string> all;
    if (place == nullptr) return all;
    if (place->element != GgufType::Text) refuse(key, "list of texts");
    all.reserve(place->count);
    std::size_t at = place->at;
    for (std::uint64_t i = 0; i < place->count; ++i) {
        all.push_back(textAt(m_file, at));
        at += sizeof(std::uint64_t) + all.back().size();
    }
    return all;
}

std::vector<double> GgufMetadata::numbers(const std::string& key) const {
    const GgufPlace* place = list(key);
    std::vector<double> all;
    if (place == nullptr) return all;
    const GgufType type = place->element == GgufType::Bool ? GgufType::U8 : place->element;
    if (widthOf(type) == 0) refuse(key, "list of numbers");
    all.reserve(place->count);
    for (std::uint64_t i = 0; i < place->count; ++i)
        (void)withNumber(m_file, type, place->at + i * widthOf(type),
                         [&](auto read) { all.push_back(static_cast<double>(read)); });
    return all;
}

} // namespace fettle

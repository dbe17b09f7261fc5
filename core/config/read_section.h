#pragma once

#include "core/base/translate.h"
#include "core/config/read_values.h"
#include "core/config/value_errors.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace fettle {

inline void read(const Json& json, const Place& place, std::variant<std::string, std::vector<std::string>>& out);
template <Section T>
void read(const Json& json, const Place& place, T& out);
template <class T>
void read(const Json& json, const Place& place, std::optional<T>& out);

template <class T>
void read(const Json& json, const Place& place, std::vector<std::pair<std::string, T>>& out);

template <class T>
void read(const Json& json, const Place& place, std::vector<T>& out) {
    if (!json.is_array()) throwWrongType(place.path, FETTLE_TR("a list"), json);
    out.assign(json.size(), T{});
    for (std::size_t i = 0; i < out.size(); ++i)
        read(json[i], place.element("[" + std::to_string(i) + "]"), out[i]);
}

template <class T, std::size_t size>
void read(const Json& json, const Place& place, std::array<T, size>& out) {
    if (!json.is_array() || json.size() != size)
        throwWrongType(place.path, "a list of " + std::to_string(size) + " numbers", json);
    for (std::size_t i = 0; i < size; ++i)
        read(json[i], place.element("[" + std::to_string(i) + "]"), out[i]);
}

template <class T>
void read(const Json& json, const Place& place, std::map<std::string, T>& out) {
    if (!json.is_object()) throwWrongType(place.path, FETTLE_TR("an object"), json);
    out.clear();
    for (const auto& [key, value] : json.items())
        read(value, place.element("." + key), out[key]);
}

template <class T>
void read(const Json& json, const Place& place, std::vector<std::pair<std::string, T>>& out) {
    if (!json.is_object()) throwWrongType(place.path, FETTLE_TR("an object"), json);
    out.clear();
    for (const auto& [key, value] : json.items())
        read(value, place.element("." + key), out.emplace_back(key, T{}).second);
}

inline void read(const Json& json, const Place& place, std::variant<std::string, std::vector<std::string>>& out) {
    if (!json.is_string() && !json.is_array()) throwWrongType(place.path, FETTLE_TR("a text or a list of texts"), json);
    if (json.is_string())
        read(json, place, out.emplace<std::string>());
    else
        read(json, place, out.emplace<std::vector<std::string>>());
}

template <class T>
void read(const Json& json, const Place& place, std::optional<T>& out) {
    out.reset();
    if (!json.is_null()) read(json, place, out.emplace());
}

// Fills one section from one JSON object; what the object leaves out keeps its value.
class SectionReader {
public:
    SectionReader(const Json& object, std::string path, DescribeAll describe)
        : m_object(object), m_path(std::move(path)), m_describe(describe) {
        if (!object.is_object())
            throwWrongType(m_path.empty() ? "the configuration" : m_path, FETTLE_TR("an object"), object);
    }

    template <class T>
    void operator()(const FieldInfo& info, T& member) {
        if (const Json* value = take(info.key)) read(*value, Place{pathOf(info.key), info, m_describe}, member);
    }

    template <class... Kinds>
    void tag(const FieldInfo& info, std::variant<Kinds...>& tagged) {
        const Json* value = take(info.key);
        if (value == nullptr) return;
        std::string name;
        read(*value, Place{pathOf(info.key), info, m_describe}, name);
        checkChoice(pathOf(info.key), kindNames(tagged), name);
        ((name == kKindName<Kinds> ? void(tagged.template emplace<Kinds>()) : void()), ...);
    }

    template <class... Kinds>
    void alternative(std::variant<Kinds...>& tagged) {
        m_kind = kindName(tagged);
        std::visit([this](auto& own) { fields(*this, own); }, tagged);
    }

    void refuseUnknownKeys() const {
        for (const auto& item : m_object.items())
            if (std::ranges::find(m_known, item.key()) == m_known.end())
                throwUnknownKey(pathOf(item.key()), m_kind, m_describe());
    }

private:
    const Json* take(std::string_view key) {
        m_known.emplace_back(key);
        const auto found = m_object.find(m_known.back());
        return found == m_object.end() ? nullptr : &*found;
    }
    [[nodiscard]] std::string pathOf(std::string_view key) const {
        return m_path.empty() ? std::string(key) : m_path + "." + std::string(key);
    }

    const Json& m_object;
    std::string m_path;
    DescribeAll m_describe;
    std::string m_kind; // the alternative chosen here, if the section has any
    std::vector<std::string> m_known;
};

template <Section T>
void read(const Json& json, const Place& place, T& out) {
    SectionReader reader(json, place.path, place.describe);
    fields(reader, out);
    reader.refuseUnknownKeys();
}

} // namespace fettle

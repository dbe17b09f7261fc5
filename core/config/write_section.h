#pragma once

#include "core/base/json.h"
#include "core/config/field_info.h"

namespace fettle {

// Any value of a configuration as JSON; a section becomes an object in the order of its fields().
template <class T>
[[nodiscard]] Json toJsonValue(const T& value);

class SectionWriter {
public:
    template <class T>
    void operator()(const FieldInfo& info, const T& member) {
        m_object[std::string(info.key)] = toJsonValue(member);
    }
    template <class T>
    void tag(const FieldInfo& info, const T& tagged) {
        m_object[std::string(info.key)] = kindName(tagged);
    }
    template <class T>
    void alternative(const T& tagged) {
        std::visit([this](const auto& own) { fields(*this, own); }, tagged);
    }
    [[nodiscard]] const Json& object() const { return m_object; }

private:
    Json m_object = Json::object();
};

template <class T>
inline constexpr bool kIsOptional = false;
template <class T>
inline constexpr bool kIsOptional<std::optional<T>> = true;

template <class T>
inline constexpr bool kIsSectionList = false;
template <Section T>
inline constexpr bool kIsSectionList<std::vector<T>> = true;

template <class T>
inline constexpr bool kIsOrderedMap = false;
template <class T>
inline constexpr bool kIsOrderedMap<std::vector<std::pair<std::string, T>>> = true;

template <class T>
Json toJsonValue(const T& value) {
    if constexpr (Section<const T>) {
        SectionWriter writer;
        fields(writer, value);
        return writer.object();
    } else if constexpr (kIsOptional<T>) {
        return value ? toJsonValue(*value) : Json();
    } else if constexpr (kIsSectionList<T>) {
        Json list = Json::array();
        for (const auto& element : value)
            list.push_back(toJsonValue(element));
        return list;
    } else if constexpr (kIsOrderedMap<T>) {
        Json object = Json::object();
        for (const auto& [key, element] : value)
            object[key] = element;
        return object;
    } else if constexpr (requires { value.valueless_by_exception(); }) {
        return std::visit([](const auto& own) { return Json(own); }, value);
    } else {
        return Json(value);
    }
}

} // namespace fettle

#pragma once

#include "core/config/write_section.h"

namespace fettle {

template <class T>
struct TypeName;
template <>
struct TypeName<bool> {
    static constexpr const char* kText = "boolean";
};
template <>
struct TypeName<std::int64_t> {
    static constexpr const char* kText = "integer";
};
template <>
struct TypeName<std::uint64_t> {
    static constexpr const char* kText = "integer";
};
template <>
struct TypeName<double> {
    static constexpr const char* kText = "number";
};
template <>
struct TypeName<std::string> {
    static constexpr const char* kText = "string";
};
template <>
struct TypeName<Json> {
    static constexpr const char* kText = "object";
};
template <>
struct TypeName<std::vector<std::string>> {
    static constexpr const char* kText = "list of strings";
};
template <>
struct TypeName<std::vector<std::int64_t>> {
    static constexpr const char* kText = "list of integers";
};
template <>
struct TypeName<std::vector<double>> {
    static constexpr const char* kText = "list of numbers";
};
template <>
struct TypeName<std::array<double, 2>> {
    static constexpr const char* kText = "two numbers";
};
template <>
struct TypeName<std::variant<std::string, std::vector<std::string>>> {
    static constexpr const char* kText = "string or list of strings";
};
template <class T>
struct TypeName<std::optional<T>> : TypeName<T> {};
template <>
struct TypeName<std::map<std::string, std::string>> {
    static constexpr const char* kText = "map of strings";
};
template <>
struct TypeName<std::vector<std::pair<std::string, std::int64_t>>> {
    static constexpr const char* kText = "map of integers";
};
template <>
struct TypeName<std::vector<std::pair<std::string, double>>> {
    static constexpr const char* kText = "map of numbers";
};
template <Section T>
struct TypeName<T> {
    static constexpr const char* kText = "section";
};
template <Section T>
struct TypeName<std::vector<T>> {
    static constexpr const char* kText = "list of sections";
};

// Lists the fields below one path, every alternative included.
class Describer {
public:
    explicit Describer(Json& list) : m_list(list) {}

    template <class T>
    void operator()(const FieldInfo& info, const T& member) {
        Json& field = add(info, TypeName<T>::kText, kIsOptional<T>);
        if constexpr (!Section<const T>) field["default"] = toJsonValue(member);
        describeInside(m_prefix + std::string(info.key), member);
    }

    template <class... Kinds>
    void tag(const FieldInfo& info, const std::variant<Kinds...>& tagged) {
        Json& field = add(info, "string", false);
        field["default"] = kindName(tagged);
        field["choices"] = kindNames(tagged);
    }

    template <class... Kinds>
    void alternative(const std::variant<Kinds...>&) {
        (describeKind<Kinds>(), ...);
    }

private:
    Describer(Json& list, std::string prefix, Json kind)
        : m_list(list), m_prefix(std::move(prefix)), m_kind(std::move(kind)) {}

    Json& add(const FieldInfo& info, const char* type, bool isNullable) {
        m_list.push_back({{"key", m_prefix + std::string(info.key)},
                          {"kind", m_kind},
                          {"type", type},
                          {"nullable", isNullable},
                          {"default", nullptr},
                          {"min", toJsonValue(info.min)},
                          {"max", toJsonValue(info.max)},
                          {"excludes_min", info.excludesMin},
                          {"excludes_max", info.excludesMax},
                          {"choices", info.choices},
                          {"help", info.help},
                          {"level", info.level == Level::Simple ? "simple" : "advanced"}});
        return m_list.back();
    }

    template <class Kind>
    void describeKind() {
        Describer inside(m_list, m_prefix, kKindName<Kind>);
        const Kind defaults;
        fields(inside, defaults);
    }

    template <Section T>
    void describeInside(const std::string& path, const T& section) {
        Describer inside(m_list, path + ".", m_kind);
        fields(inside, section);
    }
    template <Section T>
    void describeInside(const std::string& path, const std::optional<T>&) {
        describeInside(path, T{});
    }
    template <Section T>
    void describeInside(const std::string& path, const std::vector<T>&) {
        describeInside(path + "[]", T{});
    }
    template <class T>
    void describeInside(const std::string&, const T&) {}

    Json& m_list;
    std::string m_prefix;
    Json m_kind;
};

// One entry a field, as describeFields() says.
template <Section T>
[[nodiscard]] Json describeSection() {
    Json list = Json::array();
    Describer describer(list);
    const T defaults;
    fields(describer, defaults);
    return list;
}

} // namespace fettle

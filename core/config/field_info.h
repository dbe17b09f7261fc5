#pragma once

#include <array>
#include <concepts>
#include <optional>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace fettle {

enum class Level { Simple, Advanced }; // a form shows the advanced fields on request

// What a field is besides its value: one description for JSON, validation, the form and the command line.
struct FieldInfo {
    std::string_view key;
    std::string_view help; // one English sentence, marked FETTLE_TR
    Level level = Level::Advanced;
    std::optional<double> min = {}; // of a number, or of every number in a list or map
    std::optional<double> max = {};
    bool excludesMin = false;
    bool excludesMax = false;
    std::vector<std::string_view> choices = {};  // empty: any text
    bool (*accepts)(std::string_view) = nullptr; // texts that are right beside the choices
};

// The value of "kind" that stands for an alternative; specialised beside its fields().
template <class Alternative>
inline constexpr std::string_view kKindName = {};

template <class T>
inline constexpr bool kIsTagged = false;
template <class... Alternatives>
inline constexpr bool kIsTagged<std::variant<Alternatives...>> = (!kKindName<Alternatives>.empty() && ...);

template <class... Alternatives>
[[nodiscard]] std::vector<std::string_view> kindNames(const std::variant<Alternatives...>&) {
    return {kKindName<Alternatives>...};
}

template <class... Alternatives>
[[nodiscard]] std::string_view kindName(const std::variant<Alternatives...>& tagged) {
    static constexpr std::array<std::string_view, sizeof...(Alternatives)> kNames = {kKindName<Alternatives>...};
    return kNames[tagged.index()];
}

// `T` is `Struct`, constant or not: one fields() serves readers and writers.
template <class T, class Struct>
concept Is = std::same_as<std::remove_const_t<T>, Struct>;

// Takes any visit and does nothing; only its type is used.
struct AnyVisitor {
    void operator()(const FieldInfo&, auto&) {}
    void tag(const FieldInfo&, auto&) {}
    void alternative(auto&) {}
};

// A struct (or tagged variant) with fields() of its own, which is an object in JSON.
template <class T>
concept Section = requires(AnyVisitor& visit, T& value) {
    fields(visit, value);
};

} // namespace fettle

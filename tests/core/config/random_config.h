#pragma once

#include "core/config/fields.h"

#include <random>

namespace fettle::test {

// Fills every field of a configuration with a random value that it may have.
class RandomFiller {
public:
    explicit RandomFiller(std::uint32_t seed) : m_random(seed) {}

    template <class T>
    void operator()(const FieldInfo& info, T& member) {
        fill(info, member);
    }
    template <class... Kinds>
    void tag(const FieldInfo&, std::variant<Kinds...>& tagged) {
        const std::size_t chosen = below(sizeof...(Kinds));
        std::size_t index = 0;
        ((index++ == chosen ? void(tagged.template emplace<Kinds>()) : void()), ...);
    }
    template <class T>
    void alternative(T& tagged) {
        std::visit([this](auto& own) { fields(*this, own); }, tagged);
    }

private:
    std::size_t below(std::size_t count) { return m_random() % count; }

    void fill(const FieldInfo&, bool& out) { out = below(2) == 1; }
    void fill(const FieldInfo& info, std::int64_t& out) {
        const auto low = static_cast<std::int64_t>(info.min.value_or(-1000));
        const auto high = static_cast<std::int64_t>(info.max.value_or(static_cast<double>(low) + 1e6));
        out = low + static_cast<std::int64_t>(below(static_cast<std::size_t>(high - low) + 1));
    }
    void fill(const FieldInfo& info, double& out) {
        const double low = info.min.value_or(-1000), high = info.max.value_or(1000);
        out = low + (high - low) * static_cast<double>(1 + below(999)) / 1001; // neither end
    }
    void fill(const FieldInfo& info, std::string& out) {
        out = info.choices.empty() ? "ż\"\n" + std::to_string(below(1000))
                                   : std::string(info.choices[below(info.choices.size())]);
    }
    void fill(const FieldInfo&, Json& out) { out = {{"hidden_size", below(100)}, {"nested", {1, nullptr, "x"}}}; }
    void fill(const FieldInfo& info, std::variant<std::string, std::vector<std::string>>& out) {
        if (below(2) == 1)
            fill(info, out.emplace<std::string>());
        else
            fill(info, out.emplace<std::vector<std::string>>());
    }
    template <Section T>
    void fill(const FieldInfo&, T& out) {
        fields(*this, out);
    }
    template <class T>
    void fill(const FieldInfo& info, std::optional<T>& out) {
        out.reset();
        if (below(2) == 1) fill(info, out.emplace());
    }
    template <class T>
    void fill(const FieldInfo& info, std::vector<T>& out) {
        out.assign(below(4), T{});
        for (T& element : out)
            fill(info, element);
    }
    template <class T>
    void fill(const FieldInfo& info, std::vector<std::pair<std::string, T>>& out) {
        out.assign(below(4), {});
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i].first = "key." + std::to_string(out.size() - i); // an order of their own
            fill(info, out[i].second);
        }
    }
    template <class T, std::size_t size>
    void fill(const FieldInfo& info, std::array<T, size>& out) {
        for (T& element : out)
            fill(info, element);
    }
    template <class T>
    void fill(const FieldInfo& info, std::map<std::string, T>& out) {
        out.clear();
        for (std::size_t i = below(4); i > 0; --i)
            fill(info, out["key." + std::to_string(i)]);
    }

    std::mt19937 m_random;
};

inline RunConfig randomConfig(std::uint32_t seed) {
    RunConfig config;
    RandomFiller filler(seed);
    fields(filler, config);
    return config;
}

} // namespace fettle::test

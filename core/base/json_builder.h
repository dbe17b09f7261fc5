#pragma once

#include "core/base/cancel.h"
#include "core/base/json.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fettle {

enum class DuplicateKeys { KeepLast, Refuse };

// parseJson() with a word on what becomes of equal keys. Cancelled between two values where `stop` is raised.
[[nodiscard]] Json parseJson(std::string_view text, const std::string& what, DuplicateKeys duplicates,
                             const CancelFlag* stop = nullptr);

// Builds a Json from nlohmann's events in n log n: its own builder looks through all earlier keys of an object for each
// new one, which takes seconds for a vocabulary and hours for a hostile file.
class JsonBuilder final : public nlohmann::json_sax<Json> {
public:
    explicit JsonBuilder(DuplicateKeys duplicates, const CancelFlag* stop = nullptr)
        : m_duplicates(duplicates), m_stop(stop) {}

    [[nodiscard]] Json take() { return std::move(m_root); }
    [[nodiscard]] const std::string& problem() const { return m_problem; } // why an event was refused

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t&) override { return add(value); }
    bool string(string_t& value) override { return add(std::move(value)); }
    bool binary(binary_t& value) override { return add(std::move(value)); }
    bool start_object(std::size_t) override { return open(true); }
    bool key(string_t& name) override;
    bool end_object() override;
    bool start_array(std::size_t) override { return open(false); }
    bool end_array() override { return close(std::move(m_open.back().items)); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) override;

private:
    struct Level {
        bool isObject;
        JsonMembers members;
        Json::array_t items;
    };

    bool add(Json value);
    bool open(bool isObject);
    bool close(Json value);
    bool refuse(std::string problem);

    DuplicateKeys m_duplicates;
    const CancelFlag* m_stop;
    std::vector<Level> m_open;
    Json m_root;
    std::string m_problem;
};

} // namespace fettle

#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace fettle {

// A PCRE2 expression with Unicode classes, compiled once, usable from any thread, with bounded steps.
class Regex {
public:
    // Error{BadTokenizer} for an expression that cannot be compiled.
    explicit Regex(const std::string& expression);

    // Every match from left to right as a byte range; an empty match advances by one character.
    void eachMatch(std::string_view text, const std::function<void(std::size_t begin, std::size_t end)>& match) const;

    // For a text that is to be matched literally.
    [[nodiscard]] static std::string escaped(std::string_view text);

private:
    struct Program;
    std::shared_ptr<const Program> m_program;
};

} // namespace fettle

#pragma once

#include "core/base/json.h"

#include <concepts>
#include <string>
#include <string_view>
#include <utility>

namespace fettle::cli {

// Where results go. A reader that has gone away is no error: the work itself goes on.
class Output {
public:
    Output(); // the program's stdout
    // The program's stdout, while descriptor 1 itself is pointed at stderr from now on: a stray printf of a library
    // cannot get between the lines. Call once, before any thread starts.
    [[nodiscard]] static Output apart();

    // One line, one write.
    void line(std::string_view text) const;
    void line(std::same_as<Json> auto value) const { line(std::string_view(toLine(std::move(value)))); }
    // As it is, without a newline added.
    void text(std::string_view text) const;
    // Whether something was lost although somebody wants it: a full disk behind a redirection.
    [[nodiscard]] bool isCutShort() const { return m_isCutShort; }

private:
    explicit Output(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
    mutable bool m_isCutShort = false;
};

} // namespace fettle::cli

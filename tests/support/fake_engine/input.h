#pragma once

#include "core/base/json.h"

#include <optional>
#include <string>

namespace fettle::fake {

// Commands on stdin, one object a line.
class Input {
public:
    // The next command; waits up to `milliseconds`, -1: for ever. nullopt: none came, or the input ended.
    [[nodiscard]] std::optional<Json> next(int milliseconds);
    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd; }

private:
    std::string m_pending;
    bool m_isAtEnd = false;
};

} // namespace fettle::fake

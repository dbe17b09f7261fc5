#pragma once

#include "core/data/example.h"

namespace fettle::ui {

// A row as turns: prompt + completion and Alpaca rows as user and assistant, text as one turn of role "text".
[[nodiscard]] Json messagesOf(const Row& row);
// The row under its format's own names.
[[nodiscard]] Json jsonOf(const Row& row);

} // namespace fettle::ui

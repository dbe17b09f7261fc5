#pragma once

#include "core/text/jinja/value.h"

namespace fettle::jinja {

// raise_exception, strftime_now, namespace, range, dict.
[[nodiscard]] Dict globals();

} // namespace fettle::jinja

#pragma once

#include "ui/widgets/field_facts.h"

#include <span>

namespace fettle::ui {

// A line for each field of the configuration and of the sampling form, in the order in which forms show them.
[[nodiscard]] std::span<const FieldFacts> knownFields();

} // namespace fettle::ui

#pragma once

#include "core/data/finding_kind.h"

namespace fettle {

enum class FindingLevel : std::uint8_t {
    Note,    // to be known
    Warning, // something else is learned than was meant
    Error,   // these rows are not learned
};
[[nodiscard]] std::string_view wireName(FindingLevel level);

// How a kind is said. Places in braces are facts of the finding; %n is the number of rows.
struct FindingTexts {
    FindingKind kind;
    std::string_view name;
    FindingLevel level;
    const char* one;  // of a single row
    const char* many; // %n
    const char* hint; // what to do
};
[[nodiscard]] const FindingTexts& textsOf(FindingKind kind);

} // namespace fettle

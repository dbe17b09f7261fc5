#pragma once

#include "core/base/error.h"

#include <string>

namespace fettle {

// An English sentence and what it was made from, so that the window can say it in another language.
struct FactText {
    FactText(const char* text) : pattern(text) {}
    FactText(std::string text, Facts named = {}) : pattern(std::move(text)), facts(std::move(named)) {}

    std::string pattern; // facts stand in the places in braces that bear their names: "{file} exists already."
    Facts facts;
    [[nodiscard]] std::string english() const;
};

} // namespace fettle

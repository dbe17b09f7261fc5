#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fettle {

// A chat template of Fettle's own (resources/chat_templates), for base models that have none.
struct BundledTemplate {
    std::string_view name;
    std::vector<std::string> tokens; // special ones that its text is made of
};

// nullptr where there is none of that name.
[[nodiscard]] const BundledTemplate* bundledTemplate(std::string_view name);
// Its Jinja text. Error{FileNotFound}.
[[nodiscard]] std::string sourceOf(const BundledTemplate& bundled);

} // namespace fettle

#include "core/base/fact_text.h"

namespace fettle {

std::string FactText::english() const {
    std::string text = pattern;
    for (const auto& [name, value] : facts) {
        const std::string place = "{" + name + "}";
        for (std::size_t at = 0; (at = text.find(place, at)) != std::string::npos; at += value.size())
            text.replace(at, place.size(), value);
    }
    return text;
}

} // namespace fettle

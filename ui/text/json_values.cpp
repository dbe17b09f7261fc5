#include "ui/text/json_values.h"

#include <cmath>

namespace fettle::ui {

namespace {

const Json* memberIn(const Json& object, const char* key) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() ? &*found : nullptr;
}

} // namespace

QString textIn(const Json& object, const char* key) {
    const Json* found = memberIn(object, key);
    return found != nullptr && found->is_string() ? QString::fromStdString(found->get<std::string>()) : QString();
}

std::optional<double> numberIn(const Json& object, const char* key) {
    const Json* found = memberIn(object, key);
    return found != nullptr && found->is_number() ? std::optional(found->get<double>()) : std::nullopt;
}

std::int64_t wholeIn(const Json& object, const char* key) {
    const Json* found = memberIn(object, key);
    if (found == nullptr || !found->is_number()) return 0;
    if (found->is_number_integer()) return found->get<std::int64_t>();
    const double number = found->get<double>();
    return std::abs(number) < 9e18 ? static_cast<std::int64_t>(number) : 0; // false for what is no number
}

const Json& listIn(const Json& object, const char* key) {
    static const Json none = Json::array();
    const Json* found = memberIn(object, key);
    return found != nullptr && found->is_array() ? *found : none;
}

} // namespace fettle::ui

#include "core/config/read_values.h"

#include "core/base/translate.h"
#include "core/config/value_errors.h"

namespace fettle {

void read(const Json& json, const Place& place, bool& out) {
    if (!json.is_boolean()) throwWrongType(place.path, FETTLE_TR("true or false"), json);
    out = json.get<bool>();
}

void read(const Json& json, const Place& place, std::int64_t& out) {
    const auto whole = wholeNumber(json);
    if (!whole) throwWrongType(place.path, FETTLE_TR("a whole number"), json);
    out = *whole;
    checkRange(place.path, place.info, json);
}

void read(const Json& json, const Place& place, std::uint64_t& out) {
    if (!json.is_number_unsigned()) throwWrongType(place.path, FETTLE_TR("a whole number from 0 on"), json);
    out = json.get<std::uint64_t>();
    checkRange(place.path, place.info, json);
}

void read(const Json& json, const Place& place, double& out) {
    if (!json.is_number()) throwWrongType(place.path, FETTLE_TR("a number"), json);
    out = json.get<double>();
    checkRange(place.path, place.info, json);
}

// A choice may be a truth value, as of PEFT's init_lora_weights.
void read(const Json& json, const Place& place, std::string& out) {
    const bool isTruth = json.is_boolean() && !place.info.choices.empty();
    if (!json.is_string() && !isTruth) throwWrongType(place.path, FETTLE_TR("a text"), json);
    out = isTruth ? json.dump() : json.get<std::string>();
    if (place.info.accepts == nullptr || !place.info.accepts(out)) checkChoice(place.path, place.info.choices, out);
}

void read(const Json& json, const Place& place, Json& out) {
    if (!json.is_object()) throwWrongType(place.path, FETTLE_TR("an object"), json);
    out = json;
}

} // namespace fettle

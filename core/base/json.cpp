#include "core/base/json.h"

#include "core/base/files.h"
#include "core/base/json_builder.h"

#include <cmath>
#include <limits>

namespace fettle {

namespace {

void replaceNonFinite(Json& value) {
    if (value.is_number_float()) {
        const double number = value.get<double>();
        if (std::isnan(number))
            value = "nan";
        else if (std::isinf(number))
            value = number > 0 ? "inf" : "-inf";
    } else if (value.is_structured()) {
        for (auto& item : value)
            replaceNonFinite(item);
    }
}

} // namespace

Json parseJson(std::string_view text, const std::string& what) {
    return parseJson(text, what, DuplicateKeys::KeepLast);
}

const Json& member(const Json& json, const std::string& key, ErrorKind kind, const std::string& what,
                   const std::string& hint) {
    if (json.is_object())
        if (const auto found = json.find(key); found != json.end()) return *found;
    throw Error{kind, what + " has no \"" + key + "\".", hint, {{"key", key}}};
}

std::optional<std::int64_t> wholeNumber(const Json& value) {
    constexpr auto kLargest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (!value.is_number_integer()) return std::nullopt;
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > kLargest) return std::nullopt;
    return value.get<std::int64_t>();
}

Json objectOf(JsonMembers members) {
    Json::object_t object;
    object.reserve(members.size());
    for (auto& [name, value] : members)
        object.emplace_back(std::move(name), std::move(value));
    return object;
}

Json readJson(const std::filesystem::path& file) {
    return parseJson(readFile(file), file.string());
}

void writeJson(const std::filesystem::path& file, const Json& value) {
    Json copy = value;
    replaceNonFinite(copy);
    writeFileAtomically(file, copy.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

std::string toLine(Json value) {
    replaceNonFinite(value);
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json toJson(const Error& error) {
    Json facts = Json::object();
    for (const auto& [key, value] : error.facts)
        facts[key] = value;
    return {{"kind", wireName(error.kind)}, {"facts", facts}, {"message", error.message}, {"hint", error.hint}};
}

} // namespace fettle

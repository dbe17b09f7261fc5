#include "core/base/json.h"

#include "core/base/files.h"
#include "core/base/json_builder.h"

#include <cmath>

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

Json readJson(const std::filesystem::path& file) {
    return parseJson(readFile(file), file.string());
}

void writeJson(const std::filesystem::path& file, const Json& value) {
    Json copy = value;
    replaceNonFinite(copy);
    writeFileAtomically(file, copy.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

std::string toLine(const Json& value) {
    Json copy = value;
    replaceNonFinite(copy);
    return copy.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json toJson(const Error& error) {
    Json facts = Json::object();
    for (const auto& [key, value] : error.facts)
        facts[key] = value;
    return {{"kind", wireName(error.kind)}, {"facts", facts}, {"message", error.message}, {"hint", error.hint}};
}

} // namespace fettle

#include "core/base/json.h"

#include "core/base/files.h"

#include <cmath>

namespace fettle {

namespace {

constexpr int kMaxDepth = 512;

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
    // The parser recurses on destruction only, but a hostile file must not grow a tree that deep either.
    const auto limitDepth = [&](int depth, Json::parse_event_t, Json&) {
        if (depth > kMaxDepth) throw Error{ErrorKind::BadFile, what + " is nested too deeply.", "", {{"file", what}}};
        return true;
    };
    try {
        return Json::parse(text.begin(), text.end(), limitDepth);
    } catch (const nlohmann::json::exception& e) {
        std::string reason = e.what();
        if (const auto colon = reason.find("] "); colon != std::string::npos) reason = reason.substr(colon + 2);
        throw Error{ErrorKind::BadFile, what + " is not valid JSON: " + reason + ".", "", {{"file", what}}};
    }
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

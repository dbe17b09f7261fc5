#include "core/config/sweep.h"

#include "core/base/error.h"

#include <algorithm>
#include <sstream>

namespace fettle {

namespace {

constexpr std::size_t kMostRuns = 200;

// "adapter.r" -> /adapter/r
Json::json_pointer pointerOf(std::string key) {
    std::replace(key.begin(), key.end(), '.', '/');
    return Json::json_pointer("/" + key);
}

// Only where sections are objects all the way: the rest is for parseRunConfig to refuse.
void set(Json& json, const std::string& key, const Json& value) try {
    json[pointerOf(key)] = value;
} catch (const Json::exception&) {
    throw Error{ErrorKind::BadConfig,
                "No setting is called " + key + ".",
                "`fettle config --describe` names them all.",
                {{"key", key}}};
}

std::string lastPart(const std::string& key) {
    return key.substr(key.rfind('.') + 1);
}

std::string plain(const Json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
}

SweepRun runOf(const RunConfig& base, std::span<const SweepAxis> axes, const std::vector<Json>& values) {
    Json json = toJson(base);
    std::string name = base.name;
    for (std::size_t i = 0; i < axes.size(); ++i) {
        set(json, axes[i].key, values[i]);
        name += (name.empty() ? "" : ", ") + lastPart(axes[i].key) + " " + plain(values[i]);
    }
    json["name"] = name;
    return {name, values, parseRunConfig(json)};
}

std::size_t countRuns(std::span<const SweepAxis> axes) {
    std::size_t count = 1;
    for (const SweepAxis& axis : axes) {
        if (axis.values.empty())
            throw Error{
                ErrorKind::BadUsage, axis.key + " has no value to try.", "Name one at least.", {{"key", axis.key}}};
        count = std::min(count * axis.values.size(), kMostRuns + 1);
    }
    if (count > kMostRuns)
        throw Error{ErrorKind::BadUsage, "These values come to more than " + std::to_string(kMostRuns) + " runs.",
                    "Vary fewer settings at a time."};
    return count;
}

} // namespace

SweepAxis parseSweepAxis(const std::string& text) {
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
        throw Error{ErrorKind::BadUsage, "\"" + text + "\" names no setting with values.",
                    "Write KEY=VALUE,VALUE, e.g. adapter.r=8,16."};
    SweepAxis axis{.key = text.substr(0, equals), .values = {}};
    std::istringstream values(text.substr(equals + 1));
    for (std::string value; std::getline(values, value, ',');) {
        const Json read = Json::parse(value, nullptr, false);
        axis.values.push_back(read.is_discarded() ? Json(value) : read);
    }
    return axis;
}

std::vector<SweepRun> sweepRuns(const RunConfig& config, std::span<const SweepAxis> axes) {
    std::vector<SweepRun> runs;
    const std::size_t count = countRuns(axes);
    for (std::size_t run = 0; run < count; ++run) {
        std::vector<Json> values(axes.size());
        std::size_t rest = run;
        for (std::size_t i = axes.size(); i-- > 0; rest /= axes[i].values.size())
            values[i] = axes[i].values[rest % axes[i].values.size()];
        runs.push_back(runOf(config, axes, values));
    }
    return runs;
}

} // namespace fettle

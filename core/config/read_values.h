#pragma once

#include "core/base/json.h"
#include "core/config/field_info.h"

#include <cstdint>
#include <string>

namespace fettle {

// The description of all fields of the outermost section: where an unknown key looks for its neighbours.
using DescribeAll = Json (*)();

// A value on its way from JSON into a member.
struct Place {
    std::string path; // "data.train[0].limit"
    const FieldInfo& info;
    DescribeAll describe;

    [[nodiscard]] Place element(const std::string& suffix) const { return {path + suffix, info, describe}; }
};

// Each takes exactly its own JSON type, within the field's range and choices. Error{BadConfig}.
void read(const Json& json, const Place& place, bool& out);
void read(const Json& json, const Place& place, std::int64_t& out);
void read(const Json& json, const Place& place, std::uint64_t& out);
void read(const Json& json, const Place& place, double& out);
void read(const Json& json, const Place& place, std::string& out);
void read(const Json& json, const Place& place, Json& out); // an object, taken whole

} // namespace fettle

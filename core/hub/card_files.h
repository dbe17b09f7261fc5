#pragma once

#include "core/base/json.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fettle {

// One entry of `configs` in a data set's card: patterns of its files by split.
struct CardSubset {
    std::string name;
    bool isDefault = false;
    std::map<std::string, std::vector<std::string>> patterns; // empty: every file of `folder`
    std::string folder;                                       // with a slash at its end; empty: the root
};

// https://huggingface.co/docs/hub/datasets-manual-configuration. Entries that are no such thing are left out.
[[nodiscard]] std::vector<CardSubset> subsetsOf(const Json& card);

} // namespace fettle

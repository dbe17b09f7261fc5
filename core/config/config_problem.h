#pragma once

#include "core/base/fact_text.h"

#include <string>
#include <vector>

namespace fettle {

struct ConfigProblem {
    std::string key; // "adapter.r"
    std::string message;
    std::string hint;
    bool isWarning = false; // false: the run cannot start
    FactText told = "";     // the message for translators, which may say less than the English one
};

using ConfigProblems = std::vector<ConfigProblem>;

void refuse(ConfigProblems& problems, std::string key, FactText message, std::string hint);
void warn(ConfigProblems& problems, std::string key, FactText message, std::string hint);

} // namespace fettle

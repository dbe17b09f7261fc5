#include "core/config/config_problem.h"

namespace fettle {

void refuse(ConfigProblems& problems, std::string key, FactText message, std::string hint) {
    problems.push_back({std::move(key), message.english(), std::move(hint), false, std::move(message)});
}

void warn(ConfigProblems& problems, std::string key, FactText message, std::string hint) {
    problems.push_back({std::move(key), message.english(), std::move(hint), true, std::move(message)});
}

} // namespace fettle

#include "app/engine/questions.h"

#include "core/base/files.h"
#include "core/base/json.h"

#include <random>
#include <sstream>

namespace fettle::engine {

std::vector<Question> readQuestions(const std::filesystem::path& file) {
    std::vector<Question> all;
    std::istringstream lines(readFile(file));
    for (std::string line; std::getline(lines, line);) {
        const Json messages = parseJson(line, file.string()).at("messages");
        all.push_back({messages.at(0).at("content"), messages.at(1).at("content")});
    }
    return all;
}

std::vector<Question> drawQuestions(std::vector<Question> all, std::size_t count, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    count = std::min(count, all.size());
    for (std::size_t i = 0; i < count; ++i) // Fisher and Yates, as far as needed
        std::swap(all[i], all[i + random() % (all.size() - i)]);
    all.resize(count);
    return all;
}

} // namespace fettle::engine

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fettle::engine {

// A question with the answer that counts as right, to the letter.
struct Question {
    std::string question, answer;
};

// Rows {"messages": [user, assistant]} of a JSONL file.
[[nodiscard]] std::vector<Question> readQuestions(const std::filesystem::path& file);

// `count` of them without repetition (all where there are fewer), in an order that depends on the seed alone.
[[nodiscard]] std::vector<Question> drawQuestions(std::vector<Question> all, std::size_t count, std::uint64_t seed);

} // namespace fettle::engine

#include "app/engine/demo_pairs.h"

#include "app/engine/demo_run.h"
#include "core/base/files.h"

#include <cctype>
#include <map>
#include <set>
#include <sstream>

namespace fettle::engine {

namespace {

constexpr std::size_t kHeldOutOf = 5; // one in so many

std::vector<Json> pairs() {
    std::vector<Json> all;
    std::string line;
    for (std::istringstream read(readFile(pocketData("preferences.jsonl"))); std::getline(read, line);)
        all.push_back(parseJson(line, "preferences.jsonl"));
    return all;
}

Json turn(const char* role, const std::string& content) {
    return Json::array({{{"role", role}, {"content", content}}});
}

// Whom a question asks about: the last of its words that begins with a capital.
std::string nameIn(const std::string& question) {
    const auto isPart = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
    std::string name, word;
    for (const char c : question + " ") {
        if (isPart(c)) {
            word += c;
            continue;
        }
        if (!word.empty() && std::isupper(static_cast<unsigned char>(word.front())) != 0) name = word;
        word.clear();
    }
    return name;
}

std::string withName(std::string text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

struct Fact {
    std::string name, question, answer;
};

// By how the question is put.
std::map<std::string, std::vector<Fact>> factsBut(const std::set<std::string>& names) {
    std::map<std::string, std::vector<Fact>> facts;
    for (const Question& asked : readQuestions(pocketData("chat.jsonl"))) {
        const std::string name = nameIn(asked.question);
        if (names.contains(name) || asked.answer.find(name) == std::string::npos) continue;
        facts[withName(asked.question, name, "#")].push_back({name, asked.question, asked.answer});
    }
    return facts;
}

// Each fact beside the next one that would be another.
std::string pairLines(const std::vector<Fact>& alike) {
    std::string lines;
    for (std::size_t i = 0; i < alike.size(); ++i)
        for (std::size_t k = 1; k < alike.size(); ++k) {
            const Fact& other = alike[(i + k) % alike.size()];
            const std::string wrong = withName(other.answer, other.name, alike[i].name);
            if (wrong == alike[i].answer) continue;
            lines += toLine({{"prompt", turn("user", alike[i].question)},
                             {"chosen", turn("assistant", alike[i].answer)},
                             {"rejected", turn("assistant", wrong)}}) +
                     "\n";
            break;
        }
    return lines;
}

} // namespace

void writeBothAnswers(const std::filesystem::path& out) {
    std::string lines;
    for (const Json& pair : pairs())
        for (const char* side : {"chosen", "rejected"})
            lines += toLine({{"messages", {pair.at("prompt").at(0), pair.at(side).at(0)}}}) + "\n";
    writeFileAtomically(out, lines);
}

void writeRewardPairs(const RewardPairs& out) {
    const std::vector<Json> all = pairs();
    std::string train, heldOut;
    std::set<std::string> names;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool isHeldOut = i % kHeldOutOf == 0;
        (isHeldOut ? heldOut : train) += toLine(all[i]) + "\n";
        if (isHeldOut) names.insert(nameIn(all[i].at("prompt").at(0).at("content").get<std::string>()));
    }
    for (const auto& [question, alike] : factsBut(names))
        train += pairLines(alike);
    writeFileAtomically(out.train, train);
    writeFileAtomically(out.heldOut, heldOut);
}

} // namespace fettle::engine

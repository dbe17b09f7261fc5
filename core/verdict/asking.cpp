#include "core/verdict/asking.h"

#include <chrono>

namespace fettle {

namespace {

constexpr const char* kThink =
    "\nThink step by step. Then write the answer alone on a last line that begins with \"Answer:\".";
constexpr const char* kCheck = "Look for a mistake in your answer. Then write the right answer and nothing else.";
constexpr std::string_view kAnswer = "Answer:";
constexpr std::int64_t kRoomToThink = 3; // times that of an answer

using Conversations = std::vector<Json>;

Json turn(const char* role, const std::string& content) {
    return {{"role", role}, {"content", content}};
}

Conversations conversationsOf(const std::vector<AskedQuestion>& questions) {
    Conversations list;
    for (const AskedQuestion& question : questions)
        list.push_back(question.messages);
    return list;
}

std::vector<std::string> texts(const std::vector<Said>& answers) {
    std::vector<std::string> list;
    for (const Said& answer : answers)
        list.push_back(answer.text);
    return list;
}

// Answers to all prompts, with their cost added to the result's.
std::vector<Said> say(const Side& side, const std::vector<std::vector<TokenId>>& prompts, std::int64_t maxNewTokens,
                      const Work& work, AskingResult& result) {
    std::vector<HeldOut> rows;
    const double one = 1 / static_cast<double>(prompts.size());
    for (const std::vector<TokenId>& prompt : prompts) {
        rows.push_back({.prompt = prompt});
        result.promptTokens += static_cast<double>(prompt.size()) * one;
    }
    const auto start = std::chrono::steady_clock::now();
    std::vector<Said> answers = answersOf(side, rows, maxNewTokens, work);
    result.milliseconds +=
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count() * one;
    for (const Said& answer : answers)
        result.outputTokens += static_cast<double>(answer.tokens) * one;
    return answers;
}

std::vector<Said> say(const Asking& asking, const Conversations& conversations, std::int64_t maxNewTokens,
                      AskingResult& result) {
    std::vector<std::vector<TokenId>> prompts;
    for (const Json& messages : conversations)
        prompts.push_back(asking.prompt(messages));
    return say(asking.side, prompts, maxNewTokens, asking.work, result);
}

std::string asText(const AskedQuestion& question) {
    return "Q: " + question.messages.back()["content"].get<std::string>() + "\nA:";
}

void score(const Asking& asking, const std::vector<AskedQuestion>& questions, const std::vector<std::string>& answers,
           AskingResult& result) {
    for (std::size_t i = 0; i < questions.size(); ++i)
        result.scores.push_back(asking.scorer.score(questions[i].expected, answers[i]));
}

std::string afterThinking(const std::string& text) {
    const auto found = text.rfind(kAnswer);
    return found == std::string::npos ? text : text.substr(found + kAnswer.size());
}

} // namespace

AskingResult askDirectly(const Asking& asking, const std::vector<AskedQuestion>& questions, std::string name) {
    AskingResult result{.name = std::move(name)};
    score(asking, questions, texts(say(asking, conversationsOf(questions), asking.maxNewTokens, result)), result);
    return result;
}

AskingResult askWithExamples(const Asking& asking, const std::vector<AskedQuestion>& questions,
                             const std::vector<AskedQuestion>& examples) {
    AskingResult result{.name = "few_shot"};
    Json before = Json::array();
    for (const AskedQuestion& example : examples) {
        before.insert(before.end(), example.messages.begin(), example.messages.end());
        before.push_back(turn("assistant", example.expected));
    }
    Conversations conversations;
    for (const AskedQuestion& question : questions) {
        conversations.push_back(before);
        conversations.back().insert(conversations.back().end(), question.messages.begin(), question.messages.end());
    }
    score(asking, questions, texts(say(asking, conversations, asking.maxNewTokens, result)), result);
    return result;
}

AskingResult askAsText(const Asking& asking, const std::vector<AskedQuestion>& questions,
                       const std::vector<AskedQuestion>& examples) {
    AskingResult result{.name = "few_shot_text"};
    std::string before;
    for (const AskedQuestion& example : examples)
        before += asText(example) + " " + example.expected + "\n";
    std::vector<std::vector<TokenId>> prompts;
    for (const AskedQuestion& question : questions)
        prompts.push_back(asking.side.tokenizer->encode(before + asText(question), SpecialTokens::Add).ids);
    Side side = asking.side;
    side.stopTexts = {"\nQ:"};
    score(asking, questions, texts(say(side, prompts, asking.maxNewTokens, asking.work, result)), result);
    return result;
}

AskingResult askToThink(const Asking& asking, const std::vector<AskedQuestion>& questions) {
    AskingResult result{.name = "chain_of_thought"};
    Conversations conversations = conversationsOf(questions);
    for (Json& messages : conversations)
        messages.back()["content"] = messages.back()["content"].get<std::string>() + kThink;
    std::vector<std::string> answers = texts(say(asking, conversations, kRoomToThink * asking.maxNewTokens, result));
    for (std::string& answer : answers)
        answer = afterThinking(answer);
    score(asking, questions, answers, result);
    return result;
}

AskingResult askTwice(const Asking& asking, const std::vector<AskedQuestion>& questions) {
    AskingResult result{.name = "second_turn"};
    Conversations conversations = conversationsOf(questions);
    const std::vector<Said> first = say(asking, conversations, asking.maxNewTokens, result);
    for (std::size_t i = 0; i < conversations.size(); ++i) {
        conversations[i].push_back(turn("assistant", first[i].text));
        conversations[i].push_back(turn("user", kCheck));
    }
    score(asking, questions, texts(say(asking, conversations, asking.maxNewTokens, result)), result);
    return result;
}

} // namespace fettle

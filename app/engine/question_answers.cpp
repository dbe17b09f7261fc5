#include "app/engine/question_answers.h"

#include <algorithm>

namespace fettle::engine {

namespace {

constexpr std::size_t kAtOnce = 64;
constexpr std::ptrdiff_t kMostWords = 8; // preferred answers have up to 7 words, rambling and rude ones 11 and more

bool isShort(const std::string& text) {
    return std::count(text.begin(), text.end(), ' ') + 1 <= kMostWords;
}

bool isPolite(const std::string& text) {
    return text.find("silly") == std::string::npos && text.find("leave me alone") == std::string::npos;
}

} // namespace

PromptMaker asConversation(const TextSide& text) {
    return [&text](const Question& question) {
        ChatRequest request;
        request.messages.push_back({{"role", "user"}, {"content", question.question}});
        return conversationIds(text, request);
    };
}

std::vector<std::string> answers(const OpenModel& model, const std::vector<Question>& questions,
                                 const StreamAdapters& adapters, const PromptMaker& prompt, double temperature) {
    std::vector<std::string> texts;
    for (std::size_t begin = 0; begin < questions.size(); begin += kAtOnce) {
        std::vector<GenerateRequest> requests;
        for (std::size_t i = begin; i < std::min(begin + kAtOnce, questions.size()); ++i)
            requests.push_back(
                {.prompt = prompt(questions[i]),
                 .adapters = adapters,
                 .sampling = {.temperature = temperature, .seed = i, .maxNewTokens = 32, .stopStrings = {"\n"}},
                 .stopIds = model.text.turnStopIds});
        for (const Generation& answer : generate(*model.model, model.text.tokenizer, requests, model.compute))
            texts.push_back(answer.text.starts_with(' ') ? answer.text.substr(1) : answer.text);
    }
    return texts;
}

double accuracy(const std::vector<Question>& questions, const std::vector<std::string>& texts) {
    std::size_t right = 0;
    for (std::size_t i = 0; i < questions.size(); ++i)
        right += questions[i].answer == texts[i];
    return static_cast<double>(right) / static_cast<double>(questions.size());
}

AnswerShares sharesOf(const std::vector<Question>& questions, const std::vector<std::string>& texts) {
    AnswerShares shares;
    const double one = 1 / static_cast<double>(questions.size());
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const bool isTrue = texts[i].find(questions[i].answer) != std::string::npos;
        shares.isShort += isShort(texts[i]) * one;
        shares.polite += isPolite(texts[i]) * one;
        shares.isTrue += isTrue * one;
        shares.all += (isShort(texts[i]) && isPolite(texts[i]) && isTrue) * one;
    }
    return shares;
}

} // namespace fettle::engine

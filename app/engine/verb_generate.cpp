#include "app/common/conversation.h"
#include "app/engine/best_of.h"
#include "app/engine/model_options.h"
#include "app/engine/session.h"

namespace fettle::engine {

namespace {

struct Options {
    ModelOptions model;
    std::string prompt, messages;
    std::vector<TokenId> ids;
    SamplingConfig sampling;
    int bestOf = 1;
    std::string reward;
};

void addSampling(CLI::App& verb, SamplingConfig& sampling) {
    verb.add_option("--max-tokens", sampling.maxNewTokens, "New tokens at the most")->capture_default_str();
    verb.add_option("--temperature", sampling.temperature, "0 is greedy")->capture_default_str();
    verb.add_option("--top-p", sampling.topP, "1 is off")->capture_default_str();
    verb.add_option("--top-k", sampling.topK, "0 is off")->capture_default_str();
    verb.add_option("--min-p", sampling.minP, "0 is off")->capture_default_str();
    verb.add_option("--repetition-penalty", sampling.repetitionPenalty, "1 is off")->capture_default_str();
    verb.add_option("--seed", sampling.seed, "Same seed, same text")->capture_default_str();
    verb.add_option("--stop", sampling.stopStrings, "Text that ends the answer");
    verb.add_option("--logprobs", sampling.logprobs, "Likeliest tokens to report at each step")->capture_default_str();
}

void addBestOf(CLI::App& verb, Options& options) {
    auto* reward =
        verb.add_option("--reward", options.reward, "Reward model that chooses: its folder, or an adapter's");
    verb.add_option("--best-of", options.bestOf, "Answers to choose from")
        ->check(CLI::PositiveNumber)
        ->needs(reward)
        ->capture_default_str();
}

std::vector<TokenId> promptIds(const Options& options, const OpenModel& model) {
    if (!options.ids.empty()) return options.ids;
    if (!options.messages.empty()) return conversationIds(model.text, cli::readConversation(options.messages));
    return model.text.tokenizer->encode(options.prompt, SpecialTokens::Add).ids;
}

// The prompt with an answer, as a row of `score`.
Json judgedRow(const Options& options, const Generation& answer) {
    if (!options.ids.empty()) {
        std::vector<TokenId> ids = options.ids;
        ids.insert(ids.end(), answer.ids.begin(), answer.ids.end());
        return {{"input_ids", ids}};
    }
    if (options.messages.empty()) return {{"prompt", options.prompt}, {"completion", answer.text}};
    const ChatRequest request = cli::readConversation(options.messages);
    Json messages = request.messages;
    messages.push_back({{"role", "assistant"}, {"content", answer.text}});
    return {{"messages", messages}, {"tools", request.tools}};
}

// One answer, or several and what a reward model says of each.
std::vector<Candidate> candidatesFor(const Options& options, const OpenModel& model, const GenerateRequest& request) {
    const auto answers =
        generate(*model.model, model.text.tokenizer, withSeeds(request, options.bestOf), model.compute);
    if (options.reward.empty()) return {{answers.front()}};
    std::vector<Json> rows;
    for (const Generation& answer : answers)
        rows.push_back(judgedRow(options, answer));
    return judgedBy(options.reward, options.model, answers, rows);
}

Json likelyTokens(const Generation& answer, const Tokenizer& tokenizer) {
    Json steps = Json::array();
    for (const GeneratedToken& token : answer.tokens) {
        Json top = Json::array();
        for (const LikelyToken& likely : token.top)
            top.push_back({{"id", likely.id},
                           {"token", likely.id < tokenizer.size() ? tokenizer.piece(likely.id) : ""},
                           {"logprob", likely.logprob}});
        steps.push_back({{"id", token.id}, {"logprob", token.logprob}, {"top", top}});
    }
    return steps;
}

void run(const Options& options, const Session& session) {
    checkSamplingOptions(options.sampling);
    if (options.bestOf > 1 && options.sampling.temperature == 0)
        throw Error{ErrorKind::BadUsage, "At temperature 0 all answers are the same one.",
                    "Give --temperature above 0 to choose among several."};
    const OpenModel model = openModel(options.model);
    const GenerateRequest request{.prompt = promptIds(options, model),
                                  .adapters = model.streamAdapters(options.model.strength),
                                  .sampling = options.sampling,
                                  .stopIds = options.messages.empty() ? model.text.stopIds : model.text.turnStopIds};
    const std::vector<Candidate> candidates = candidatesFor(options, model, request);
    const Candidate& best = bestOf(candidates);
    const Generation& answer = best.answer;
    if (!session.json) return session.output.line(answer.text);
    Json result = {
        {"text", answer.text},
        {"input_ids", request.prompt},
        {"output_ids", answer.ids},
        {"stop", answer.stop},
        {"tokens_per_second", answer.seconds > 0 ? static_cast<double>(answer.ids.size()) / answer.seconds : 0.0}};
    if (options.sampling.logprobs > 0) result["logprobs"] = likelyTokens(answer, *model.text.tokenizer);
    if (!options.reward.empty()) {
        result["reward"] = best.reward;
        for (const Candidate& candidate : candidates)
            result["candidates"].push_back({{"text", candidate.answer.text}, {"reward", candidate.reward}});
    }
    session.output.line(result);
}

} // namespace

void addGenerate(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(app, "generate");
    options->model.addTo(*verb);
    auto* input = verb->add_option_group("prompt");
    input->add_option("--prompt", options->prompt, "Plain text, with the tokenizer's own special tokens");
    input->add_option("--ids", options->ids, "Token ids, taken as they are")->delimiter(',');
    input->add_option("--messages", options->messages, "JSON file with a conversation, put through the chat template");
    input->require_option(1);
    addSampling(*verb, options->sampling);
    addBestOf(*verb, *options);
    verb->callback([options, &session] { run(*options, session); });
}

} // namespace fettle::engine

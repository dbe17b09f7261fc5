#include "core/train/sampler.h"

#include "core/generate/adapter_strengths.h"

namespace fettle {

namespace {

std::vector<TokenId> promptIds(const RunParts& parts, const std::string& prompt) {
    if (!parts.inputs.text.chatTemplate) return parts.inputs.text.tokenizer->encode(prompt, SpecialTokens::Add).ids;
    Json messages = Json::array();
    if (parts.config.data.systemPrompt)
        messages.push_back({{"role", "system"}, {"content", *parts.config.data.systemPrompt}});
    messages.push_back({{"role", "user"}, {"content", prompt}});
    const std::string text = parts.inputs.text.chatTemplate->renderText(
        {.messages = messages, .addGenerationPrompt = true}, parts.inputs.text.tokenizer->specialTokens());
    return parts.inputs.text.tokenizer->encode(text, SpecialTokens::None).ids;
}

} // namespace

std::vector<Sample> samplePrompts(const RunParts& parts, const Trainable& trainable, const CancelFlag& stop) {
    const EvaluationConfig& evaluation = parts.config.evaluation;
    std::vector<GenerateRequest> requests;
    for (const std::string& prompt : evaluation.samplePrompts)
        requests.push_back({.prompt = promptIds(parts, prompt),
                            .adapters = fullStrength(trainable.adapters()),
                            .sampling = {.temperature = 0, .maxNewTokens = evaluation.sampleMaxTokens},
                            .stopIds = parts.inputs.text.turnStopIds});
    const auto answers = generate(trainable.model(), parts.inputs.text.tokenizer, requests, parts.compute, stop);
    std::vector<Sample> samples;
    for (std::size_t i = 0; i < answers.size(); ++i)
        samples.push_back({evaluation.samplePrompts[i], answers[i].text});
    return samples;
}

} // namespace fettle

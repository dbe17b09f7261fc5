#include "core/library/gguf/word_rules.h"

#include "core/base/error.h"
#include "core/text/split_patterns.h"

#include <algorithm>

namespace fettle {

namespace {

Json byteLevel(const char* usesRegex) {
    return {{"type", "ByteLevel"}, {"add_prefix_space", false}, {"use_regex", std::string("words") == usesRegex}};
}
Json sequence(Json steps) {
    return {{"type", "Sequence"}, {"pretokenizers", std::move(steps)}};
}
Json splitBy(const char* pattern) {
    return {{"type", "Split"}, {"pattern", {{"Regex", pattern}}}, {"behavior", "Isolated"}, {"invert", false}};
}
Json split(const char* pattern) {
    return sequence(Json::array({splitBy(pattern), byteLevel("plain")}));
}
Json singleDigits() {
    return sequence(Json::array({{{"type", "Digits"}, {"individual_digits", true}}, byteLevel("words")}));
}
Json falconWords() {
    return sequence(Json::array({{{"type", "Punctuation"}, {"behavior", "Contiguous"}},
                                 byteLevel("words"),
                                 {{"type", "Digits"}, {"individual_digits", false}},
                                 splitBy("[0-9][0-9][0-9]")}));
}

struct NamedRule {
    std::vector<std::string> names; // the first one is written
    WordRule rule;
};

// llama.cpp src/llama-vocab.cpp, with the original tokenizer.json of the model that each is named after.
const std::vector<NamedRule>& rules() {
    const Json nfc = {{"type", "NFC"}};
    static const std::vector<NamedRule> all = {
        {{"gpt-2", "phi-2", "mpt", "jais", "trillion", "granite-docling"}, {{}, byteLevel("words")}},
        {{"olmo"}, {nfc, byteLevel("words")}},
        {{"smollm", "starcoder", "refact", "command-r", "codeshell", "minerva-7b"}, {{}, singleDigits()}},
        {{"llama-bpe", "llama3", "llama-v3", "falcon3", "pixtral"}, {{}, split(kLlama3Pattern), true, true}},
        {{"dbrx", "smaug-bpe"}, {{}, split(kLlama3Pattern)}},
        {{"qwen2", "deepseek-r1-qwen", "megrez"}, {nfc, split(kQwen2Pattern)}},
        {{"stablelm2", "hunyuan"}, {{}, split(kQwen2Pattern)}},
        {{"tekken"}, {{}, split(kTekkenPattern), true, true}},
        {{"gpt-4o", "llama4"}, {{}, split(kGpt4oPattern)}},
        {{"falcon"}, {{}, falconWords()}}};
    return all;
}

// A pre-tokenizer as the list of its steps, with defaults written out.
void addSteps(const Json& json, Json& steps) {
    if (!json.is_object()) return;
    const std::string type = json.value("type", "");
    if (type == "Sequence") {
        for (const Json& step : json.value("pretokenizers", Json::array()))
            addSteps(step, steps);
        return;
    }
    const Json pattern = json.value("pattern", Json::object());
    steps.push_back({type, pattern.is_object() ? pattern.value("Regex", "") : "", json.value("behavior", ""),
                     type == "ByteLevel" ? json.value("use_regex", true) : false,
                     type == "ByteLevel" ? json.value("add_prefix_space", true) : false,
                     json.value("individual_digits", false), json.value("invert", false)});
}

Json stepsOf(const Json& preTokenizer) {
    Json steps = Json::array();
    addSteps(preTokenizer, steps);
    return steps;
}

bool normalizesToNfc(const Json& normalizer) {
    return normalizer.is_object() && normalizer.value("type", "") == "NFC";
}

} // namespace

WordRule wordRuleNamed(const std::string& pre) {
    for (const NamedRule& each : rules())
        if (std::ranges::count(each.names, pre) > 0) return each.rule;
    throw Error{ErrorKind::BadTokenizer,
                "The rule \"" + pre + "\", by which this file's tokenizer cuts words, is not known.",
                "Choose the original model of the same name.",
                {{"key", "tokenizer.ggml.pre"}, {"rule", pre}}};
}

std::string nameOfWordRule(const Json& tokenizer) {
    const Json steps = stepsOf(tokenizer.value("pre_tokenizer", Json()));
    const Json model = tokenizer.value("model", Json::object());
    const bool ignoresMerges = model.value("ignore_merges", false);
    const bool isNfc = normalizesToNfc(tokenizer.value("normalizer", Json()));
    // llama.cpp never normalises; of two rules that only differ in that, the one with the same normaliser is named.
    const NamedRule* found = nullptr;
    for (const NamedRule& each : rules()) {
        if (stepsOf(each.rule.preTokenizer) != steps || each.rule.ignoresMerges != ignoresMerges) continue;
        if (found == nullptr || normalizesToNfc(each.rule.normalizer) == isNfc) found = &each;
    }
    if (found != nullptr) return found->names.front();
    throw Error{ErrorKind::BadTokenizer,
                "llama.cpp has no rule that cuts words as this tokenizer does.",
                "Write a transformers folder instead (fettle merge).",
                {{"rule", steps.dump()}}};
}

} // namespace fettle

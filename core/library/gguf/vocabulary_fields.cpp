#include "core/base/error.h"
#include "core/library/gguf/vocabulary.h"
#include "core/library/gguf/word_rules.h"

#include <algorithm>
#include <cmath>

namespace fettle {

namespace {

const std::string kPrefix = "tokenizer.ggml.";

std::optional<std::int64_t> idIn(const GgufHeader& header, const char* key, std::size_t tokens) {
    const auto id = header.metadata.whole(kPrefix + key);
    return id && *id >= 0 && static_cast<std::size_t>(*id) < tokens ? id : std::nullopt;
}

// The flag, or what llama.cpp takes where it is absent.
bool flagIn(const GgufHeader& header, const char* key, bool absent) {
    return header.metadata.flag(kPrefix + key).value_or(absent);
}

template <class T>
std::vector<T> numbersIn(const GgufHeader& header, const char* key, std::size_t count, T absent) {
    const std::vector<double> read = header.metadata.numbers(kPrefix + key);
    if (!read.empty() && read.size() != count)
        throw Error{ErrorKind::BadFile,
                    header.metadata.what() + ": \"" + kPrefix + key + "\" does not hold one number for each token.",
                    "The file is damaged; download it again.",
                    {{"file", header.metadata.what()}, {"key", kPrefix + key}}};
    std::vector<T> numbers(count, absent);
    constexpr double kLargest = 2e9; // fits into either type
    for (std::size_t i = 0; i < read.size(); ++i)
        if (std::isfinite(read[i])) numbers[i] = static_cast<T>(std::clamp(read[i], -kLargest, kLargest));
    return numbers;
}

std::string ruleIn(const GgufHeader& header) {
    return header.metadata.text(kPrefix + "pre").value_or("default");
}

std::string bytesIn(const GgufHeader& header, const char* key) {
    std::string bytes;
    for (const double byte : header.metadata.numbers(kPrefix + key))
        bytes += static_cast<char>(static_cast<unsigned char>(std::clamp(byte, 0.0, 255.0)));
    return bytes;
}

} // namespace

void refuseUnknownVocabulary(const GgufHeader& header) {
    const std::string model = header.metadata.text(kPrefix + "model").value_or("none");
    if (model == "gpt2") (void)wordRuleNamed(ruleIn(header));
    if (model == "gpt2" || model == "llama" || model == "t5") return;
    throw Error{ErrorKind::BadTokenizer,
                header.metadata.what() + " has a tokenizer of the kind \"" + model + "\", which cannot be used.",
                "Choose the original model of the same name.",
                {{"file", header.metadata.what()}, {"key", kPrefix + "model"}}};
}

GgufVocabulary vocabularyIn(const GgufHeader& header) {
    refuseUnknownVocabulary(header);
    GgufVocabulary v{.model = *header.metadata.text(kPrefix + "model"), .pre = ruleIn(header)};
    const bool isBytes = v.isOfBytes(), isBpe = v.model != "t5";
    v.tokens = header.metadata.texts(kPrefix + "tokens");
    v.scores = numbersIn<float>(header, "scores", v.tokens.size(), 0);
    v.kinds = numbersIn<std::int32_t>(header, "token_type", v.tokens.size(), 1);
    v.merges = header.metadata.texts(kPrefix + "merges");
    v.bos = idIn(header, "bos_token_id", v.tokens.size());
    v.eos = idIn(header, "eos_token_id", v.tokens.size());
    v.unknown = idIn(header, "unknown_token_id", v.tokens.size());
    v.pad = idIn(header, "padding_token_id", v.tokens.size());
    v.eot = idIn(header, "eot_token_id", v.tokens.size());
    v.addsBos = flagIn(header, "add_bos_token", isBytes ? wordRuleNamed(v.pre).addsBos : isBpe);
    v.addsEos = flagIn(header, "add_eos_token", !isBpe);
    v.addsSpacePrefix = flagIn(header, "add_space_prefix", !isBytes);
    v.removesExtraSpaces = flagIn(header, "remove_extra_whitespaces", false);
    v.characterMap = bytesIn(header, "precompiled_charsmap");
    v.chatTemplate = header.metadata.text("tokenizer.chat_template").value_or("");
    return v;
}

GgufFields fieldsOf(const GgufVocabulary& v) {
    GgufFields fields;
    const auto add = [&](const char* key, GgufValue value) { fields.emplace_back(kPrefix + key, std::move(value)); };
    const auto addId = [&](const char* key, const std::optional<std::int64_t>& id) {
        if (id) add(key, static_cast<std::uint32_t>(*id));
    };
    const bool isBytes = v.isOfBytes();
    add("model", v.model);
    add("pre", v.pre);
    add("tokens", v.tokens);
    if (!isBytes) add("scores", v.scores);
    add("token_type", v.kinds);
    if (isBytes) add("merges", v.merges);
    addId("bos_token_id", v.bos);
    addId("eos_token_id", v.eos);
    addId("unknown_token_id", v.unknown);
    addId("padding_token_id", v.pad);
    addId("eot_token_id", v.eot);
    add("add_bos_token", v.addsBos);
    add("add_eos_token", v.addsEos);
    if (!isBytes) add("add_space_prefix", v.addsSpacePrefix);
    if (v.model == "t5") add("remove_extra_whitespaces", v.removesExtraSpaces);
    if (!v.characterMap.empty())
        add("precompiled_charsmap", std::vector<std::uint8_t>(v.characterMap.begin(), v.characterMap.end()));
    if (!v.chatTemplate.empty()) fields.emplace_back("tokenizer.chat_template", v.chatTemplate);
    return fields;
}

} // namespace fettle

#include "core/text/component.h"

#include "core/text/regex.h"

namespace fettle {

std::string componentType(const Json& json, const char* role) {
    if (json.is_object() && json.contains("type") && json["type"].is_string()) return json["type"].get<std::string>();
    throw Error{ErrorKind::BadTokenizer, std::string("tokenizer.json: a ") + role + " has no type.",
                "Download the tokenizer again."};
}

const Json& part(const Json& json, const char* key) {
    return member(json, key, ErrorKind::BadTokenizer, "tokenizer.json: a part of it", "Download the tokenizer again.");
}

TokenId tokenId(const Json& value) {
    constexpr std::int64_t kMostIds = 4'000'000; // a hostile id must not become an allocation
    if (const auto id = wholeNumber(value); id && *id >= 0 && *id < kMostIds) return static_cast<TokenId>(*id);
    throw Error{ErrorKind::BadTokenizer, "tokenizer.json: " + value.dump().substr(0, 80) + " is no id of a token.",
                "Download the tokenizer again."};
}

std::string patternText(const Json& pattern) {
    if (pattern.is_object() && pattern.contains("Regex")) return pattern["Regex"].get<std::string>();
    return Regex::escaped(part(pattern, "String").get<std::string>());
}

void refuseComponent(const char* role, const std::string& type) {
    throw Error{ErrorKind::BadTokenizer,
                std::string("The tokenizer's ") + role + " \"" + type + "\" is not known.",
                "Only tokenizers of decoder models can be used.",
                {{"type", type}}};
}

} // namespace fettle

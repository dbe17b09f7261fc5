#include "core/text/extend_tokenizer.h"

#include <algorithm>

namespace fettle {

namespace {

constexpr const char* kTokenizer = "tokenizer.json";
constexpr const char* kConfig = "tokenizer_config.json";
constexpr const char* kListed = "added_tokens.json";
constexpr const char* kNamed = "special_tokens_map.json";
constexpr const char* kDeclared = "added_tokens_decoder";

struct NewToken {
    TokenId id = 0;
    std::string content;
};

using Contents = std::map<std::string, std::string>;

Json flagsOf(const NewToken& token) {
    return {{"content", token.content}, {"single_word", false}, {"lstrip", false},
            {"rstrip", false},          {"normalized", false},  {"special", true}};
}

void put(Contents& contents, const char* name, const Json& json) {
    contents[name] = json.dump(2) + "\n";
}

// In the order of ids, which is how the tokenizers library numbers them again.
void addTo(Json& list, const NewToken& token) {
    const auto isSame = [&](const Json& entry) { return entry.value("content", "") == token.content; };
    if (const auto same = std::ranges::find_if(list, isSame); same != list.end()) {
        (*same)["special"] = true;
        return;
    }
    Json entry = {{"id", token.id}};
    entry.update(flagsOf(token));
    const auto behind = std::ranges::find_if(list, [&](const Json& each) { return each.value("id", 0) > token.id; });
    list.insert(behind, entry);
}

void addToJson(Contents& contents, const TokenizerFiles& files, const std::vector<NewToken>& tokens) {
    Json json = files.json(kTokenizer);
    if (!json.contains("added_tokens") || !json["added_tokens"].is_array()) json["added_tokens"] = Json::array();
    for (const NewToken& token : tokens)
        addTo(json["added_tokens"], token);
    put(contents, kTokenizer, json);
}

// A tokenizer without tokenizer.json knows added tokens by its configuration alone.
void declare(Contents& contents, const TokenizerFiles& files, const std::vector<NewToken>& tokens) {
    Json config = files.has(kConfig) ? files.json(kConfig) : Json::object();
    if (files.has(kTokenizer) && !config.contains(kDeclared)) return;
    for (const NewToken& token : tokens)
        config[kDeclared][std::to_string(token.id)] = flagsOf(token);
    put(contents, kConfig, config);
}

void listIn(Contents& contents, const TokenizerFiles& files, const std::vector<NewToken>& tokens) {
    if (!files.has(kListed)) return;
    Json list = files.json(kListed);
    for (const NewToken& token : tokens)
        list[token.content] = token.id;
    put(contents, kListed, list);
}

} // namespace

TokenizerFiles withSpecialTokens(const TokenizerFiles& files, const Tokenizer& tokenizer,
                                 const std::vector<std::string>& tokens) {
    std::vector<NewToken> added;
    auto next = static_cast<TokenId>(tokenizer.size());
    for (const std::string& token : tokens) {
        const auto known = tokenizer.idOf(token);
        added.push_back({known ? *known : next++, token});
    }
    Contents contents = files.contents();
    if (files.has(kTokenizer)) addToJson(contents, files, added);
    declare(contents, files, added);
    listIn(contents, files, added);
    return {files.origin(), std::move(contents)};
}

TokenizerFiles withEosToken(const TokenizerFiles& files, const std::string& token) {
    Contents contents = files.contents();
    for (const char* name : {kConfig, kNamed}) {
        if (!files.has(name) && name == kNamed) continue;
        Json config = files.has(name) ? files.json(name) : Json::object();
        config["eos_token"] = token;
        put(contents, name, config);
    }
    return {files.origin(), std::move(contents)};
}

} // namespace fettle

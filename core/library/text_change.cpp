#include "core/library/text_change.h"

#include "core/base/files.h"
#include "core/library/folder_model.h"
#include "core/text/bundled_templates.h"
#include "core/text/extend_tokenizer.h"

#include <algorithm>
#include <array>

namespace fettle {

namespace {

constexpr const char* kGenerationConfig = "generation_config.json";
constexpr std::string_view kAnswer = "an answer";

std::string sampleOf(const ChatTemplate& chatTemplate, const Json& specialTokens) {
    const Json messages = {{{"role", "user"}, {"content", "a question"}},
                           {{"role", "assistant"}, {"content", kAnswer}}};
    return chatTemplate.renderText({.messages = messages}, specialTokens);
}

// What stands in a sample for a token that the tokenizer does not name: characters that no template writes.
std::string markOf(std::string_view name) {
    return "\xEE\x80\x80" + std::string(name) + "\xEE\x80\x80"; // U+E000
}

// A template that writes a token by a name which stands for nothing would leave it out in silence, or fail.
void refuseUnnamedTokens(const ChatTemplate& chatTemplate, const Tokenizer& tokenizer) {
    constexpr std::array kNames = {"bos_token", "eos_token", "unk_token", "sep_token", "pad_token", "cls_token"};
    Json named = tokenizer.specialTokens();
    for (const char* name : kNames)
        if (!named.contains(name)) named[name] = markOf(name);
    std::string text;
    try {
        text = sampleOf(chatTemplate, named);
    } catch (const Error&) {
        return; // a template that takes no such conversation
    }
    for (const char* name : kNames)
        if (text.find(markOf(name)) != std::string::npos)
            throw Error{ErrorKind::BadTemplate,
                        "The chat template writes " + std::string(name) + ", and the model's tokenizer has none.",
                        "Write the token itself into the template, or choose another: chatml brings its own.",
                        {{"key", "data.chat_template"}, {"token", name}}};
}

std::vector<std::string> wantedTokens(const TextChange& change) {
    std::vector<std::string> tokens = change.addSpecialTokens;
    if (const BundledTemplate* bundled = bundledTemplate(change.chatTemplate))
        tokens.insert(tokens.end(), bundled->tokens.begin(), bundled->tokens.end());
    return tokens;
}

// Those that the tokenizer does not find whole in a text, each once.
std::vector<std::string> missingTokens(const std::vector<std::string>& wanted, const Tokenizer& tokenizer) {
    std::vector<std::string> missing;
    for (const std::string& token : wanted) {
        if (token.empty())
            throw Error{ErrorKind::BadConfig,
                        "An empty text is no token.",
                        "Write it out, such as <|sep|>.",
                        {{"key", "model.add_special_tokens"}}};
        const auto id = tokenizer.idOf(token);
        const bool isThere = id && tokenizer.isSpecial(*id);
        if (!isThere && std::ranges::find(missing, token) == missing.end()) missing.push_back(token);
    }
    return missing;
}

TokenizerFiles filesOf(const TextSide& side, const BaseModel& base) {
    return side.tokenizerFolder.empty() ? base.tokenizerFiles() : TokenizerFiles::of(side.tokenizerFolder);
}

void take(const TokenizerFiles& files, TextSide& side) {
    side.tokenizer = Tokenizer::load(files);
    side.files.isTokenizerOwn = true;
    std::erase_if(side.files.companions, [](const Companion& file) { return isTokenizerFile(file.name); });
    for (const auto& [name, content] : files.contents())
        side.files.companions.push_back({.name = name, .content = content});
}

} // namespace

ChatTemplate chosenTemplate(const std::string& nameOrFile) {
    const BundledTemplate* bundled = bundledTemplate(nameOrFile);
    return ChatTemplate::parse(bundled != nullptr ? sourceOf(*bundled) : readFile(nameOrFile));
}

std::optional<TokenId> endOfTurn(const ChatTemplate& chatTemplate, const Tokenizer& tokenizer) try {
    const std::string text = sampleOf(chatTemplate, tokenizer.specialTokens());
    const std::size_t answer = text.rfind(kAnswer);
    if (answer == std::string::npos) return std::nullopt;
    for (const TokenId id : tokenizer.encode(text.substr(answer + kAnswer.size()), SpecialTokens::None).ids) {
        if (tokenizer.isSpecial(id)) return id;
        const std::string piece = tokenizer.decode(std::vector{id}, SpecialText::Keep);
        if (piece.find_first_not_of(" \t\r\n") != std::string::npos) return std::nullopt;
    }
    return std::nullopt;
} catch (const Error&) {
    return std::nullopt; // a template that takes no such conversation
}

std::vector<std::string> brokenMarkers(const ChatTemplate& chatTemplate, const Tokenizer& tokenizer) try {
    const std::string text = sampleOf(chatTemplate, tokenizer.specialTokens());
    std::vector<std::string> markers;
    for (std::size_t at = text.find("<|"); at != std::string::npos; at = text.find("<|", at + 1)) {
        const std::size_t end = text.find("|>", at + 2);
        const std::string marker = end == std::string::npos ? "" : text.substr(at, end + 2 - at);
        if (!marker.empty() && marker.find_first_of(" \t\r\n") == std::string::npos) markers.push_back(marker);
    }
    return missingTokens(markers, tokenizer);
} catch (const Error&) {
    return {}; // a template that takes no such conversation
}

void apply(const TextChange& change, TextSide& side, const BaseModel& base) {
    const std::vector<std::string> missing = missingTokens(wantedTokens(change), *side.tokenizer);
    const bool isChosen = !change.chatTemplate.empty();
    if (isChosen) refuseUnnamedTokens(*side.chatTemplate, *side.tokenizer);
    const bool isBundled = bundledTemplate(change.chatTemplate) != nullptr;
    if (missing.empty() && !isBundled) return;
    TokenizerFiles files = filesOf(side, base);
    if (!missing.empty()) {
        const std::int64_t known = side.tokenizer->size();
        files = withSpecialTokens(files, *side.tokenizer, missing);
        take(files, side);
        for (std::int64_t id = known; id < side.tokenizer->size(); ++id)
            side.addedIds.push_back(static_cast<TokenId>(id));
    }
    const auto end = isChosen ? endOfTurn(*side.chatTemplate, *side.tokenizer) : std::nullopt;
    if (end && end != side.tokenizer->eosId()) take(withEosToken(files, side.tokenizer->piece(*end)), side);
}

void nameStopIds(std::vector<Companion>& companions, const std::vector<TokenId>& ids) {
    const auto isIt = [](const Companion& file) { return file.name == kGenerationConfig; };
    auto file = std::ranges::find_if(companions, isIt);
    if (file == companions.end()) file = companions.insert(file, {.name = kGenerationConfig, .content = "{}"});
    Json config = file->source.empty() ? parseJson(file->content, file->name) : readJson(file->source);
    config["eos_token_id"] = ids.size() == 1 ? Json(ids.front()) : Json(ids);
    *file = {.name = kGenerationConfig, .content = config.dump(2) + "\n"};
}

} // namespace fettle

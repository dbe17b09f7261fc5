#include "core/library/text_side.h"

#include "core/base/files.h"
#include "core/base/log.h"
#include "core/library/folder_model.h"

#include <algorithm>

namespace fettle {

namespace fs = std::filesystem;

namespace {

// The base's companions, with the tokenizer of another folder in place of its own.
std::vector<Companion> withTokenizerOf(const fs::path& folder, std::vector<Companion> companions) {
    std::erase_if(companions, [](const Companion& file) { return isTokenizerFile(file.name); });
    const std::vector<Companion> own = tokenizerCompanions(folder);
    companions.insert(companions.end(), own.begin(), own.end());
    return companions;
}

void addOnce(std::vector<TokenId>& ids, TokenId id) {
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

// The special token right behind what the assistant says, blanks apart.
std::optional<TokenId> endOfTurn(const ChatTemplate& chatTemplate, const Tokenizer& tokenizer) try {
    constexpr std::string_view kAnswer = "an answer";
    const Json messages = {{{"role", "user"}, {"content", "a question"}},
                           {{"role", "assistant"}, {"content", kAnswer}}};
    const std::string text = chatTemplate.renderText({.messages = messages}, tokenizer.specialTokens());
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

void readTokenizer(TextSide& side, const BaseModel& base, const std::vector<fs::path>& adapters) {
    const auto bringing = std::find_if(adapters.begin(), adapters.end(), hasTokenizer);
    const bool isBases = bringing == adapters.end();
    side.tokenizer = isBases ? base.tokenizer() : Tokenizer::load(*bringing);
    side.tokenizerFolder = isBases ? fs::path() : *bringing;
    side.files.companions = isBases ? base.companions() : withTokenizerOf(*bringing, base.companions());
    for (const TokenId id : base.eosIds())
        addOnce(side.stopIds, id);
    if (const auto eos = side.tokenizer->eosId()) addOnce(side.stopIds, *eos);
}

void readTemplate(TextSide& side, const BaseModel& base, const std::vector<fs::path>& adapters) {
    for (const fs::path& adapter : adapters) {
        auto own = ChatTemplate::load(adapter);
        if (!own) continue;
        if (!side.chatTemplate)
            side.chatTemplate = std::move(own);
        else if (side.chatTemplate->source() != own->source())
            logLine("note: " + adapter.string() + " was trained with another chat template than the adapter before it");
    }
    if (side.chatTemplate)
        side.files.chatTemplate = side.chatTemplate->source();
    else
        side.chatTemplate = base.chatTemplate();
}

} // namespace

void SideFiles::writeTo(const fs::path& folder) const {
    for (const Companion& file : companions)
        writeFileAtomically(folder / file.name, file.source.empty() ? file.content : readFile(file.source));
    writeTemplateTo(folder);
}

void SideFiles::writeTemplateTo(const fs::path& folder) const {
    if (!chatTemplate.empty()) writeFileAtomically(folder / kChatTemplateFiles.front(), chatTemplate);
}

bool bringsTextSide(const fs::path& adapter) {
    return hasTokenizer(adapter) || !ChatTemplate::sourceIn(adapter).empty();
}

TextSide readTextSide(const BaseModel& base, const std::vector<fs::path>& adapters, const fs::path& chatTemplate) {
    TextSide side;
    readTokenizer(side, base, adapters);
    if (chatTemplate.empty()) {
        readTemplate(side, base, adapters);
    } else {
        side.chatTemplate = ChatTemplate::load({}, chatTemplate);
        side.files.chatTemplate = side.chatTemplate->source();
    }
    side.turnStopIds = side.stopIds;
    if (side.chatTemplate)
        if (const auto id = endOfTurn(*side.chatTemplate, *side.tokenizer)) addOnce(side.turnStopIds, *id);
    return side;
}

} // namespace fettle

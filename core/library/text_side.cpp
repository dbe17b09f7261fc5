#include "core/library/text_side.h"

#include "core/base/files.h"
#include "core/base/log.h"
#include "core/library/folder_model.h"
#include "core/library/text_change.h"
#include "core/source/vocabulary.h"

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

void readTokenizer(TextSide& side, const BaseModel& base, const std::vector<fs::path>& adapters) {
    const auto bringing = std::find_if(adapters.begin(), adapters.end(), hasTokenizer);
    const bool isBases = bringing == adapters.end();
    side.tokenizer = isBases ? base.tokenizer() : Tokenizer::load(*bringing);
    side.tokenizerFolder = isBases ? fs::path() : *bringing;
    side.files.isTokenizerOwn = !isBases;
    side.files.companions = isBases ? base.companions() : withTokenizerOf(*bringing, base.companions());
}

// Of the base's settings and of the tokenizer. One that is not the base's is named in the settings that go with it.
void readStopIds(TextSide& side, const BaseModel& base) {
    const std::vector<TokenId> own = base.eosIds();
    for (const TokenId id : own)
        addOnce(side.stopIds, id);
    const auto eos = side.tokenizer->eosId();
    if (!eos || std::ranges::find(own, *eos) != own.end()) return;
    side.stopIds.push_back(*eos);
    if (side.files.isTokenizerOwn) nameStopIds(side.files.companions, side.stopIds);
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

void write(const Companion& file, const fs::path& folder) {
    writeFileAtomically(folder / file.name, file.source.empty() ? file.content : readFile(file.source));
}

} // namespace

void SideFiles::writeTo(const fs::path& folder) const {
    for (const Companion& file : companions)
        if (!isTokenizerOwn || !isTokenizerFile(file.name)) write(file, folder);
    writeOwnTo(folder);
}

void SideFiles::writeOwnTo(const fs::path& folder) const {
    for (const Companion& file : companions)
        if (isTokenizerOwn && isTokenizerFile(file.name)) write(file, folder);
    if (!chatTemplate.empty()) writeFileAtomically(folder / kChatTemplateFiles.front(), chatTemplate);
}

bool bringsTextSide(const fs::path& adapter) {
    return hasTokenizer(adapter) || !ChatTemplate::sourceIn(adapter).empty();
}

TextSide readTextSide(const BaseModel& base, const std::vector<fs::path>& adapters, const TextChange& change) {
    TextSide side;
    readTokenizer(side, base, adapters);
    if (change.chatTemplate.empty()) {
        readTemplate(side, base, adapters);
    } else {
        side.chatTemplate = chosenTemplate(change.chatTemplate);
        side.files.chatTemplate = side.chatTemplate->source();
    }
    apply(change, side, base);
    readStopIds(side, base);
    side.turnStopIds = side.stopIds;
    if (side.chatTemplate)
        if (const auto id = endOfTurn(*side.chatTemplate, *side.tokenizer)) addOnce(side.turnStopIds, *id);
    return side;
}

Architecture architectureFor(const BaseModel& base, const TextSide& text) {
    Architecture architecture = base.architecture();
    if (!text.files.isTokenizerOwn) return architecture;
    architecture = withVocabulary(std::move(architecture), text.tokenizer->size());
    const auto eos = text.tokenizer->eosId();
    return eos ? withEos(std::move(architecture), *eos) : architecture;
}

} // namespace fettle

#include "core/base/error.h"
#include "core/library/gguf/vocabulary.h"
#include "core/library/gguf/word_rules.h"
#include "core/text/sentencepiece_model.h"

#include <algorithm>

namespace fettle {

namespace {

using Kind = SentencePieceModel::Kind;
constexpr std::string_view kSpacePiece = "\xE2\x96\x81"; // ▁

Kind kindOf(const GgufVocabulary& v, std::size_t id) {
    const std::int32_t kind = v.kinds[id];
    return kind >= 1 && kind <= 6 ? static_cast<Kind>(kind) : Kind::Normal;
}

bool isAdded(Kind kind) {
    return kind == Kind::Control || kind == Kind::Unknown || kind == Kind::UserDefined;
}

Json addedEntry(const std::string& content, Kind kind) {
    return {{"content", content},  {"lstrip", false},      {"rstrip", false},
            {"normalized", false}, {"single_word", false}, {"special", kind != Kind::UserDefined}};
}

Json postProcessor(const GgufVocabulary& v) {
    Json single = Json::array(), tokens = Json::object();
    const auto put = [&](const std::optional<std::int64_t>& id) {
        const std::string& text = v.tokens[static_cast<std::size_t>(*id)];
        single.push_back({{"SpecialToken", {{"id", text}, {"type_id", 0}}}});
        tokens[text] = {{"id", text}, {"ids", {*id}}, {"tokens", {text}}};
    };
    if (v.addsBos && v.bos) put(v.bos);
    single.push_back({{"Sequence", {{"id", "A"}, {"type_id", 0}}}});
    if (v.addsEos && v.eos) put(v.eos);
    return {{"type", "TemplateProcessing"}, {"single", single}, {"pair", Json::array()}, {"special_tokens", tokens}};
}

std::string byteLevelJson(const GgufVocabulary& v) {
    const WordRule rule = wordRuleNamed(v.pre);
    JsonMembers pieces;
    Json added = Json::array();
    for (std::size_t id = 0; id < v.tokens.size(); ++id) {
        const Kind kind = kindOf(v, id);
        if (isAdded(kind)) {
            added.push_back(addedEntry(v.tokens[id], kind));
            added.back()["id"] = id;
        } else if (kind != Kind::Unused) {
            pieces.emplace_back(v.tokens[id], id);
        }
    }
    Json tokenizer = {{"version", "1.0"},
                      {"added_tokens", added},
                      {"normalizer", rule.normalizer},
                      {"pre_tokenizer", rule.preTokenizer},
                      {"post_processor", postProcessor(v)},
                      {"decoder", {{"type", "ByteLevel"}}},
                      {"model", {{"type", "BPE"}, {"ignore_merges", rule.ignoresMerges}, {"merges", v.merges}}}};
    tokenizer["model"]["vocab"] = objectOf(std::move(pieces));
    return toLine(std::move(tokenizer));
}

// llama.cpp finds a user-defined token in the raw text, SentencePiece in the normalised one, with ▁ for each space.
std::string normalisedPiece(std::string text) {
    for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + kSpacePiece.size()))
        text.replace(at, 1, kSpacePiece);
    return text;
}

std::string sentencePieceFile(const GgufVocabulary& v) {
    SentencePieceModel model{.isUnigram = v.model == "t5",
                             .unknown = v.unknown.value_or(-1),
                             .bos = v.bos.value_or(-1),
                             .eos = v.eos.value_or(-1),
                             .pad = v.pad.value_or(-1),
                             .addsSpacePrefix = v.addsSpacePrefix,
                             .removesExtraSpaces = v.removesExtraSpaces,
                             .characterMap = v.characterMap};
    for (std::size_t id = 0; id < v.tokens.size(); ++id) {
        const Kind kind = kindOf(v, id);
        if (kind == Kind::Unknown && model.unknown < 0) model.unknown = static_cast<std::int64_t>(id);
        model.pieces.push_back(
            {kind == Kind::UserDefined ? normalisedPiece(v.tokens[id]) : v.tokens[id], v.scores[id], kind});
    }
    // The library wants exactly one, of which some files make a control token.
    for (std::size_t id = 0; id < model.pieces.size(); ++id) {
        Kind& kind = model.pieces[id].kind;
        if (static_cast<std::int64_t>(id) == model.unknown)
            kind = Kind::Unknown;
        else if (kind == Kind::Unknown)
            kind = Kind::Control;
    }
    return serialized(model);
}

Json settingsOf(const GgufVocabulary& v) {
    const bool isBytes = v.isOfBytes();
    const char* sentencePieceClass = v.addsSpacePrefix ? "LlamaTokenizer" : "GemmaTokenizer";
    Json config = {{"tokenizer_class", isBytes ? "PreTrainedTokenizerFast" : sentencePieceClass},
                   {"clean_up_tokenization_spaces", false},
                   {"add_bos_token", v.addsBos},
                   {"add_eos_token", v.addsEos}};
    const auto name = [&](const char* key, const std::optional<std::int64_t>& id) {
        if (id) config[key] = v.tokens[static_cast<std::size_t>(*id)];
    };
    name("bos_token", v.bos);
    name("eos_token", v.eos);
    name("unk_token", v.unknown);
    name("pad_token", v.pad);
    Json added = Json::object();
    for (std::size_t id = 0; id < v.tokens.size(); ++id)
        if (const Kind kind = kindOf(v, id); kind == Kind::Control || kind == Kind::Unknown)
            added[std::to_string(id)] = addedEntry(v.tokens[id], kind);
    config["added_tokens_decoder"] = std::move(added);
    return config;
}

} // namespace

TokenizerFiles tokenizerFilesOf(const GgufVocabulary& v, const std::filesystem::path& origin) {
    if (v.tokens.empty())
        throw Error{ErrorKind::BadTokenizer,
                    origin.string() + " holds no tokenizer.",
                    "Choose another file of the same model.",
                    {{"file", origin.string()}}};
    std::map<std::string, std::string> files;
    files["tokenizer_config.json"] = toLine(settingsOf(v));
    if (v.isOfBytes())
        files["tokenizer.json"] = byteLevelJson(v);
    else
        files["tokenizer.model"] = sentencePieceFile(v);
    return {origin, std::move(files)};
}

} // namespace fettle

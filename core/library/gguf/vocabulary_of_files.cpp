#include "core/base/error.h"
#include "core/library/gguf/vocabulary.h"
#include "core/library/gguf/word_rules.h"
#include "core/text/json_tokenizer.h"
#include "core/text/sentencepiece_model.h"

#include <algorithm>
#include <unordered_map>

namespace fettle {

namespace {

using Kind = SentencePieceModel::Kind;
constexpr const char* kSpace = "\xE2\x96\x81"; // ▁
constexpr float kAddedScore = -1000, kPadScore = -10000;

// llama.cpp finds a user-defined token in the raw text.
std::string rawText(std::string piece) {
    for (std::size_t at = piece.find(kSpace); at != std::string::npos; at = piece.find(kSpace, at + 1))
        piece.replace(at, std::string_view(kSpace).size(), " ");
    return piece;
}

void put(GgufVocabulary& v, std::size_t id, const std::string& text, float score, Kind kind) {
    if (id >= v.tokens.size()) return; // no row of the embedding
    v.tokens[id] = kind == Kind::UserDefined ? rawText(text) : text;
    v.kinds[id] = static_cast<std::int32_t>(kind);
    if (!v.scores.empty()) v.scores[id] = score;
}

// Every entry a name of its own until a token takes its place.
void makeRows(GgufVocabulary& v, std::int64_t rows) {
    for (std::int64_t id = 0; id < rows; ++id)
        v.tokens.push_back("[PAD" + std::to_string(id) + "]");
    v.kinds.assign(v.tokens.size(), static_cast<std::int32_t>(Kind::Unused));
    if (!v.isOfBytes()) v.scores.assign(v.tokens.size(), kPadScore);
}

// Tokens that the tokenizer finds before anything else looks at a text, as it knows them itself.
void putAdded(GgufVocabulary& v, const BaseTokenizer& tokenizer) {
    for (const auto& [id, token] : tokenizer.addedTokens()) {
        const auto at = static_cast<std::size_t>(id);
        if (at < v.kinds.size() && v.kinds[at] == static_cast<std::int32_t>(Kind::Unknown)) continue;
        put(v, at, token.content, kAddedScore, token.isSpecial ? Kind::Control : Kind::UserDefined);
    }
}

std::string mergeText(const Json& merge) {
    return merge.is_string() ? merge.get<std::string>()
                             : merge.at(0).get<std::string>() + " " + merge.at(1).get<std::string>();
}

void readByteLevel(GgufVocabulary& v, const Json& tokenizer) {
    v.pre = nameOfWordRule(tokenizer);
    for (const auto& [piece, id] : tokenizer.at("model").at("vocab").get_ref<const Json::object_t&>())
        put(v, id.get<std::size_t>(), piece, 0, Kind::Normal);
    for (const Json& merge : tokenizer.at("model").at("merges"))
        v.merges.push_back(mergeText(merge));
}

void readSentencePiece(GgufVocabulary& v, const SentencePieceModel& model) {
    for (std::size_t id = 0; id < model.pieces.size(); ++id)
        put(v, id, model.pieces[id].text, model.pieces[id].score, model.pieces[id].kind);
    v.addsSpacePrefix = model.addsSpacePrefix;
    v.removesExtraSpaces = model.removesExtraSpaces;
    v.characterMap = model.characterMap;
}

bool isByteName(const std::string& piece) {
    return piece.size() == 6 && piece.starts_with("<0x") && piece.back() == '>';
}

bool prependsSpace(const Json& part) {
    if (part.is_array()) return std::ranges::any_of(part, prependsSpace);
    if (!part.is_object()) return false;
    const std::string type = part.value("type", "");
    if (type == "Prepend") return part.value("prepend", "") == kSpace;
    if (type == "Metaspace") return part.value("prepend_scheme", "always") != "never";
    return prependsSpace(part.value("normalizers", Json())) || prependsSpace(part.value("pretokenizers", Json()));
}

// A SentencePiece model whose tokenizer.model is gone: a piece's score is the rank of the merge that makes it, which is
// how the merges were ordered (transformers convert_slow_tokenizer.py, generate_merges).
void readMergedPieces(GgufVocabulary& v, const Json& tokenizer) {
    std::unordered_map<std::string, float> scores;
    for (const Json& merge : tokenizer.at("model").at("merges")) {
        std::string whole = mergeText(merge);
        whole.erase(whole.find(' '), 1);
        scores.emplace(std::move(whole), -static_cast<float>(scores.size()) - 1);
    }
    const std::string unknown = tokenizer.at("model").value("unk_token", Json("")).is_string()
                                    ? tokenizer.at("model").value("unk_token", "")
                                    : "";
    for (const auto& [piece, id] : tokenizer.at("model").at("vocab").get_ref<const Json::object_t&>()) {
        const auto score = scores.find(piece);
        const Kind kind = piece == unknown ? Kind::Unknown : isByteName(piece) ? Kind::Byte : Kind::Normal;
        put(v, id.get<std::size_t>(), piece, score == scores.end() ? 0 : score->second, kind);
    }
    v.addsSpacePrefix =
        prependsSpace(tokenizer.value("normalizer", Json())) || prependsSpace(tokenizer.value("pre_tokenizer", Json()));
}

std::optional<std::int64_t> idNamed(const Tokenizer& tokenizer, const char* name) {
    const auto found = tokenizer.specialTokens().find(name);
    if (found == tokenizer.specialTokens().end()) return std::nullopt;
    const auto id = tokenizer.idOf(found->get<std::string>());
    return id ? std::optional<std::int64_t>(*id) : std::nullopt;
}

void readNamedIds(GgufVocabulary& v, const Tokenizer& tokenizer) {
    v.bos = tokenizer.bosId();
    v.eos = tokenizer.eosId();
    v.pad = tokenizer.padId();
    v.unknown = idNamed(tokenizer, "unk_token");
    const auto unknown = std::ranges::find(v.kinds, static_cast<std::int32_t>(Kind::Unknown));
    if (unknown != v.kinds.end()) v.unknown = unknown - v.kinds.begin();
    const std::vector<TokenId> framed = tokenizer.encode("a", SpecialTokens::Add).ids;
    v.addsBos = v.bos && framed.front() == *v.bos;
    v.addsEos = v.eos && framed.back() == *v.eos;
}

Json tokenizerJsonIn(const TokenizerFiles& files) {
    return files.has("tokenizer.json") ? files.json("tokenizer.json") : tokenizerJsonFromMerges(files);
}

} // namespace

GgufVocabulary vocabularyOf(const TokenizerFiles& files, std::int64_t rows) {
    const auto tokenizer = std::dynamic_pointer_cast<const BaseTokenizer>(Tokenizer::load(files));
    GgufVocabulary v;
    if (files.has("tokenizer.model")) {
        const SentencePieceModel model = parseSentencePieceModel(files.text("tokenizer.model"));
        v.model = model.isUnigram ? "t5" : "llama";
        makeRows(v, rows);
        readSentencePiece(v, model);
    } else {
        const Json json = tokenizerJsonIn(files);
        const bool isMerged = json.at("model").value("byte_fallback", false);
        v.model = isMerged ? "llama" : "gpt2";
        makeRows(v, rows);
        isMerged ? readMergedPieces(v, json) : readByteLevel(v, json);
    }
    putAdded(v, *tokenizer);
    readNamedIds(v, *tokenizer);
    return v;
}

} // namespace fettle

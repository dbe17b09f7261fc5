#include "core/text/json_tokenizer.h"

#include "core/base/error.h"
#include "core/text/bpe.h"
#include "core/text/component.h"
#include "core/text/unigram.h"

namespace fettle {

namespace {

std::unique_ptr<const WordModel> makeModel(const Json& json) {
    const Json& model = part(json, "model");
    const std::string type = model.value("type", model.contains("merges") ? "BPE" : "Unigram");
    if (type == "BPE") return std::make_unique<Bpe>(model);
    if (type == "Unigram") return std::make_unique<Unigram>(model);
    refuseComponent("model", type);
}

} // namespace

JsonTokenizer::JsonTokenizer(const Json& json, const TokenizerFiles& files)
    : m_model(makeModel(json)), m_normalizer(makeNormalizer(json.value("normalizer", Json()))),
      m_preTokenizer(makePreTokenizer(json.value("pre_tokenizer", Json()))),
      m_decoder(makeDecoder(json.value("decoder", Json()))) {
    m_frame = frameOf(json.value("post_processor", Json()));
    addTokens(json.value("added_tokens", Json::array()));
    for (const auto& [piece, id] : m_model->vocabulary())
        index(id, piece);
    indexAddedTokens();
    readSpecialTokens(files);
    indexAddedTokens();
    refuseForeignIds();
    if (m_normalizer)
        m_added.lookForNormalForms([this](const std::string& content) {
            AlignedText text = AlignedText::of(content, 0);
            m_normalizer(text);
            return text.bytes;
        });
}

void JsonTokenizer::addTokens(const Json& list) {
    for (const Json& token : list) {
        const bool isSpecial = token.value("special", false);
        m_added.add({.id = tokenId(part(token, "id")),
                     .content = part(token, "content").get<std::string>(),
                     .isSpecial = isSpecial,
                     .isNormalized = token.value("normalized", !isSpecial),
                     .stripsLeft = token.value("lstrip", false),
                     .stripsRight = token.value("rstrip", false),
                     .isSingleWord = token.value("single_word", false)});
    }
}

void JsonTokenizer::index(TokenId id, const std::string& piece) {
    if (id >= std::ssize(m_pieces)) m_pieces.resize(static_cast<std::size_t>(id) + 1);
    m_pieces[static_cast<std::size_t>(id)] = piece;
}

void JsonTokenizer::indexAddedTokens() {
    for (const auto& [id, token] : m_added.all())
        index(id, token.content);
}

// What encode() puts around a text must be something that decode() knows.
void JsonTokenizer::refuseForeignIds() const {
    for (const auto* ids : {&m_frame.before, &m_frame.after})
        for (const TokenId id : *ids)
            if (id < 0 || id >= size())
                throw Error{ErrorKind::BadTokenizer,
                            "tokenizer.json: the post-processor adds the id " + std::to_string(id) +
                                ", which is no token.",
                            "Download the tokenizer again."};
}

void JsonTokenizer::encodeStretch(AlignedText stretch, Encoding& encoding) const {
    if (m_normalizer) m_normalizer(stretch);
    for (AddedTokens::Stretch& part : m_added.cut(std::move(stretch), /*normalized=*/true)) {
        if (part.token != nullptr) {
            append(encoding, part.token->id, part.text.span(0, part.text.bytes.size()));
            continue;
        }
        std::vector<AlignedText> words;
        words.push_back(std::move(part.text));
        if (m_preTokenizer) m_preTokenizer(words);
        for (const AlignedText& word : words) {
            std::size_t at = 0;
            for (const WordToken& token : m_model->encode(word.bytes)) {
                append(encoding, token.id, word.span(at, at + token.bytes));
                at += token.bytes;
            }
        }
    }
}

std::string JsonTokenizer::decode(std::span<const TokenId> ids, SpecialText special) const {
    refuseBadIds(ids);
    std::vector<std::string> pieces;
    for (const TokenId id : ids)
        if (special == SpecialText::Keep || !isSpecial(id)) pieces.push_back(m_pieces[static_cast<std::size_t>(id)]);
    m_decoder(pieces);
    std::string text;
    for (const std::string& piece : pieces)
        text += piece;
    return text;
}

std::string JsonTokenizer::piece(TokenId id) const {
    refuseBadIds({&id, 1});
    return m_pieces[static_cast<std::size_t>(id)];
}

std::optional<TokenId> JsonTokenizer::idOf(std::string_view piece) const {
    for (const auto& [id, token] : m_added.all())
        if (token.content == piece) return id;
    const auto found = m_model->vocabulary().find(piece);
    return found == m_model->vocabulary().end() ? std::nullopt : std::optional(found->second);
}

} // namespace fettle

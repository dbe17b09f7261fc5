#include "core/text/sentencepiece_tokenizer.h"

#include "core/base/error.h"
#include "core/text/sentencepiece_check.h"
#include "core/text/utf8.h"

#include <sentencepiece_processor.h>

#include <algorithm>

namespace fettle {

namespace {

// Llama's own default, where tokenizer_config.json says nothing.
constexpr bool kAddsBos = true;
constexpr const char* kModelFile = "tokenizer.model";

// SentencePiece gives no text to the space that it adds in front and to all but the last byte of a character; both
// stand for the character that they begin with, as in a tokenizer.json.
TextSpan spanOf(const AlignedText& text, std::size_t begin, std::size_t end) {
    if (begin == end && begin < text.bytes.size())
        end = begin + static_cast<std::size_t>(codePointAt(text.bytes, begin).length);
    return text.span(begin, end);
}

} // namespace

SentencePieceTokenizer::SentencePieceTokenizer(const TokenizerFiles& files)
    : m_processor(std::make_unique<sentencepiece::SentencePieceProcessor>()) {
    const std::string& model = files.text(kModelFile);
    if (!hasSoundCharacterMaps(model) || !m_processor->LoadFromSerializedProto(model).ok())
        throw Error{ErrorKind::BadTokenizer,
                    files.where(kModelFile).string() + " is no SentencePiece model.",
                    "Download the tokenizer again.",
                    {{"file", files.where(kModelFile).string()}}};
    m_size = m_processor->GetPieceSize();
    addControlPieces();
    if (kAddsBos && m_processor->bos_id() >= 0) m_frame.before = {m_processor->bos_id()};
    readSpecialTokens(files);
    for (const auto& [id, token] : m_added.all())
        m_size = std::max<std::int64_t>(m_size, id + 1);
    const auto orOwn = [](std::optional<TokenId>& id, int own) {
        if (!id && own >= 0) id = own;
    };
    orOwn(m_bos, m_processor->bos_id());
    orOwn(m_eos, m_processor->eos_id());
    orOwn(m_pad, m_processor->pad_id());
    for (const auto& [name, id] : {std::pair{"bos_token", m_bos}, {"eos_token", m_eos}})
        if (id && !m_specialTokens.contains(name)) m_specialTokens[name] = piece(*id);
}

SentencePieceTokenizer::~SentencePieceTokenizer() = default;

void SentencePieceTokenizer::addControlPieces() {
    for (int id = 0; id < m_processor->GetPieceSize(); ++id)
        if (m_processor->IsControl(id) || m_processor->IsUnknown(id))
            m_added.add({.id = id, .content = m_processor->IdToPiece(id), .isSpecial = true});
}

bool SentencePieceTokenizer::isInModel(TokenId id) const {
    return id < m_processor->GetPieceSize();
}

// The model normalises for itself: tokens that want a normalised text are found in the raw one all the same.
void SentencePieceTokenizer::encodeStretch(AlignedText stretch, Encoding& encoding) const {
    for (const AddedTokens::Stretch& part : m_added.cut(std::move(stretch), /*normalized=*/true)) {
        if (part.token != nullptr) {
            append(encoding, part.token->id, part.text.span(0, part.text.bytes.size()));
            continue;
        }
        const auto proto = m_processor->EncodeAsImmutableProto(part.text.bytes);
        for (std::size_t i = 0; i < proto.pieces_size(); ++i) {
            const auto token = proto.pieces(static_cast<int>(i));
            append(encoding, static_cast<TokenId>(token.id()), spanOf(part.text, token.begin(), token.end()));
        }
    }
}

std::string SentencePieceTokenizer::decode(std::span<const TokenId> ids, SpecialText special) const {
    refuseBadIds(ids);
    std::string text;
    std::vector<int> run;
    const auto flush = [&] {
        if (run.empty()) return;
        if (!text.empty() && losesSpace(run.front())) text += ' ';
        text += m_processor->DecodeIds(run);
        run.clear();
    };
    for (const TokenId id : ids) {
        const AddedToken* added = m_added.find(id);
        if (added == nullptr) {
            run.push_back(id);
            continue;
        }
        if (special == SpecialText::Skip && added->isSpecial) continue;
        flush();
        text += added->content;
    }
    flush();
    return text;
}

// SentencePiece drops the space that it put before a text; only that of the very first stretch is not the text's own.
bool SentencePieceTokenizer::losesSpace(TokenId first) const {
    constexpr std::string_view kSpace = "\xE2\x96\x81"; // ▁
    const std::string piece = m_processor->IdToPiece(first);
    if (!piece.starts_with(kSpace)) return false;
    const std::string next = m_processor->DecodeIds(std::vector<int>{first, first});
    return m_processor->DecodeIds(std::vector<int>{first}).size() * 2 < next.size();
}

std::string SentencePieceTokenizer::piece(TokenId id) const {
    refuseBadIds({&id, 1});
    const AddedToken* added = m_added.find(id);
    return added != nullptr ? added->content : isInModel(id) ? m_processor->IdToPiece(id) : "";
}

std::optional<TokenId> SentencePieceTokenizer::idOf(std::string_view piece) const {
    for (const auto& [id, token] : m_added.all())
        if (token.content == piece) return id;
    const int id = m_processor->PieceToId(std::string(piece));
    if (id == m_processor->unk_id() && m_processor->IdToPiece(id) != piece) return std::nullopt;
    return id;
}

} // namespace fettle

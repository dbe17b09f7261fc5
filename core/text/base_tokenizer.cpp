#include "core/text/base_tokenizer.h"

#include "core/base/error.h"
#include "core/text/component.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <charconv>

namespace fettle {

namespace {

void addDeclaredTokens(AddedTokens& added, const Json& config) {
    const auto declared = config.find("added_tokens_decoder");
    if (declared == config.end() || !declared->is_object()) return;
    for (const auto& [id, flags] : declared->items()) {
        std::int64_t number = 0;
        const auto [end, code] = std::from_chars(id.data(), id.data() + id.size(), number);
        if (code != std::errc{} || end != id.data() + id.size() || !flags.is_object()) continue;
        const bool isSpecial = flags.value("special", false);
        added.add({.id = tokenId(number),
                   .content = flags.value("content", ""),
                   .isSpecial = isSpecial,
                   .isNormalized = flags.value("normalized", !isSpecial),
                   .stripsLeft = flags.value("lstrip", false),
                   .stripsRight = flags.value("rstrip", false),
                   .isSingleWord = flags.value("single_word", false)});
    }
}

// Older tools write {"<|im_end|>": 32000} beside either kind of file.
void addListedTokens(AddedTokens& added, const TokenizerFiles& files) {
    constexpr const char* kFile = "added_tokens.json";
    if (!files.has(kFile)) return;
    const Json list = files.json(kFile);
    if (!list.is_object()) return;
    for (const auto& [content, id] : list.get_ref<const Json::object_t&>())
        if (added.find(content) == nullptr) added.add({.id = tokenId(id), .content = content, .isNormalized = false});
}

} // namespace

Encoding BaseTokenizer::encode(std::string_view text, SpecialTokens special) const {
    Encoding encoding;
    if (special == SpecialTokens::Add)
        for (const TokenId id : m_frame.before)
            append(encoding, id, {});
    for (AddedTokens::Stretch& stretch : m_added.cut(AlignedText::of(validUtf8(text), 0), /*normalized=*/false)) {
        if (stretch.token != nullptr)
            append(encoding, stretch.token->id, stretch.text.span(0, stretch.text.bytes.size()));
        else
            encodeStretch(std::move(stretch.text), encoding);
    }
    if (special == SpecialTokens::Add)
        for (const TokenId id : m_frame.after)
            append(encoding, id, {});
    return encoding;
}

bool BaseTokenizer::isSpecial(TokenId id) const {
    const AddedToken* token = m_added.find(id);
    return token != nullptr && token->isSpecial;
}

void BaseTokenizer::append(Encoding& encoding, TokenId id, TextSpan span) {
    encoding.ids.push_back(id);
    encoding.offsets.push_back(span);
}

void BaseTokenizer::refuseBadIds(std::span<const TokenId> ids) const {
    for (const TokenId id : ids)
        if (id < 0 || id >= size())
            throw Error{ErrorKind::BadUsage,
                        "The id " + std::to_string(id) + " is no token; this tokenizer has ids from 0 to " +
                            std::to_string(size() - 1) + ".",
                        "",
                        {{"id", std::to_string(id)}}};
}

// A special token that only a name declares: the vocabulary's piece if there is one, else a new id at the end, as
// transformers' add_special_tokens does.
void BaseTokenizer::addSpecial(const std::string& content) {
    if (const AddedToken* token = m_added.find(content)) return m_added.markSpecial(token->id);
    auto next = static_cast<TokenId>(size());
    if (!m_added.all().empty()) next = std::max(next, m_added.all().rbegin()->first + 1);
    m_added.add({.id = idOf(content).value_or(next), .content = content, .isSpecial = true});
}

void BaseTokenizer::readSpecialTokens(const TokenizerFiles& files) {
    const Json config = readTokenizerConfig(files);
    addDeclaredTokens(m_added, config);
    addListedTokens(m_added, files);
    m_specialTokens = namedSpecialTokens(config);
    for (const std::string& content : specialContents(config))
        addSpecial(content);
    const auto idOfNamed = [&](const char* name) -> std::optional<TokenId> {
        const auto found = m_specialTokens.find(name);
        return found == m_specialTokens.end() ? std::nullopt : idOf(found->get<std::string>());
    };
    m_bos = idOfNamed("bos_token");
    m_eos = idOfNamed("eos_token");
    m_pad = idOfNamed("pad_token");
    applyFrameFlags(m_frame, config, m_bos, m_eos);
}

} // namespace fettle

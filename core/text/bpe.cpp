#include "core/text/bpe.h"

#include "core/text/component.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <queue>

namespace fettle {

namespace {

constexpr std::size_t kLongWord = 64; // bytes; beyond them no word is remembered

std::uint64_t pairKey(TokenId left, TokenId right) {
    return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(left)) << 32) | static_cast<std::uint32_t>(right);
}

std::pair<std::string_view, std::string_view> mergeHalves(const Json& merge) {
    const auto text = [](const Json& part) -> std::string_view { return part.get_ref<const std::string&>(); };
    if (merge.is_array() && merge.size() == 2) return {text(merge[0]), text(merge[1])};
    const std::string_view both = text(merge);
    const auto space = both.find(' ', 1); // a token may itself be a space only in the newer form
    if (space == std::string_view::npos)
        throw Error{ErrorKind::BadTokenizer, "tokenizer.json: the merge \"" + std::string(both) + "\" is no pair.",
                    "Download the tokenizer again."};
    return {both.substr(0, space), both.substr(space + 1)};
}

} // namespace

Bpe::Bpe(const Json& model) : m_cache(std::make_shared<WordCache>()) {
    readVocabulary(part(model, "vocab"));
    m_byteFallback = model.value("byte_fallback", false);
    m_fuseUnknown = model.value("fuse_unk", false);
    m_ignoreMerges = model.value("ignore_merges", false);
    if (const auto unknown = model.find("unk_token"); unknown != model.end() && unknown->is_string())
        if (const auto found = m_vocabulary.find(unknown->get<std::string>()); found != m_vocabulary.end())
            m_unknown = found->second;
    readAffixes(model);
    readMerges(part(model, "merges"));
}

void Bpe::readAffixes(const Json& model) {
    const auto text = [&](const char* key) {
        const Json value = model.value(key, Json());
        return value.is_null() ? std::string() : value.get<std::string>();
    };
    m_prefix = text("continuing_subword_prefix");
    m_suffix = text("end_of_word_suffix");
    const Json dropout = model.value("dropout", Json());
    const bool isRandom = dropout.is_number() && dropout.get<double>() > 0;
    const bool isMixed = m_byteFallback && !(m_prefix + m_suffix).empty();
    if (isRandom || isMixed)
        throw Error{ErrorKind::BadTokenizer,
                    isRandom ? "tokenizer.json: \"dropout\" of BPE cuts the same text differently each time."
                             : "tokenizer.json: \"byte_fallback\" and affixes of a word do not go together.",
                    "Set it to null in a copy of the file.",
                    {{"key", isRandom ? "dropout" : "byte_fallback"}}};
}

void Bpe::readVocabulary(const Json& pieces) {
    if (!pieces.is_object())
        throw Error{ErrorKind::BadTokenizer, "tokenizer.json: the vocabulary is no table of pieces and ids.",
                    "Download the tokenizer again."};
    m_vocabulary.reserve(pieces.size());
    for (const auto& [piece, id] : pieces.get_ref<const Json::object_t&>())
        m_vocabulary.emplace(piece, tokenId(id));
}

void Bpe::readMerges(const Json& merges) {
    m_merges.reserve(merges.size());
    std::uint32_t rank = 0;
    std::string both;
    for (const Json& merge : merges) {
        const auto [left, right] = mergeHalves(merge);
        both.assign(left).append(right.substr(std::min(right.size(), m_prefix.size())));
        m_seams.join(left, right);
        m_merges.emplace(pairKey(required(left), required(right)), Merge{rank++, required(both)});
    }
}

TokenId Bpe::required(std::string_view piece) const {
    if (const auto found = m_vocabulary.find(piece); found != m_vocabulary.end()) return found->second;
    throw Error{ErrorKind::BadTokenizer,
                "tokenizer.json: a merge names \"" + std::string(piece) + "\", which is no token.",
                "Download the tokenizer again.",
                {{"token", std::string(piece)}}};
}

std::vector<WordToken> Bpe::encode(std::string_view word) const {
    if (word.empty()) return {};
    if (m_ignoreMerges)
        if (const auto whole = m_vocabulary.find(word); whole != m_vocabulary.end())
            return {{whole->second, static_cast<std::uint32_t>(word.size())}};
    // A tokenizer without a pre-tokenizer takes a whole text for one word. In parts it costs less, and most are known.
    const bool hasParts = word.size() > kLongWord && !m_ignoreMerges && m_prefix.empty() && m_suffix.empty();
    if (!hasParts) return encodePart(word);
    std::vector<WordToken> tokens;
    for (std::size_t begin = 0, end = 0; begin < word.size(); begin = end) {
        end = partEnd(word, begin);
        const std::vector<WordToken> part = encodePart(word.substr(begin, end - begin));
        tokens.insert(tokens.end(), part.begin(), part.end());
    }
    return tokens;
}

// Up to the next seam. Characters that are no token of their own stay together with what is beside them.
std::size_t Bpe::partEnd(std::string_view word, std::size_t begin) const {
    CodePoint left = codePointAt(word, begin);
    for (std::size_t at = begin; at + static_cast<std::size_t>(left.length) < word.size();) {
        const std::size_t next = at + static_cast<std::size_t>(left.length);
        const CodePoint right = codePointAt(word, next);
        const auto isToken = [&](std::size_t from, int length) {
            return m_vocabulary.contains(word.substr(from, static_cast<std::size_t>(length)));
        };
        if (!m_seams.isJoined(left.value, right.value) && isToken(at, left.length) && isToken(next, right.length))
            return next;
        at = next;
        left = right;
    }
    return word.size();
}

std::vector<WordToken> Bpe::encodePart(std::string_view word) const {
    if (const auto* known = m_cache->find(word)) return *known;
    std::vector<WordToken> tokens = characters(word);
    merge(tokens);
    m_cache->keep(word, tokens);
    return tokens;
}

// All characters of a word but the first have the prefix, the last one has the suffix, as in the tokenizers library's
// merge_word().
std::optional<TokenId> Bpe::characterId(std::string_view character, bool isFirst, bool isLast) const {
    const bool isPlain = (isFirst || m_prefix.empty()) && (!isLast || m_suffix.empty());
    const std::string_view piece = character;
    const auto found =
        isPlain ? m_vocabulary.find(piece)
                : m_vocabulary.find((isFirst ? "" : m_prefix) + std::string(character) + (isLast ? m_suffix : ""));
    return found == m_vocabulary.end() ? std::nullopt : std::optional(found->second);
}

std::vector<WordToken> Bpe::characters(std::string_view word) const {
    std::vector<WordToken> tokens;
    bool lastIsUnknown = false;
    for (std::size_t at = 0; at < word.size();) {
        const auto length = static_cast<std::uint32_t>(codePointAt(word, at).length);
        const std::string_view character = word.substr(at, length);
        const bool isFirst = at == 0;
        at += length;
        if (const auto id = characterId(character, isFirst, at >= word.size())) {
            tokens.push_back({*id, length});
            lastIsUnknown = false;
            continue;
        }
        const std::vector<WordToken> bytes =
            m_byteFallback ? byteTokens(character, m_vocabulary) : std::vector<WordToken>{};
        if (!bytes.empty()) {
            tokens.insert(tokens.end(), bytes.begin(), bytes.end());
            lastIsUnknown = false;
        } else if (m_unknown && m_fuseUnknown && lastIsUnknown) {
            tokens.back().bytes += length;
        } else if (m_unknown) {
            tokens.push_back({*m_unknown, length});
            lastIsUnknown = true;
        }
    }
    return tokens;
}

const Bpe::Merge* Bpe::mergeOf(TokenId left, TokenId right) const {
    const auto found = m_merges.find(pairKey(left, right));
    return found == m_merges.end() ? nullptr : &found->second;
}

// A linked list of symbols and a heap of candidate pairs: n log n also for a word as long as a book.
void Bpe::merge(std::vector<WordToken>& tokens) const {
    const auto count = static_cast<int>(tokens.size());
    std::vector<int> previous(tokens.size()), next(tokens.size());
    for (int i = 0; i < count; ++i) {
        previous[static_cast<std::size_t>(i)] = i - 1;
        next[static_cast<std::size_t>(i)] = i + 1 < count ? i + 1 : -1;
    }
    struct Candidate {
        std::uint32_t rank;
        int left;
        TokenId leftId, rightId;
        bool operator>(const Candidate& other) const {
            return rank != other.rank ? rank > other.rank : left > other.left;
        }
    };
    std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> queue;
    const auto propose = [&](int left) {
        if (left < 0 || next[static_cast<std::size_t>(left)] < 0) return;
        const TokenId a = tokens[static_cast<std::size_t>(left)].id;
        const TokenId b = tokens[static_cast<std::size_t>(next[static_cast<std::size_t>(left)])].id;
        if (const Merge* merge = mergeOf(a, b)) queue.push({merge->rank, left, a, b});
    };
    for (int i = 0; i + 1 < count; ++i)
        propose(i);
    while (!queue.empty()) {
        const Candidate best = queue.top();
        queue.pop();
        WordToken& left = tokens[static_cast<std::size_t>(best.left)];
        const int rightIndex = next[static_cast<std::size_t>(best.left)];
        if (left.bytes == 0 || rightIndex < 0 || left.id != best.leftId) continue; // the pair is gone
        WordToken& right = tokens[static_cast<std::size_t>(rightIndex)];
        if (right.id != best.rightId) continue;
        left = {mergeOf(best.leftId, best.rightId)->id, left.bytes + right.bytes};
        right.bytes = 0;
        const int after = next[static_cast<std::size_t>(rightIndex)];
        next[static_cast<std::size_t>(best.left)] = after;
        if (after >= 0) previous[static_cast<std::size_t>(after)] = best.left;
        propose(previous[static_cast<std::size_t>(best.left)]);
        propose(best.left);
    }
    std::erase_if(tokens, [](const WordToken& token) { return token.bytes == 0; });
}

} // namespace fettle

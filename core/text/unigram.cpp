#include "core/text/unigram.h"

#include "core/text/component.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <limits>

namespace fettle {

namespace {

constexpr double kUnknownPenalty = 10; // below the lowest score

[[noreturn]] void refuseVocabulary(const std::string& what) {
    throw Error{ErrorKind::BadTokenizer, "tokenizer.json: " + what + ".", "Download the tokenizer again."};
}

} // namespace

Unigram::Unigram(const Json& model) : m_byteFallback(model.value("byte_fallback", false)) {
    const Json& pieces = part(model, "vocab");
    if (!pieces.is_array()) refuseVocabulary("the vocabulary is no list of pieces and scores");
    double lowest = std::numeric_limits<double>::infinity();
    for (const Json& entry : pieces) {
        if (!entry.is_array() || entry.size() != 2 || !entry[0].is_string() || !entry[1].is_number())
            refuseVocabulary("an entry of the vocabulary is no piece with its score");
        const auto id = static_cast<TokenId>(m_scores.size());
        const auto& piece = entry[0].get_ref<const std::string&>();
        m_scores.push_back(entry[1].get<double>());
        m_vocabulary[piece] = id;
        m_pieces.add(piece, id);
        lowest = std::min(lowest, m_scores.back());
    }
    m_unknownScore = lowest - kUnknownPenalty;
    const Json unknown = model.value("unk_id", Json());
    if (!unknown.is_null()) m_unknown = tokenId(unknown);
    if (m_unknown && static_cast<std::size_t>(*m_unknown) >= m_scores.size())
        refuseVocabulary("\"unk_id\" is no piece of the vocabulary");
}

// Every character is at least unknown, so that a way leads to the end.
std::vector<Unigram::Step> Unigram::bestSteps(std::string_view word) const {
    std::vector<Step> steps(word.size() + 1);
    const auto propose = [&steps](std::size_t end, const Step& step) {
        if (!steps[end].begin || step.score > steps[end].score) steps[end] = step;
    };
    for (std::size_t at = 0; at < word.size();) {
        const auto length = static_cast<std::size_t>(codePointAt(word, at).length);
        const double here = steps[at].score;
        bool isKnown = false;
        m_pieces.eachPrefix(word.substr(at), [&](std::size_t bytes, TokenId id) {
            propose(at + bytes, {at, here + m_scores[static_cast<std::size_t>(id)], id == m_unknown});
            isKnown = isKnown || bytes == length;
        });
        if (!isKnown) propose(at + length, {at, here + m_unknownScore, true});
        at += length;
    }
    return steps;
}

void Unigram::append(std::vector<WordToken>& tokens, std::string_view piece) const {
    if (const auto found = m_vocabulary.find(piece); found != m_vocabulary.end()) {
        tokens.push_back({found->second, static_cast<std::uint32_t>(piece.size())});
        return;
    }
    if (m_byteFallback)
        if (const auto bytes = byteTokens(piece, m_vocabulary); !bytes.empty()) {
            tokens.insert(tokens.end(), bytes.begin(), bytes.end());
            return;
        }
    if (!m_unknown)
        throw Error{ErrorKind::BadTokenizer,
                    "The tokenizer has no token for \"" + std::string(piece) + "\", and none for what is unknown.",
                    "Choose a tokenizer with an unknown token.",
                    {{"token", std::string(piece)}}};
    tokens.push_back({*m_unknown, static_cast<std::uint32_t>(piece.size())});
}

// Unknown pieces side by side are one.
std::vector<WordToken> Unigram::encode(std::string_view word) const {
    const std::vector<Step> steps = bestSteps(word);
    std::vector<std::string_view> pieces; // from the end
    bool lastIsUnknown = false;
    for (std::size_t end = word.size(); end > 0; end = *steps[end].begin) {
        const std::size_t begin = *steps[end].begin;
        if (steps[end].isUnknown && lastIsUnknown)
            pieces.back() = word.substr(begin, end - begin + pieces.back().size());
        else
            pieces.push_back(word.substr(begin, end - begin));
        lastIsUnknown = steps[end].isUnknown;
    }
    std::vector<WordToken> tokens;
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece)
        append(tokens, *piece);
    return tokens;
}

} // namespace fettle

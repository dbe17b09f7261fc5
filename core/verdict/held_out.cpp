#include "core/verdict/held_out.h"

#include "core/data/shuffle.h"
#include "core/judge/answer_text.h"

#include <algorithm>
#include <sstream>

namespace fettle {

namespace {

constexpr std::uint64_t kStream = 0x76657264; // of draws for a verdict

// Tokens as text without white space at its ends.
std::string textOf(std::span<const TokenId> ids, const Tokenizer& tokenizer) {
    return std::string(judge::trimmed(tokenizer.decode(ids, SpecialText::Skip)));
}

// What was asked last: the longest text between special tokens near the prompt's end, the turn's role
// with it.
std::string questionOf(const std::vector<TokenId>& prompt, const Tokenizer& tokenizer) {
    constexpr int kPartsLookedAt = 3; // the question, what stands between turns, the head of the answer
    std::string longest;
    auto end = prompt.end();
    for (int part = 0; part < kPartsLookedAt && end != prompt.begin(); ++part) {
        auto begin = end;
        while (begin != prompt.begin() && !tokenizer.isSpecial(*(begin - 1)))
            --begin;
        const std::string text = textOf(std::span(begin, end), tokenizer);
        if (text.size() > longest.size()) longest = text;
        end = begin == prompt.begin() ? begin : begin - 1;
    }
    return longest;
}

// An answer that was judged a bad one is not what is expected.
bool isBad(const TokenizedExample& row) {
    return row.isDesirable && !*row.isDesirable;
}

HeldOut heldOut(const TokenizedExample& row, const Tokenizer& tokenizer) {
    HeldOut result{.prompt = row.prompt, .sequence = sequenceOf(row), .origin = row.origin};
    result.question = questionOf(row.prompt, tokenizer);
    if (!row.prompt.empty()) result.expected = textOf(firstSpan(row.answers.front()), tokenizer);
    return result;
}

} // namespace

std::vector<HeldOut> heldOutRows(const TokenizedSet& set, const Tokenizer& tokenizer, std::size_t count,
                                 std::uint64_t seed) {
    std::vector<std::int64_t> drawn = permutation(std::ssize(set.rows), seed, kStream);
    std::erase_if(drawn, [&](std::int64_t index) { return isBad(set.rows[static_cast<std::size_t>(index)]); });
    drawn.resize(std::min(count, drawn.size()));
    std::ranges::sort(drawn);
    std::vector<HeldOut> rows;
    for (const std::int64_t index : drawn)
        rows.push_back(heldOut(set.rows[static_cast<std::size_t>(index)], tokenizer));
    return rows;
}

std::vector<HeldOut> probeRows(const std::string& text, const Tokenizer& tokenizer, std::int64_t maxLength) {
    std::vector<HeldOut> rows;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.empty()) continue;
        HeldOut row{.question = line};
        row.sequence.ids = tokenizer.encode(line, SpecialTokens::Add).ids;
        row.sequence.ids.resize(std::min(row.sequence.ids.size(), static_cast<std::size_t>(maxLength)));
        row.sequence.trained.assign(row.sequence.ids.size(), 1);
        if (row.sequence.ids.size() > 1) rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace fettle

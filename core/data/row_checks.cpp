#include "core/data/row_checks.h"

#include "core/data/row_view.h"

#include <algorithm>
#include <cmath>

namespace fettle {

namespace {

// Of fewer pairs a coin shows as much: at 20, three quarters or more come by chance once in 50 times.
constexpr std::int64_t kPairsForBias = 20;
constexpr double kBiasedShare = 0.75;

bool isBlankText(const std::string& text) {
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

bool callsTools(const Strand& strand) {
    return std::ranges::any_of(strand.turns, [](const Json& turn) { return turn.contains("tool_calls"); });
}

// A conversation that nobody answers has none.
bool isAnswer(const Strand& strand) {
    return strand.kind != StrandKind::Text && strand.kind != StrandKind::Prompt && !strand.turns.empty();
}

std::int64_t characters(const std::string& text) {
    return std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

std::string lastTurnOf(const Strand& strand) {
    return strand.turns.empty() ? std::string() : textOf({.turns = Json::array({strand.turns.back()})});
}

} // namespace

void RowChecks::look(const Example& example) {
    lookForTwin(example);
    const std::vector<Strand> strands = viewOf(example.row).strands(example.row);
    bool isEmpty = false, isEcho = false;
    for (const Strand& strand : strands) {
        if (!isAnswer(strand)) continue;
        const std::string answer = textOf(strand);
        isEmpty |= isBlankText(answer) && !callsTools(strand);
        isEcho |= !isBlankText(answer) && answer == lastTurnOf(strands.front());
    }
    if (isEmpty) m_findings.add(FindingKind::EmptyAnswer, example.origin);
    if (isEcho) m_findings.add(FindingKind::EchoedAnswer, example.origin);
    if (strands.size() == 3) comparePair(textOf(strands[1]), textOf(strands[2]));
}

void RowChecks::lookForTwin(const Example& example) {
    const std::string line = toLine(viewOf(example.row).object(example.row));
    if (!m_seen.insert(std::hash<std::string>{}(line)).second) m_findings.add(FindingKind::Duplicate, example.origin);
}

void RowChecks::comparePair(const std::string& chosen, const std::string& rejected) {
    ++m_pairs;
    if (characters(chosen) > characters(rejected)) ++m_longerChosen;
}

void RowChecks::finish() {
    const double share = m_pairs == 0 ? 0 : static_cast<double>(m_longerChosen) / static_cast<double>(m_pairs);
    if (m_pairs < kPairsForBias || share < kBiasedShare) return;
    m_findings.count(FindingKind::LengthBias, m_pairs);
    m_findings.setFact(FindingKind::LengthBias, "share", std::to_string(std::llround(100 * share)) + " %");
}

} // namespace fettle

#include "core/data/finding.h"

#include <algorithm>
#include <charconv>

namespace fettle {

namespace {

void replaceAll(std::string& text, const std::string& place, const std::string& value) {
    for (std::size_t at = 0; (at = text.find(place, at)) != std::string::npos; at += value.size())
        text.replace(at, place.size(), value);
}

std::string filled(std::string text, const Facts& facts) {
    for (const auto& [name, value] : facts)
        replaceAll(text, "{" + name + "}", value);
    return text;
}

} // namespace

std::string messageOf(const Finding& finding) {
    const FindingTexts& texts = textsOf(finding.kind);
    std::string text = finding.rows == 1 ? texts.one : texts.many;
    replaceAll(text, "%n", std::to_string(finding.rows));
    return filled(std::move(text), finding.facts);
}

std::string hintOf(const Finding& finding) {
    return filled(textsOf(finding.kind).hint, finding.facts);
}

Json toJson(const Finding& finding) {
    Json lines = Json::array();
    for (const RowOrigin& place : finding.places)
        lines.push_back(place.line);
    return {{"kind", wireName(finding.kind)}, {"level", wireName(textsOf(finding.kind).level)},
            {"rows", finding.rows},           {"lines", std::move(lines)},
            {"facts", finding.facts},         {"message", messageOf(finding)},
            {"hint", hintOf(finding)}};
}

Finding& FindingList::at(FindingKind kind) {
    Finding& finding = m_findings[kind];
    finding.kind = kind;
    return finding;
}

void FindingList::add(FindingKind kind, const RowOrigin& origin) {
    Finding& finding = at(kind);
    ++finding.rows;
    if (finding.places.size() < kPlacesKept) finding.places.push_back(origin);
}

void FindingList::count(FindingKind kind, std::int64_t rows) {
    at(kind).rows += rows;
}

void FindingList::setFact(FindingKind kind, const char* name, std::string value) {
    at(kind).facts.try_emplace(name, std::move(value));
}

void FindingList::raiseFact(FindingKind kind, const char* name, std::int64_t value) {
    std::string& fact = at(kind).facts[name];
    std::int64_t most = value;
    std::from_chars(fact.data(), fact.data() + fact.size(), most);
    fact = std::to_string(std::max(most, value));
}

std::vector<Finding> FindingList::sorted() const {
    std::vector<Finding> findings;
    for (const auto& [kind, finding] : m_findings)
        findings.push_back(finding);
    std::ranges::stable_sort(findings, [](const Finding& left, const Finding& right) {
        const FindingLevel one = textsOf(left.kind).level, other = textsOf(right.kind).level;
        return one != other ? one > other : left.rows > right.rows;
    });
    return findings;
}

} // namespace fettle

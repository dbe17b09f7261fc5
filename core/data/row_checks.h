#pragma once

#include "core/data/example.h"
#include "core/data/finding.h"

#include <unordered_set>

namespace fettle {

// What rows show by themselves, whatever the model: duplicates, empty and echoed answers, pairs whose better answer is
// the longer one.
class RowChecks {
public:
    explicit RowChecks(FindingList& findings) : m_findings(findings) {}

    void look(const Example& example);
    void finish(); // what only all rows together show

private:
    void lookForTwin(const Example& example);
    void comparePair(const std::string& chosen, const std::string& rejected);

    FindingList& m_findings;
    std::unordered_set<std::size_t> m_seen; // hashes of rows
    std::int64_t m_pairs = 0, m_longerChosen = 0;
};

} // namespace fettle

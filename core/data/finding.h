#pragma once

#include "core/base/json.h"
#include "core/data/example.h"
#include "core/data/finding_texts.h"

#include <map>
#include <string>
#include <vector>

namespace fettle {

// One kind of oddity of a data file, with the rows that have it.
struct Finding {
    FindingKind kind = FindingKind::Unreadable;
    std::int64_t rows = 0;
    std::vector<RowOrigin> places; // the first kPlacesKept of them
    Facts facts;                   // what the texts name: detail, length, longest, share
};
inline constexpr std::size_t kPlacesKept = 1000;

[[nodiscard]] std::string messageOf(const Finding& finding); // what was found, one English sentence
[[nodiscard]] std::string hintOf(const Finding& finding);    // what to do
// {"kind", "level", "rows", "lines", "facts", "message", "hint"}
[[nodiscard]] Json toJson(const Finding& finding);

// Findings as they gather, row by row.
class FindingList {
public:
    void add(FindingKind kind, const RowOrigin& origin);
    void count(FindingKind kind, std::int64_t rows);                     // without their places
    void setFact(FindingKind kind, const char* name, std::string value); // the first one stays
    void raiseFact(FindingKind kind, const char* name, std::int64_t value);
    // What weighs most comes first: by level, then by rows.
    [[nodiscard]] std::vector<Finding> sorted() const;

private:
    Finding& at(FindingKind kind);

    std::map<FindingKind, Finding> m_findings;
};

} // namespace fettle

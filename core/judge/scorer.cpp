#include "core/judge/scorer.h"

#include "core/base/error.h"
#include "core/judge/scorers.h"

#include <algorithm>
#include <array>

namespace fettle {

std::span<const ScorerKind> scorerKinds() {
    static const std::array kKinds = {judge::kExactMatch, judge::kContains, judge::kNumeric, judge::kChoice,
                                      judge::kRegex,      judge::kJson,     judge::kRougeL};
    return kKinds;
}

const ScorerKind* findScorer(std::string_view name) {
    const auto kinds = scorerKinds();
    const auto found = std::ranges::find(kinds, name, &ScorerKind::name);
    return found == kinds.end() ? nullptr : &*found;
}

std::unique_ptr<const Scorer> makeScorer(std::string_view name, const std::string& pattern) {
    const ScorerKind* kind = findScorer(name);
    if (kind == nullptr) {
        std::string names;
        for (const ScorerKind& one : scorerKinds())
            names += (names.empty() ? "" : ", ") + std::string(one.name);
        throw Error{ErrorKind::BadUsage,
                    "There is no scorer \"" + std::string(name) + "\".",
                    "Choose one of " + names + ", or auto.",
                    {{"value", std::string(name)}}};
    }
    if (kind->needsPattern && pattern.empty())
        throw Error{ErrorKind::BadUsage, "The scorer " + std::string(name) + " needs a pattern.",
                    "Add --pattern with a regular expression that a right answer matches."};
    return kind->make(pattern);
}

} // namespace fettle

#pragma once

#include "core/judge/scorer.h"

namespace fettle::judge {

// The kinds, one file each; the table in scorer.cpp lists them.
extern const ScorerKind kExactMatch, kContains, kNumeric, kChoice, kRegex, kJson, kRougeL;

} // namespace fettle::judge

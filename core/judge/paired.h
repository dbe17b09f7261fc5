#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace fettle {

// What changed from base to tuned, of the same rows: the mean of the differences with its 95 % interval.
struct PairedDifference {
    std::int64_t count = 0;
    double base = 0, tuned = 0; // means
    double mean = 0, low = 0, high = 0;
};

// The interval is the bootstrap's of percentiles (Efron 1979), 4,000 draws of the rows, the same for the same values.
// Not for empty lists; of one row the interval is everything.
[[nodiscard]] PairedDifference pairedDifference(std::span<const double> base, std::span<const double> tuned);

enum class Verdict { Better, NoDifferenceShown, Worse };
// By the side of 0 that the whole interval lies on.
[[nodiscard]] Verdict verdictOf(const PairedDifference& difference, bool isHigherBetter);
[[nodiscard]] std::string_view verdictName(Verdict verdict); // better | no_difference_shown | worse

// {"difference", "low", "high"}; a bound that is not known is null.
[[nodiscard]] Json toJson(const PairedDifference& difference);

} // namespace fettle

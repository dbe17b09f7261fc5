#include "core/judge/numeric.h"

#include "core/base/translate.h"
#include "core/judge/scorers.h"
#include "core/text/regex.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace fettle::judge {

namespace {

constexpr double kSame = 1e-9; // relative: 0.1 + 0.2 is 0.3

class Numeric : public Scorer {
    double score(const std::string& expected, const std::string& answer) const override {
        const auto wanted = lastNumber(expected), given = lastNumber(answer);
        if (!wanted || !given) return 0;
        return std::abs(*wanted - *given) <= kSame * std::max(std::abs(*wanted), std::abs(*given)) ? 1 : 0;
    }
};

} // namespace

std::optional<double> lastNumber(std::string_view text) {
    static const Regex kNumber(R"((?<![\d.])-?\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|-?\d+(?:\.\d+)?)");
    std::string last;
    kNumber.eachMatch(text, [&](std::size_t begin, std::size_t end) { last = text.substr(begin, end - begin); });
    std::erase(last, ',');
    double value = 0;
    const auto read = std::from_chars(last.data(), last.data() + last.size(), value);
    return last.empty() || read.ec != std::errc() ? std::nullopt : std::optional(value);
}

const ScorerKind kNumeric{
    .name = "numeric",
    .title = FETTLE_TR("Number"),
    .sentence = FETTLE_TR("Right is an answer whose last number is that of the expected one."),
    .make = [](const std::string&) -> std::unique_ptr<const Scorer> { return std::make_unique<Numeric>(); }};

} // namespace fettle::judge

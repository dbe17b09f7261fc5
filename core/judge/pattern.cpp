#include "core/text/regex.h"

#include "core/base/error.h"
#include "core/base/translate.h"
#include "core/judge/scorers.h"

namespace fettle::judge {

namespace {

class Pattern : public Scorer {
public:
    explicit Pattern(const std::string& pattern) try : m_pattern(pattern) {
    } catch (const Error& error) {
        throw Error{ErrorKind::BadUsage,
                    "The pattern \"" + pattern + "\" is no regular expression.",
                    "Check its brackets.",
                    {{"value", pattern}}};
    }

    double score(const std::string&, const std::string& answer) const override {
        bool isFound = false;
        m_pattern.eachMatch(answer, [&](std::size_t, std::size_t) { isFound = true; });
        return isFound ? 1 : 0;
    }

private:
    Regex m_pattern;
};

} // namespace

const ScorerKind kRegex{.name = "regex",
                        .title = FETTLE_TR("Pattern"),
                        .sentence = FETTLE_TR("Right is an answer in which the regular expression is found."),
                        .needsPattern = true,
                        .make = [](const std::string& pattern) -> std::unique_ptr<const Scorer> {
                            return std::make_unique<Pattern>(pattern);
                        }};

} // namespace fettle::judge

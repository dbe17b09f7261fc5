#include "core/base/json.h"

#include "core/base/translate.h"
#include "core/judge/answer_text.h"
#include "core/judge/json_answer.h"
#include "core/judge/scorers.h"

namespace fettle::judge {

namespace {

// What stands between ``` and ```, where an answer is a block of code.
std::string_view withoutFence(std::string_view text) {
    constexpr std::string_view kFence = "```";
    const auto open = text.find(kFence);
    if (open == std::string_view::npos) return text;
    const auto line = text.find('\n', open);
    const auto close = line == std::string_view::npos ? line : text.find(kFence, line);
    return close == std::string_view::npos ? text : text.substr(line + 1, close - line - 1);
}

class SameJson : public Scorer {
    double score(const std::string& expected, const std::string& answer) const override {
        const auto wanted = jsonAnswer(expected), given = jsonAnswer(answer);
        // The order of members is no part of a value.
        return wanted && given && nlohmann::json(*wanted) == nlohmann::json(*given) ? 1 : 0;
    }
};

} // namespace

std::optional<Json> jsonAnswer(std::string_view text) {
    Json value = Json::parse(trimmed(withoutFence(text)), nullptr, false);
    return value.is_object() || value.is_array() ? std::optional(std::move(value)) : std::nullopt;
}

const ScorerKind kJson{
    .name = "json",
    .title = FETTLE_TR("JSON"),
    .sentence = FETTLE_TR("Right is an answer that is the expected JSON value, however it is written."),
    .make = [](const std::string&) -> std::unique_ptr<const Scorer> { return std::make_unique<SameJson>(); }};

} // namespace fettle::judge

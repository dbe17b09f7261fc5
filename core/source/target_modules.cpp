#include "core/source/target_modules.h"

#include "core/base/error.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <functional>
#include <memory>

namespace fettle {

namespace {

constexpr const char* kOutputHead = "lm_head";

using Predicate = std::function<bool(const std::string& name)>;

Predicate fullMatch(const std::string& expression) {
    int code = 0;
    PCRE2_SIZE offset = 0;
    std::shared_ptr<pcre2_code> compiled(
        pcre2_compile(reinterpret_cast<PCRE2_SPTR>(expression.data()), expression.size(),
                      PCRE2_UTF | PCRE2_ANCHORED | PCRE2_ENDANCHORED, &code, &offset, nullptr),
        pcre2_code_free);
    if (!compiled)
        throw Error{ErrorKind::BadConfig,
                    "target_modules: \"" + expression + "\" is no regular expression (column " +
                        std::to_string(offset + 1) + ").",
                    "Write a list of names instead, or all-linear.",
                    {{"key", "adapter.target_modules"}}};
    return [compiled](const std::string& name) {
        const std::unique_ptr<pcre2_match_data, void (*)(pcre2_match_data*)> data(
            pcre2_match_data_create_from_pattern(compiled.get(), nullptr), pcre2_match_data_free);
        return pcre2_match(compiled.get(), reinterpret_cast<PCRE2_SPTR>(name.data()), name.size(), 0, 0, data.get(),
                           nullptr) >= 0;
    };
}

Predicate endsWithOneOf(const std::vector<std::string>& names) {
    return [names](const std::string& module) {
        return std::any_of(names.begin(), names.end(),
                           [&](const std::string& name) { return module == name || module.ends_with("." + name); });
    };
}

Predicate predicateFor(const TargetModules& targets) {
    if (const auto* names = std::get_if<std::vector<std::string>>(&targets)) return endsWithOneOf(*names);
    const std::string& text = std::get<std::string>(targets);
    if (text == "all-linear") return [](const std::string& name) { return name != kOutputHead; };
    return fullMatch(text);
}

} // namespace

std::vector<std::size_t> matchTargets(const TargetModules& targets, const std::vector<ModuleSpec>& modules) {
    const Predicate isMeant = predicateFor(targets);
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < modules.size(); ++i)
        if (modules[i].kind == ModuleKind::Linear && isMeant(modules[i].name)) found.push_back(i);
    if (found.empty())
        throw Error{ErrorKind::BadConfig,
                    "target_modules matches no linear module of this model.",
                    "Choose all-linear, or names such as q_proj and v_proj.",
                    {{"key", "adapter.target_modules"}}};
    return found;
}

} // namespace fettle

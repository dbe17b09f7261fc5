#include "core/source/name_pattern.h"

#include "core/base/error.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <cstdint>
#include <memory>

namespace fettle {

namespace {

constexpr std::uint32_t kMatchLimit = 1'000'000; // steps; an expression from a file must not take for ever

[[noreturn]] void refuseExpression(const std::string& expression, const std::string& key, const std::string& reason) {
    throw Error{ErrorKind::BadConfig,
                key + ": \"" + expression + "\" " + reason + ".",
                "Write plain names instead.",
                {{"key", key}}};
}

std::string text(int code) {
    PCRE2_UCHAR buffer[256] = {};
    pcre2_get_error_message(code, buffer, sizeof buffer);
    return reinterpret_cast<const char*>(buffer);
}

// PCRE2's code: negative where it does not match or could not be tried.
int match(const pcre2_code& compiled, const std::string& name) {
    const std::unique_ptr<pcre2_match_context, void (*)(pcre2_match_context*)> context(
        pcre2_match_context_create(nullptr), pcre2_match_context_free);
    pcre2_set_match_limit(context.get(), kMatchLimit);
    const std::unique_ptr<pcre2_match_data, void (*)(pcre2_match_data*)> data(
        pcre2_match_data_create_from_pattern(&compiled, nullptr), pcre2_match_data_free);
    return pcre2_match(&compiled, reinterpret_cast<PCRE2_SPTR>(name.data()), name.size(), 0, 0, data.get(),
                       context.get());
}

} // namespace

NamePredicate fullMatch(const std::string& expression, const std::string& key) {
    int code = 0;
    PCRE2_SIZE offset = 0;
    std::shared_ptr<pcre2_code> compiled(
        pcre2_compile(reinterpret_cast<PCRE2_SPTR>(expression.data()), expression.size(),
                      PCRE2_UTF | PCRE2_ANCHORED | PCRE2_ENDANCHORED, &code, &offset, nullptr),
        pcre2_code_free);
    if (!compiled)
        refuseExpression(expression, key, "is no regular expression (column " + std::to_string(offset + 1) + ")");
    return [compiled, expression, key](const std::string& name) {
        const int found = match(*compiled, name);
        if (found < 0 && found != PCRE2_ERROR_NOMATCH)
            refuseExpression(expression, key, "cannot be applied to \"" + name + "\" (" + text(found) + ")");
        return found >= 0;
    };
}

} // namespace fettle

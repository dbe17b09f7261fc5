#include "core/text/regex.h"

#include "core/base/error.h"
#include "core/text/newer_characters.h"
#include "core/text/utf8.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace fettle {

namespace {

struct FreeCode {
    void operator()(pcre2_code* code) const { pcre2_code_free(code); }
};
using Code = std::unique_ptr<pcre2_code, FreeCode>;

constexpr std::uint32_t kMatchLimit = 10'000'000; // steps of one match; a hostile expression ends here

Code compiled(const std::string& expression) {
    int error = 0;
    PCRE2_SIZE offset = 0;
    Code code(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(expression.data()), expression.size(),
                            PCRE2_UTF | PCRE2_UCP | PCRE2_NO_UTF_CHECK, &error, &offset, nullptr));
    if (!code)
        throw Error{ErrorKind::BadTokenizer,
                    "The tokenizer's pattern \"" + validUtf8(expression) + "\" cannot be compiled (at " +
                        std::to_string(offset) + ").",
                    "Download the model's tokenizer files again."};
    pcre2_jit_compile(code.get(), PCRE2_JIT_COMPLETE); // where there is no JIT, pcre2_match interprets
    return code;
}

} // namespace

// `plain` is faster and does for a text without newer characters.
struct Regex::Program {
    Code plain, newer; // newer is null where the expression is the same
    std::unique_ptr<pcre2_match_context, void (*)(pcre2_match_context*)> context{nullptr, pcre2_match_context_free};
};

Regex::Regex(const std::string& expression) {
    auto program = std::make_shared<Program>();
    program->plain = compiled(expression);
    const std::string newer = withNewerCharacters(expression);
    if (newer != expression) program->newer = compiled(newer);
    program->context.reset(pcre2_match_context_create(nullptr));
    pcre2_set_match_limit(program->context.get(), kMatchLimit);
    m_program = program;
}

void Regex::eachMatch(std::string_view text, const std::function<void(std::size_t, std::size_t)>& match) const {
    const bool isNewer = m_program->newer && holdsNewerCharacters(text);
    const pcre2_code* code = isNewer ? m_program->newer.get() : m_program->plain.get();
    const std::unique_ptr<pcre2_match_data, void (*)(pcre2_match_data*)> data(
        pcre2_match_data_create_from_pattern(code, nullptr), pcre2_match_data_free);
    for (std::size_t at = 0; at < text.size();) {
        const int result = pcre2_match(code, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), at,
                                       PCRE2_NO_UTF_CHECK, data.get(), m_program->context.get());
        if (result == PCRE2_ERROR_NOMATCH) return;
        if (result < 0)
            throw Error{ErrorKind::BadTokenizer, "The tokenizer's pattern takes too many steps on this text.",
                        "Use the tokenizer that belongs to the model."};
        const PCRE2_SIZE* range = pcre2_get_ovector_pointer(data.get());
        if (range[1] > range[0]) match(range[0], range[1]);
        at = range[1] > range[0]
                 ? range[1]
                 : range[1] + static_cast<std::size_t>(utf8Length(static_cast<unsigned char>(text[at])));
    }
}

std::string Regex::escaped(std::string_view text) {
    return "\\Q" + std::string(text) + "\\E";
}

} // namespace fettle

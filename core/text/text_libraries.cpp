#include "core/text/text_libraries.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <unicode/uchar.h>
#include <unicode/uversion.h>

namespace fettle {

namespace {

std::string icuText(void (*ask)(UVersionInfo)) {
    UVersionInfo version;
    ask(version);
    char text[U_MAX_VERSION_STRING_LENGTH];
    u_versionToString(version, text);
    return text;
}

std::string pcreText(std::uint32_t what) {
    char text[64] = {};
    pcre2_config(what, text);
    return text;
}

} // namespace

std::string textLibraries() {
    return "ICU " + icuText(u_getVersion) + " with Unicode " + icuText(u_getUnicodeVersion) + ", PCRE2 " +
           pcreText(PCRE2_CONFIG_VERSION) + " with Unicode " + pcreText(PCRE2_CONFIG_UNICODE_VERSION);
}

} // namespace fettle

#include "core/base/error.h"
#include "tests/core/text/fixtures.h"
#include "tests/core/text/jinja.h"
#include "tests/support/mutate.h"
#include "tests/support/small_files.h"
#include "tests/support/test_main.h"

#include <fstream>

using namespace fettle;
using namespace fettle::test;

namespace {

const std::vector<std::string> kTags = {"{%",       "%}",          "{{",          "}}",       "-%}",
                                        "{#",       " if ",        " else ",      "endif",    "for ",
                                        " in ",     "endfor",      "set ",        "macro ",   "loop",
                                        "|",        ".",           "[",           "]",        "(",
                                        ")",        "'",           "\"",          "~",        "+",
                                        "-",        "*",           "**",          "//",       "%",
                                        "0",        "-1",          "1e9",         "none",     "true",
                                        "messages", "namespace()", "is ",         "not ",     "tojson",
                                        "length",   "items()",     "split('')",   "[::-1]",   "[0]",
                                        "\\",       "\xFF",        "\U0001F680",  "range(9)", "99999999999999999999",
                                        "join",     "map('x')",    "default",     "select",   "sort",
                                        "int",      "round(99)",   "indent('x')", "first",    "replace('','x')"};

const std::vector<std::string> kJsonWords = {"\"",
                                             "{",
                                             "}",
                                             "[",
                                             "]",
                                             ",",
                                             ":",
                                             "null",
                                             "true",
                                             "-1",
                                             "0",
                                             "1e308",
                                             "4294967296",
                                             "\"BPE\"",
                                             "\"a b\"",
                                             "\"<0x0A>\"",
                                             "\"Sequence\"",
                                             "\"ByteLevel\"",
                                             "\"Split\"",
                                             "{\"Regex\":\"(a+)+$\"}",
                                             "{\"String\":\"\"}",
                                             "\"Metaspace\"",
                                             "\"Strip\"",
                                             "\"Replace\"",
                                             "\"Lowercase\"",
                                             "\"\\u2581\"",
                                             "\xFF",
                                             "{\"type\":\"Digits\"}",
                                             "\"special\":false,",
                                             "\"normalized\":true,",
                                             "\"lstrip\":true,",
                                             "\"content\":\"\","};

} // namespace

// Whatever a file holds, using it succeeds or ends with an Error: anything else fails the test by itself.
class DamagedFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void templates() {
        if (!std::filesystem::exists(kTemplates)) QSKIP("no fixtures: set FETTLE_FIXTURES");
        const Json goldens = readJson(kTemplates / "expected/jinja2-goldens.json");
        Json variables = goldens.at("variables");
        variables.update(goldens.at("contexts").at("system_multi_train"));
        Mutator mutator(1, kTags);
        for (const auto& file : std::filesystem::recursive_directory_iterator(kTemplates)) {
            if (file.path().extension() != ".jinja") continue;
            const std::string source = readFile(file.path());
            for (int i = 0; i < 10; ++i)
                (void)rendering(mutator.mutated(source), variables);
        }
    }

    void expressions() {
        Mutator mutator(2, kTags);
        const std::string source =
            "{% set n = namespace(a=[1, 'b', {'c': none}]) %}{% for x in n.a[1:] + [messages] if x %}"
            "{{ loop.index ~ x | string | replace('a', 'b') | tojson }}{% else %}{{ 1.5 // 2 - -3 }}"
            "{% endfor %}{% macro f(a, b=2) %}{{ a is string and b in [2] }}{% endmacro %}"
            "{{ f('x', b=3) if n.a else 'x y'.split() | map('upper') | join(', ') }}";
        const Json variables = {{"messages", {{{"role", "user"}, {"content", "é"}}}}};
        for (int i = 0; i < 5000; ++i)
            (void)rendering(mutator.mutated(source), variables);
    }

    void tokenizers() {
        const TokenizerFolder folder;
        Mutator mutator(3, kJsonWords);
        int readable = 0;
        for (int i = 0; i < 3000; ++i) {
            std::ofstream(folder.path() / "tokenizer.json") << mutator.mutated(kSmallTokenizer);
            readable += isUsable(folder);
        }
        QVERIFY(readable > 50); // or the damage is of no use
    }

    void sentencePieceModels() {
        if (!std::filesystem::exists(kStories)) QSKIP("no fixtures: set FETTLE_FIXTURES");
        const TokenizerFolder folder;
        const std::string model = readFile(kStories / "tokenizer.model");
        Mutator mutator(4, {"\xFF", std::string(1, '\0'), "\x0A\x05", "\x7F\x7F", "\xFF\xFF\xFF\xFF\x0F"});
        for (int i = 0; i < 100; ++i) {
            std::ofstream(folder.path() / "tokenizer.model") << mutator.mutated(model);
            (void)isUsable(folder);
        }
    }

private:
    static bool isUsable(const TokenizerFolder& folder) {
        try {
            const auto tokenizer = folder.load();
            const Ids ids = tokenizer->encode("  abc Tag<s> é\n", SpecialTokens::Add).ids;
            (void)tokenizer->decode(ids, SpecialText::Keep);
            return true;
        } catch (const Error&) {
            return false;
        }
    }
};

FETTLE_TEST(DamagedFilesTest)
#include "damaged_files_test.moc"

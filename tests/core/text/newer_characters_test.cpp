#include "core/text/newer_characters.h"

#include "core/text/pre_tokenizer.h"
#include "core/text/regex.h"
#include "tests/support/test_main.h"

using namespace fettle;

namespace {

std::vector<std::string> matches(const std::string& expression, const std::string& text) {
    std::vector<std::string> found;
    Regex(expression).eachMatch(text, [&](std::size_t begin, std::size_t end) {
        found.push_back(text.substr(begin, end - begin));
    });
    return found;
}

const std::string kLetter = "\xF0\xB1\x8D\x90"; // U+31350, a CJK character of Unicode 15
const std::string kDigit = "\xF0\x91\xAF\xB0";  // U+11BF0, a digit of Unicode 16
const std::string kSmall = "\xF0\x90\xB5\xB0";  // U+10D70, a small letter of Unicode 16

} // namespace

// Categories as tokenizers 0.23.3 knows them (tests/peers/token_ids.py found the difference).
class NewerCharactersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void propertiesHoldNewerCharacters() {
        const std::string text = "a" + kLetter + "1" + kDigit + kSmall;

        QCOMPARE(matches(R"(\p{L}+)", text), (std::vector<std::string>{"a" + kLetter, kSmall}));
        QCOMPARE(matches(R"(\pN+)", text), (std::vector<std::string>{"1" + kDigit}));
        QCOMPARE(matches(R"([^\p{L}]+)", text), (std::vector<std::string>{"1" + kDigit}));
        QCOMPARE(matches(R"(\P{L}+)", text), (std::vector<std::string>{"1" + kDigit}));
        QCOMPARE(matches(R"([\p{Ll}]+)", text), (std::vector<std::string>{"a", kSmall}));
        QCOMPARE(matches(R"([][:space:]\p{L}]+)", text + "]"), (std::vector<std::string>{"a" + kLetter, kSmall + "]"}));
        QCOMPARE(matches(R"([^\s\p{L}\p{N}]+)", text), std::vector<std::string>());
    }

    void whatIsNoPropertyStays() {
        for (const char* expression :
             {R"(\Q\p{L}\E)", R"(\\p{L})", R"([^\P{L}])", R"(\p{Han}+)", R"(a|\s+(?!\S)|[\]p{L}])"})
            QCOMPARE(withNewerCharacters(expression), std::string(expression));
    }

    // U+2E46 is punctuation since Unicode 10, which the library's Punctuation does not know; U+2E42 since Unicode 7.
    void punctuationIsThatOfTheLibrary() {
        std::vector<AlignedText> pieces = {AlignedText::of("a\xE2\xB9\x86"
                                                           "b\xE2\xB9\x82"
                                                           "c$",
                                                           0)};

        makePreTokenizer({{"type", "Punctuation"}})(pieces);

        std::vector<std::string> texts;
        for (const AlignedText& piece : pieces)
            texts.push_back(piece.bytes);
        QCOMPARE(texts, (std::vector<std::string>{"a\xE2\xB9\x86"
                                                  "b",
                                                  "\xE2\xB9\x82", "c", "$"}));
    }

    void anOrdinaryTextHoldsNone() {
        QVERIFY(!holdsNewerCharacters("Zażółć “日本語” 🙂 \xFF"));
        QVERIFY(holdsNewerCharacters("a" + kLetter));
    }
};

FETTLE_TEST(NewerCharactersTest)
#include "newer_characters_test.moc"

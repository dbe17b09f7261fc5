#include "core/text/utf8.h"
#include "tests/core/text/fixtures.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

// Code points [begin, end) of a text.
std::string part(const std::string& text, const TextSpan& span) {
    std::string result;
    std::int64_t index = -1;
    for (const char byte : text) {
        index += !isContinuation(byte);
        if (index >= span.begin && index < span.end) result += byte;
    }
    return result;
}

} // namespace

// Which characters of the text each token stands for.
class OffsetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!std::filesystem::exists(kTokenizers)) QSKIP("no fixtures: set FETTLE_FIXTURES");
    }

    void spansCoverTheTextInOrder_data() {
        QTest::addColumn<QString>("folder");
        for (const char* name : {"gpt2", "qwen2", "falcon", "tinyllama", "phi-3-mini", "gpt-neox-20b"})
            QTest::newRow(name) << QString::fromStdString((kTokenizers / "hf" / name).string());
        QTest::newRow("sentencepiece") << QString::fromStdString(m_llama2.path().string());
    }
    void spansCoverTheTextInOrder() {
        QFETCH(QString, folder);
        const auto tokenizer = Tokenizer::load(folder.toStdString());
        const std::string text = "Zażółć  gęślą\njaźń \U0001F680\u4F60 12345 x";
        const auto encoding = tokenizer->encode(text, SpecialTokens::None);

        QCOMPARE(encoding.offsets.size(), encoding.ids.size());
        std::int64_t covered = 0;
        for (const TextSpan& span : encoding.offsets) {
            QVERIFY(span.begin <= covered); // tokens may share a character that they split
            QVERIFY(span.end >= covered);
            covered = std::max(covered, span.end);
        }
        QCOMPARE(covered, codePointCount(text));
    }

    void aTokenIsItsPartOfTheText() {
        const auto gpt2 = Tokenizer::load(kTokenizers / "hf/gpt2");
        const std::string text = "The café is open";
        const auto encoding = gpt2->encode(text, SpecialTokens::None);

        for (std::size_t i = 0; i < encoding.ids.size(); ++i)
            QCOMPARE(gpt2->decode({&encoding.ids[i], 1}, SpecialText::Keep), part(text, encoding.offsets[i]));
    }

    void bytesOfOneCharacterShareItsSpan() {
        const auto gpt2 = Tokenizer::load(kTokenizers / "hf/gpt2");

        QCOMPARE(gpt2->encode("a\U0001F680", SpecialTokens::None).offsets,
                 (std::vector<TextSpan>{{0, 1}, {1, 2}, {1, 2}, {1, 2}}));
    }

    void tokensThatStandForNoTextHaveAnEmptySpan() {
        const auto llama = Tokenizer::load(kTokenizers / "hf/tinyllama");
        const auto encoding = llama->encode("Hi", SpecialTokens::Add);

        QCOMPARE(encoding.offsets, (std::vector<TextSpan>{{0, 0}, {0, 2}}));
    }

    void normalisationKeepsTheOrigin() {
        const auto qwen = Tokenizer::load(kTokenizers / "hf/qwen2"); // NFC: e and the accent become one character
        const auto encoding = qwen->encode("caf"
                                           "e\u0301 x",
                                           SpecialTokens::None);

        QCOMPARE(encoding.ids, qwen->encode("caf\u00E9 x", SpecialTokens::None).ids);
        QCOMPARE(encoding.offsets.back(), (TextSpan{5, 7}));
    }

    void brokenBytesAreReplacedFirst() {
        const auto gpt2 = Tokenizer::load(kTokenizers / "hf/gpt2");

        QCOMPARE(gpt2->encode("a\xFF", SpecialTokens::None).ids, gpt2->encode("a\uFFFD", SpecialTokens::None).ids);
    }

private:
    const TokenizerFolder m_llama2{{"tokenizer.model", kTokenizers / "sentencepiece/llama2-tokenizer.model"}};
};

FETTLE_TEST(OffsetsTest)
#include "offsets_test.moc"

#include "core/text/utf8.h"
#include "tests/core/text/fixtures.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

// Multi-byte characters, an emoji of seven code points, a flag, combining marks, spaces.
constexpr const char* kText = "  Zażółć gęślą jaźń \U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466 "
                              "\U0001F1F5\U0001F1F1 e\u0301 \u4F60\u597D\n\nend ";

struct Streamed {
    std::string text;
    bool isWhole = true; // each piece by itself was UTF-8
};

Streamed streamed(const std::shared_ptr<const Tokenizer>& tokenizer, const Ids& ids,
                  SpecialText special = SpecialText::Keep) {
    StreamDecoder decoder(tokenizer, special);
    Streamed result;
    const auto take = [&](const std::string& part) {
        result.isWhole = result.isWhole && validUtf8(part) == part;
        result.text += part;
    };
    for (const TokenId id : ids)
        take(decoder.push(id));
    take(decoder.finish());
    return result;
}

} // namespace

class StreamDecoderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!std::filesystem::exists(kTokenizers)) QSKIP("no fixtures: set FETTLE_FIXTURES");
    }

    void piecesJoinToTheWholeText_data() {
        QTest::addColumn<QString>("folder");
        const auto row = [](const char* name, const std::filesystem::path& folder) {
            QTest::newRow(name) << QString::fromStdString(folder.string());
        };
        row("byte level", kTokenizers / "hf/gpt2");
        row("byte fallback", kTokenizers / "hf/tinyllama");
        row("sentencepiece", m_llama2.path());
        row("512 pieces", kStories);
    }

    void piecesJoinToTheWholeText() {
        QFETCH(QString, folder);
        const auto tokenizer = Tokenizer::load(folder.toStdString());
        const Ids ids = tokenizer->encode(kText, SpecialTokens::None).ids;

        const Streamed result = streamed(tokenizer, ids);

        QVERIFY(result.isWhole);
        QCOMPARE(result.text, tokenizer->decode(ids, SpecialText::Keep));
        QCOMPARE(result.text, std::string(kText));
    }

    void halfACharacterIsHeldBack() {
        const auto gpt2 = Tokenizer::load(kTokenizers / "hf/gpt2");
        const Ids ids = gpt2->encode("\U0001F680", SpecialTokens::None).ids; // three tokens
        StreamDecoder decoder(gpt2, SpecialText::Keep);

        QCOMPARE(ids.size(), std::size_t{3});
        QCOMPARE(decoder.push(ids[0]), std::string());
        QCOMPARE(decoder.push(ids[1]), std::string());
        QCOMPARE(decoder.push(ids[2]), std::string("\U0001F680"));
    }

    void theEndShowsWhatIsIncomplete() {
        const auto gpt2 = Tokenizer::load(kTokenizers / "hf/gpt2");
        const Ids ids = gpt2->encode("\U0001F680", SpecialTokens::None).ids;
        StreamDecoder decoder(gpt2, SpecialText::Keep);

        QCOMPARE(decoder.push(ids[0]), std::string());
        QCOMPARE(decoder.finish(), std::string(kReplacement));
    }

    // As byte tokens C3 A9 is a letter; followed by F0 and a letter the whole run reads as broken.
    void bytesThatTurnOutBrokenNeverSplitACharacter() {
        const auto tokenizer = Tokenizer::load(kStories);
        const Ids ids{3 + 0xC3, 3 + 0xA9, 3 + 0xF0, *tokenizer->idOf("a")};

        const Streamed result = streamed(tokenizer, ids);

        QVERIFY(result.isWhole);
        QVERIFY(result.text.starts_with("\u00E9"));
        QVERIFY(result.text.ends_with("a"));
    }

    void everyPairOfBytesStreamsAsUtf8() {
        const auto tokenizer = Tokenizer::load(kStories);
        const TokenId letter = *tokenizer->idOf("a");

        for (TokenId first = 0x60; first < 256; first += 3)
            for (TokenId second = 0x60; second < 256; second += 3)
                QVERIFY(streamed(tokenizer, {letter, 3 + first, 3 + second, letter}).isWhole);
    }

    void skippedTokensLeaveNoTrace() {
        const auto tokenizer = Tokenizer::load(kStories);
        Ids ids = tokenizer->encode("Once", SpecialTokens::Add).ids;
        ids.insert(ids.end(), {2, 2, 1});
        const Ids more = tokenizer->encode("upon", SpecialTokens::Add).ids;
        ids.insert(ids.end(), more.begin(), more.end());

        QCOMPARE(streamed(tokenizer, ids, SpecialText::Skip).text, std::string("Once upon"));
    }

private:
    const TokenizerFolder m_llama2{{"tokenizer.model", kTokenizers / "sentencepiece/llama2-tokenizer.model"}};
};

FETTLE_TEST(StreamDecoderTest)
#include "stream_decoder_test.moc"

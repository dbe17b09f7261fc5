#include "tests/core/text/fixtures.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

// Real tokenizer.json files with the ids and texts that the tokenizers library gave.
class TokenizerFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!std::filesystem::exists(kTokenizers)) QSKIP("no fixtures: set FETTLE_FIXTURES");
    }

    void idsAndTextsAreTheLibrarys_data() {
        QTest::addColumn<int>("row");
        for (int i = 0; i < static_cast<int>(kRows.size()); ++i)
            QTest::newRow(kRows.at(static_cast<std::size_t>(i)).at("file").get<std::string>().c_str()) << i;
    }
    void idsAndTextsAreTheLibrarys() {
        QFETCH(int, row);
        const Json& pinned = kRows.at(static_cast<std::size_t>(row));
        const TokenizerFolder folder{{"tokenizer.json", kTokenizers / "hf" / pinned.at("file").get<std::string>()}};
        const auto tokenizer = folder.load();

        for (const Json& expected : pinned.at("texts")) {
            const auto text = expected.at("text").get<std::string>();
            const Ids ids = tokenizer->encode(text, SpecialTokens::None).ids;

            QVERIFY2(ids == expected.at("ids").get<Ids>(), (text + " " + Json(ids).dump()).c_str());
            QCOMPARE(tokenizer->encode(text, SpecialTokens::Add).ids, expected.at("framed").get<Ids>());
            QCOMPARE(tokenizer->decode(ids, SpecialText::Keep), expected.at("decoded").get<std::string>());
        }
    }

private:
    const Json kRows = readJson(FETTLE_SOURCE "/tests/golden/tokenizers_files.json");
};

FETTLE_TEST(TokenizerFilesTest)
#include "tokenizer_files_test.moc"

#include "tests/core/text/fixtures.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

// Parts of tokenizer.json, each in a small tokenizer whose ids and texts the tokenizers library gave.
class TokenizerPartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void idsAndTextsAreTheLibrarys_data() {
        QTest::addColumn<int>("row");
        for (int i = 0; i < static_cast<int>(kRows.size()); ++i)
            QTest::newRow(kRows.at(static_cast<std::size_t>(i)).at("name").get<std::string>().c_str()) << i;
    }
    void idsAndTextsAreTheLibrarys() {
        QFETCH(int, row);
        const Json& pinned = kRows.at(static_cast<std::size_t>(row));
        const TokenizerFolder folder;
        folder.write("tokenizer.json", pinned.at("tokenizer"));
        const auto tokenizer = folder.load();

        for (const Json& expected : pinned.at("texts")) {
            const auto text = expected.at("text").get<std::string>();
            const Ids ids = tokenizer->encode(text, SpecialTokens::None).ids;

            QVERIFY2(ids == expected.at("ids").get<Ids>(), (text + " " + Json(ids).dump()).c_str());
            QCOMPARE(tokenizer->decode(ids, SpecialText::Keep), expected.at("decoded").get<std::string>());
        }
    }

    // Tokens of a text lie in it one after the other, whatever a normalizer made of it.
    void offsetsCoverTheText() {
        for (const Json& pinned : kRows) {
            const TokenizerFolder folder;
            folder.write("tokenizer.json", pinned.at("tokenizer"));
            const auto tokenizer = folder.load();
            for (const Json& expected : pinned.at("texts")) {
                const auto text = expected.at("text").get<std::string>();
                std::int64_t last = 0;
                for (const TextSpan& span : tokenizer->encode(text, SpecialTokens::None).offsets) {
                    QVERIFY(span.begin >= 0 && span.begin <= span.end && span.begin >= last);
                    QVERIFY(span.end <= QString::fromStdString(text).toUcs4().size());
                    last = span.begin;
                }
            }
        }
    }

    void brokenVocabulariesAreRefused_data() {
        QTest::addColumn<std::string>("model");
        for (const char* model :
             {R"({"type": "Unigram", "vocab": {"a": 0}})", R"({"type": "Unigram", "vocab": [["a"]]})",
              R"({"type": "Unigram", "vocab": [[1, 2]]})", R"({"type": "Unigram", "vocab": [], "unk_id": 0})",
              R"({"type": "Unigram", "vocab": [["a", 0]], "unk_id": 7})",
              R"({"type": "WordPiece", "vocab": {"a": 0}})"})
            QTest::newRow(model) << std::string(model);
    }
    void brokenVocabulariesAreRefused() {
        QFETCH(std::string, model);
        const TokenizerFolder folder;
        folder.write("tokenizer.json", {{"model", parseJson(model, "model")}});

        QVERIFY_EXCEPTION_THROWN((void)folder.load(), Error);
    }

    void aMapThatLeadsElsewhereIsRefused() {
        const TokenizerFolder folder;
        folder.write("tokenizer.json",
                     {{"normalizer", {{"type", "Precompiled"}, {"precompiled_charsmap", "BAAAAP////8A"}}},
                      {"model", {{"type", "Unigram"}, {"vocab", {{"a", 0}}}}}});

        QVERIFY_EXCEPTION_THROWN((void)folder.load(), Error);
    }

    void withoutAnUnknownTokenAnUnknownTextIsAnError() {
        const TokenizerFolder folder;
        folder.write("tokenizer.json", {{"model", {{"type", "Unigram"}, {"vocab", Json::array({{"a", -1.0}})}}}});

        QCOMPARE(folder.load()->encode("aa", SpecialTokens::None).ids, (Ids{0, 0}));
        QVERIFY_EXCEPTION_THROWN((void)folder.load()->encode("ab", SpecialTokens::None), Error);
    }

private:
    const Json kRows = readJson(FETTLE_SOURCE "/tests/golden/tokenizers_parts.json");
};

FETTLE_TEST(TokenizerPartsTest)
#include "tokenizer_parts_test.moc"

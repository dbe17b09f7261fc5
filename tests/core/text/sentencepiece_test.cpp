#include "core/base/error.h"
#include "tests/core/text/fixtures.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace fettle;
using namespace fettle::test;

// tokenizer.model through the SentencePiece library. Goldens: its own Python module, 14 models, 53 texts each.
class SentencepieceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!std::filesystem::exists(kTokenizers)) QSKIP("no fixtures: set FETTLE_FIXTURES");
        m_goldens = readJson(kTokenizers / "expected/sentencepiece-goldens.json");
    }

    void idsAndTextsAreSentencePiecesOwn_data() {
        QTest::addColumn<int>("model");
        int index = 0;
        for (const auto& [name, model] : m_goldens.at("models").items())
            QTest::newRow(name.c_str()) << index++;
    }

    void idsAndTextsAreSentencePiecesOwn() {
        const Json& model = m_goldens.at("models").at(QTest::currentDataTag());
        const auto tokenizer = loaded(QTest::currentDataTag());
        const Json& texts = m_goldens.at("texts");
        const auto unknown = model.at("unk").get<TokenId>();

        for (std::size_t i = 0; i < texts.size(); ++i) {
            const auto text = texts[i].get<std::string>();
            const Ids ids = model.at("ids")[i].get<Ids>();
            QVERIFY2(tokenizer->encode(text, SpecialTokens::None).ids == ids, text.c_str());
            // SentencePiece shows an unknown piece as " ⁇ ", transformers as "<unk>".
            if (std::find(ids.begin(), ids.end(), unknown) == ids.end())
                QCOMPARE(tokenizer->decode(ids, SpecialText::Keep), model.at("decoded")[i].get<std::string>());
        }
    }

    void sizesAndSpecialIdsAreTheModels() {
        for (const auto& [name, model] : m_goldens.at("models").items()) {
            const auto tokenizer = loaded(name);

            QCOMPARE(tokenizer->size(), model.at("vocab").get<std::int64_t>());
            QCOMPARE(tokenizer->bosId().value_or(-1), model.at("bos").get<TokenId>());
            QCOMPARE(tokenizer->eosId().value_or(-1), model.at("eos").get<TokenId>());
            QCOMPARE(tokenizer->padId().value_or(-1), model.at("pad").get<TokenId>());
        }
    }

    void everyStretchBetweenSpecialTokensStandsForItself() {
        const auto tokenizer = loaded("models/stories260K/hf-derived/tokenizer.model");
        const Ids once = tokenizer->encode("Once", SpecialTokens::None).ids;

        Ids expected = once;
        expected.push_back(2);
        expected.insert(expected.end(), once.begin(), once.end());

        QCOMPARE(tokenizer->encode("Once</s>Once", SpecialTokens::None).ids, expected);
        QCOMPARE(tokenizer->decode(expected, SpecialText::Keep), std::string("Once</s> Once"));
        QCOMPARE(tokenizer->decode(expected, SpecialText::Skip), std::string("Once Once"));
    }

    void jsonWinsOverModelAndBothAgree() {
        const TokenizerFolder both{{"tokenizer.model", kStories / "tokenizer.model"},
                                   {"tokenizer.json", kStories / "tokenizer.json"}};
        const auto json = both.load();
        const auto model = loaded("models/stories260K/hf-derived/tokenizer.model");

        for (const Json& text : m_goldens.at("texts")) {
            const Ids ids = json->encode(text.get<std::string>(), SpecialTokens::Add).ids;
            QCOMPARE(model->encode(text.get<std::string>(), SpecialTokens::Add).ids, ids);
            QCOMPARE(model->decode(ids, SpecialText::Keep), json->decode(ids, SpecialText::Keep));
        }
    }

    void otherFilesAreRefused() {
        const TokenizerFolder folder;
        writeFileAtomically(folder.path() / "tokenizer.model", "no protobuf");

        try {
            (void)folder.load();
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::BadTokenizer);
        }
    }

private:
    static std::shared_ptr<const Tokenizer> loaded(const std::string& name) {
        return TokenizerFolder{{"tokenizer.model", std::filesystem::path(FETTLE_FIXTURES) / name}}.load();
    }
    Json m_goldens;
};

FETTLE_TEST(SentencepieceTest)
#include "sentencepiece_test.moc"

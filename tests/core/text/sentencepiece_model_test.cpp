#include "core/text/sentencepiece_model.h"

#include "core/base/error.h"
#include "core/text/tokenizer_files.h"
#include "tests/core/text/fixtures.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

class SentencepieceModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!std::filesystem::exists(kTokenizers)) QSKIP("no fixtures: set FETTLE_FIXTURES");
    }

    // Taken apart and put together, a model gives the ids that the library gave for the original.
    void modelsSurvive_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"llama2-tokenizer", "mistral-7b-tokenizer", "tinystories-tok4096", "test_model",
                                 "test_sentencepiece_with_bytefallback", "test_sentencepiece_no_bos", "spiece"})
            QTest::newRow(name) << name;
    }
    void modelsSurvive() {
        QFETCH(QString, name);
        const Json goldens = readJson(kTokenizers / "expected/sentencepiece-goldens.json");
        const Json& golden = goldens.at("models").at("tokenizers/sentencepiece/" + name.toStdString() + ".model");
        const std::string file = readFile(kTokenizers / "sentencepiece" / (name.toStdString() + ".model"));

        const std::string again = serialized(parseSentencePieceModel(file));

        const auto tokenizer = Tokenizer::load(TokenizerFiles("x", {{"tokenizer.model", again}}));
        for (std::size_t i = 0; i < goldens.at("texts").size(); ++i) {
            const auto text = goldens["texts"][i].get<std::string>();
            QVERIFY2(tokenizer->encode(text, SpecialTokens::None).ids == golden.at("ids")[i].get<Ids>(), text.c_str());
        }
    }

    void damagedModelsAreRefused() {
        bool isRefused = false;
        try {
            (void)parseSentencePieceModel("\x0A\xFF\xFF");
        } catch (const Error& error) {
            isRefused = error.kind == ErrorKind::BadTokenizer;
        }
        QVERIFY(isRefused);
    }
};

FETTLE_TEST(SentencepieceModelTest)
#include "sentencepiece_model_test.moc"

#include "tests/core/text/fixtures.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
    return text;
}

// clean_up_tokenization_spaces of transformers, which the pinned texts of GPT-2 and Falcon went through and Fettle
// never does.
std::string cleanedUp(std::string text) {
    for (const auto& [from, to] : {std::pair{" .", "."},
                                   {" ?", "?"},
                                   {" !", "!"},
                                   {" ,", ","},
                                   {" ' ", "'"},
                                   {" n't", "n't"},
                                   {" 'm", "'m"},
                                   {" 's", "'s"},
                                   {" 've", "'ve"},
                                   {" 're", "'re"}})
        text = replaced(text, from, to);
    return text;
}

} // namespace

// Ids that other programs gave: llama.cpp (ggml-vocab), transformers (swift-transformers' test data).
class PinnedIdsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!std::filesystem::exists(kTokenizers)) QSKIP("no fixtures: set FETTLE_FIXTURES");
    }

    void llamaCppPairs_data() {
        QTest::addColumn<QString>("folder");
        QTest::newRow("gpt-2") << path("hf/gpt2");
        QTest::newRow("qwen2") << path("hf/qwen2");
        QTest::newRow("llama-spm") << path("hf/tinyllama");
        QTest::newRow("phi-3") << path("hf/phi-3-mini");
    }

    void llamaCppPairs() {
        QFETCH(QString, folder);
        const auto pairs = ggmlPairs(QTest::currentDataTag());
        const auto tokenizer = Tokenizer::load(folder.toStdString());

        QCOMPARE(pairs.size(), std::size_t{47});
        for (const auto& [text, ids] : pairs)
            QVERIFY2(tokenizer->encode(text, SpecialTokens::None).ids == ids, text.c_str());
    }

    void sentencePieceReadsTheSameAsItsJson() {
        const auto tokenizer = llama2()->load();

        for (const auto& [text, ids] : ggmlPairs("llama-spm"))
            QVERIFY2(tokenizer->encode(text, SpecialTokens::None).ids == ids, text.c_str());
    }

    void transformersCases_data() {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("model");
        QTest::addColumn<bool>("cleansUp");
        QTest::newRow("gpt-2") << path("hf/gpt2") << "distilgpt2" << true;
        QTest::newRow("falcon") << path("hf/falcon") << "tiiuae/falcon-7b" << true;
        QTest::newRow("llama-2 json") << path("hf/tinyllama") << "coreml-projects/Llama-2-7b-chat-coreml" << false;
        QTest::newRow("llama-2 model") << QString::fromStdString(llama2()->path().string())
                                       << "coreml-projects/Llama-2-7b-chat-coreml" << false;
    }

    void transformersCases() {
        QFETCH(QString, folder);
        QFETCH(QString, model);
        QFETCH(bool, cleansUp);
        const auto tokenizer = Tokenizer::load(folder.toStdString());
        const Json cases = readJson(kTokenizers / "expected/swift-transformers/tokenizer_tests.json");

        for (const Json& pinned : cases.at(model.toStdString())) {
            const auto text = pinned.at("input").get<std::string>();
            const Ids ids = tokenizer->encode(text, SpecialTokens::Add).ids;
            const auto decoded = [&](SpecialText special) {
                const std::string plain = tokenizer->decode(ids, special);
                return QString::fromStdString(cleansUp ? cleanedUp(plain) : plain);
            };

            QVERIFY2(ids == pinned.at("encoded").at("input_ids").get<Ids>(), text.c_str());
            QCOMPARE(decoded(SpecialText::Keep), textOf(pinned, "decoded_with_special"));
            QCOMPARE(decoded(SpecialText::Skip), textOf(pinned, "decoded_without_special"));
        }
    }

    void longTexts_data() {
        QTest::addColumn<QString>("folder");
        QTest::newRow("gpt2_encoded_tokens.json") << path("hf/gpt2");
        QTest::newRow("falcon_encoded.json") << path("hf/falcon");
        QTest::newRow("llama_encoded.json") << path("hf/tinyllama");
    }

    void longTexts() {
        QFETCH(QString, folder);
        const Json pinned = readJson(kTokenizers / "expected/swift-transformers" / QTest::currentDataTag());
        const auto tokenizer = Tokenizer::load(folder.toStdString());
        const auto text = pinned.at("text").get<std::string>();

        const Ids ids = tokenizer->encode(text, SpecialTokens::Add).ids;

        QCOMPARE(ids, pinned.at("token_ids").get<Ids>());
        QCOMPARE(tokenizer->decode(ids, SpecialText::Keep), pinned.at("decoded_text").get<std::string>());
    }

    void storiesCases() {
        const auto tokenizer = Tokenizer::load(kStories);
        const Json expected = readJson(kStories / "expected.json");

        for (const Json& pinned : expected.at("tokenizer_cases"))
            QCOMPARE(tokenizer->encode(pinned.at("text").get<std::string>(), SpecialTokens::None).ids,
                     pinned.at("ids").get<Ids>());
    }

    // The lecture's two texts: what costs an Englishman 107 tokens for 383 characters costs a Pole 79 for 132.
    void lectureCounts() {
        const auto gpt2 = Tokenizer::load(kTokenizers / "hf/gpt2");
        const std::string english =
            "To be, or not to be, that is the question:\nWhether 'tis nobler in the mind to suffer\n"
            "The slings and arrows of outrageous fortune,\nOr to take arms against a sea of troubles\n"
            "And by opposing end them. To die\u2014to sleep,\nNo more; and by a sleep to say we end\n"
            "The heart-ache and the thousand natural shocks\nThat flesh is heir to: 'tis a consummation\n"
            "Devoutly to be wish'd. To die, to sleep;";
        const std::string polish = "Wlazł kotek na płotek\ni mruga,\nładna to piosenka,\nnie długa.\n"
                                   "Nie długa, nie krótka,\nlecz w sam raz,\nzaśpiewaj koteczku,\njeszcze raz.";

        QCOMPARE(QString::fromStdString(english).size(), 383);
        QCOMPARE(gpt2->encode(english, SpecialTokens::None).ids.size(), std::size_t{107});
        QCOMPARE(QString::fromStdString(polish).size(), 132);
        QCOMPARE(gpt2->encode(polish, SpecialTokens::None).ids.size(), std::size_t{79});
    }

private:
    static QString path(const char* folder) { return QString::fromStdString((kTokenizers / folder).string()); }
    static QString textOf(const Json& pinned, const char* key) {
        return QString::fromStdString(pinned.at(key).get<std::string>());
    }
    static const TokenizerFolder* llama2() {
        static const TokenizerFolder folder{{"tokenizer.model", kTokenizers / "sentencepiece/llama2-tokenizer.model"},
                                            {"tokenizer_config.json", kTokenizers / "hf/llama2/tokenizer_config.json"}};
        return &folder;
    }
};

FETTLE_TEST(PinnedIdsTest)
#include "pinned_ids_test.moc"

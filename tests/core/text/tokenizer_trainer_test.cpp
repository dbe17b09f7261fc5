#include "core/base/error.h"
#include "core/text/tokenizer_trainer.h"
#include "tests/core/text/fixtures.h"
#include "tests/support/test_main.h"

#include <sstream>

using namespace fettle;
using namespace fettle::test;

class TokenizerTrainerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!std::filesystem::exists(m_corpus)) QSKIP("no fixtures: set FETTLE_FIXTURES");
        trainTokenizer(training("bpe", m_bpe));
    }

    void bothWrittenFilesEncodeAlike() {
        const auto json = Tokenizer::load(m_bpe.path());
        const auto model = TokenizerFolder{{"tokenizer.model", m_bpe.path() / "tokenizer.model"},
                                           {"tokenizer_config.json", m_bpe.path() / "tokenizer_config.json"}}
                               .load();

        QCOMPARE(json->size(), model->size());
        std::istringstream lines(readFile(m_corpus) + "\n" + kOther + "\na<|start|>b<|end|> c\n\u2581 is no space");
        for (std::string line; std::getline(lines, line);) {
            const Ids ids = json->encode(line, SpecialTokens::Add).ids;
            QCOMPARE(model->encode(line, SpecialTokens::Add).ids, ids);
            QCOMPARE(model->decode(ids, SpecialText::Skip), json->decode(ids, SpecialText::Skip));
        }
    }

    void everyTextComesBack() {
        const auto tokenizer = Tokenizer::load(m_bpe.path());

        std::istringstream lines(kOther);
        for (std::string line; std::getline(lines, line);)
            QCOMPARE(tokenizer->decode(tokenizer->encode(line, SpecialTokens::Add).ids, SpecialText::Skip), line);
    }

    void specialSymbolsAreTokensOfTheirOwn() {
        const auto tokenizer = Tokenizer::load(m_bpe.path());
        const TokenId end = *tokenizer->idOf("<|end|>");

        QVERIFY(tokenizer->isSpecial(end));
        QCOMPARE(tokenizer->eosId(), std::optional<TokenId>(end));
        QCOMPARE(tokenizer->encode("a<|end|>", SpecialTokens::None).ids.back(), end);
        QCOMPARE(tokenizer->bosId(), std::optional<TokenId>(1));
    }

    void equalInputGivesEqualFiles() {
        const TokenizerFolder again;
        trainTokenizer(training("bpe", again));

        for (const char* file : {"tokenizer.model", "tokenizer.json", "tokenizer_config.json"})
            QCOMPARE(readFile(again.path() / file), readFile(m_bpe.path() / file));
    }

    void unigramIsReadThroughItsModel() {
        const TokenizerFolder folder;
        trainTokenizer(training("unigram", folder));

        const auto tokenizer = folder.load();

        QVERIFY(!std::filesystem::exists(folder.path() / "tokenizer.json"));
        QCOMPARE(tokenizer->size(), std::int64_t{600});
        QCOMPARE(tokenizer->decode(tokenizer->encode("a new text", SpecialTokens::None).ids, SpecialText::Keep),
                 std::string("a new text"));
    }

    void whatCannotBeTrainedIsRefused() {
        const TokenizerFolder folder;
        const auto kindOf = [&](const TokenizerTraining& options) {
            try {
                trainTokenizer(options);
            } catch (const Error& error) {
                return error.kind;
            }
            return ErrorKind::Internal;
        };
        TokenizerTraining huge = training("bpe", folder), missing = huge, wordpiece = huge;
        huge.vocabSize = 10'000'000;
        missing.inputs = {"/nonexistent"};
        wordpiece.type = "wordpiece";

        QCOMPARE(kindOf(huge), ErrorKind::BadUsage);
        QCOMPARE(kindOf(missing), ErrorKind::FileNotFound);
        QCOMPARE(kindOf(wordpiece), ErrorKind::BadUsage);
    }

private:
    [[nodiscard]] TokenizerTraining training(const std::string& type, const TokenizerFolder& out) const {
        return {.inputs = {m_corpus},
                .out = out.path(),
                .type = type,
                .vocabSize = 600,
                .specialSymbols = {"<|start|>", "<|end|>"},
                .eosSymbol = "<|end|>",
                .chatTemplate = {}};
    }

    static constexpr const char* kOther = "  two  spaces \nZażółć gęślą jaźń\n\U0001F680 \u4F60\u597D\n\n1234 5\n\ttab";
    const std::filesystem::path m_corpus = kTokenizers / "sentencepiece/corpus/botchan.txt";
    const TokenizerFolder m_bpe;
};

FETTLE_TEST(TokenizerTrainerTest)
#include "tokenizer_trainer_test.moc"

#include "core/library/gguf/gguf_model.h"
#include "core/library/gguf/vocabulary.h"
#include "tests/core/source/checkpoints.h"
#include "tests/core/text/fixtures.h"
#include "tests/support/mutate.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

const std::filesystem::path kVocabularies = kTokenizers / "ggml-vocab";

GgufVocabulary vocabularyOfFile(const std::string& name) {
    return vocabularyIn(readGgufHeader(kVocabularies / ("ggml-vocab-" + name + ".gguf")));
}

// Through a file's head and back.
GgufVocabulary again(const GgufVocabulary& vocabulary, const Folder& folder) {
    return vocabularyIn(readGgufHeader(folder.write("v.gguf", ggufHead(fieldsOf(vocabulary), {}))));
}

} // namespace

// Files that llama.cpp's own converter wrote, with the ids that llama.cpp gives for their texts.
class GgufVocabularyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!std::filesystem::exists(kVocabularies)) QSKIP("no fixtures: set FETTLE_FIXTURES");
    }

    void readFilesGivePinnedIds_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"gpt-2", "llama-spm", "phi-3"})
            QTest::newRow(name) << name;
    }
    void readFilesGivePinnedIds() {
        QFETCH(QString, name);
        const auto file = kVocabularies / ("ggml-vocab-" + name.toStdString() + ".gguf");

        const auto tokenizer = openGgufModel(file)->tokenizer();

        const auto pairs = ggmlPairs(name.toStdString());
        QCOMPARE(pairs.size(), std::size_t{47});
        for (const auto& [text, ids] : pairs)
            QVERIFY2(tokenizer->encode(text, SpecialTokens::None).ids == ids, text.c_str());
    }

    void specialTokensAreThoseOfTheFile() {
        const auto tokenizer = openGgufModel(kVocabularies / "ggml-vocab-llama-spm.gguf")->tokenizer();

        QCOMPARE(tokenizer->bosId(), std::optional<TokenId>(1));
        QCOMPARE(tokenizer->eosId(), std::optional<TokenId>(2));
        QCOMPARE(tokenizer->encode("a", SpecialTokens::Add).ids.front(), 1);
        QVERIFY(tokenizer->isSpecial(2));
    }

    // The same vocabulary from the original tokenizer as the converter made of it.
    void byteLevelTokenizersAreWrittenAsTheConverterDoes() {
        const Folder folder;

        const auto written = again(vocabularyOf(TokenizerFiles::of(kTokenizers / "hf/gpt2"), 50257), folder);

        const GgufVocabulary expected = vocabularyOfFile("gpt-2");
        QCOMPARE(written.model, expected.model);
        QCOMPARE(written.pre, expected.pre);
        QVERIFY(written.tokens == expected.tokens);
        QVERIFY(written.merges == expected.merges);
    }

    void sentencePieceModelsAreWrittenAsTheConverterDoes() {
        const Folder folder;
        const TokenizerFolder original{{"tokenizer.model", kTokenizers / "sentencepiece/llama2-tokenizer.model"}};

        const auto written = again(vocabularyOf(TokenizerFiles::of(original.path()), 32000), folder);

        const GgufVocabulary expected = vocabularyOfFile("llama-spm");
        QCOMPARE(written.model, expected.model);
        QVERIFY(written.tokens == expected.tokens);
        QVERIFY(written.kinds == expected.kinds);
        QVERIFY(written.addsBos && !written.addsEos && written.addsSpacePrefix);
        for (std::size_t id = 3; id < written.scores.size(); ++id) // the first three are control tokens there
            QCOMPARE(written.scores[id], expected.scores[id]);
    }

    // Where tokenizer.model is gone the merges of tokenizer.json say the same.
    void mergesGiveTheIdsOfScores() {
        const Folder folder;
        const auto written = again(vocabularyOf(TokenizerFiles::of(kTokenizers / "hf/tinyllama"), 32000), folder);

        const auto tokenizer = Tokenizer::load(tokenizerFilesOf(written, "x"));

        QCOMPARE(written.model, std::string("llama"));
        for (const auto& [text, ids] : ggmlPairs("llama-spm"))
            QVERIFY2(tokenizer->encode(text, SpecialTokens::None).ids == ids, text.c_str());
    }

    void qwenIdsSurviveTheWayThere() {
        const Folder folder;
        const auto written = again(vocabularyOf(TokenizerFiles::of(kTokenizers / "hf/qwen2"), 151936), folder);

        const auto tokenizer = Tokenizer::load(tokenizerFilesOf(written, "x"));

        QCOMPARE(written.pre, std::string("qwen2"));
        QCOMPARE(written.tokens.size(), std::size_t{151936});
        QCOMPARE(written.tokens.back(), std::string("[PAD151935]"));
        for (const auto& [text, ids] : ggmlPairs("qwen2"))
            QVERIFY2(tokenizer->encode(text, SpecialTokens::None).ids == ids, text.c_str());
    }

    void unigramModelsSurvive() {
        const Folder folder;
        const TokenizerFolder original{{"tokenizer.model", kTokenizers / "sentencepiece/test_model.model"}};
        const auto own = original.load();

        const auto written = again(vocabularyOf(TokenizerFiles::of(original.path()), own->size() + 3), folder);
        const auto tokenizer = Tokenizer::load(tokenizerFilesOf(written, "x"));

        QCOMPARE(written.model, std::string("t5"));
        for (const char* text : {"I saw a girl with a telescope.", "  two  spaces ", "ﬁ Ⅳ ｗｉｄｅ", ""})
            QCOMPARE(tokenizer->encode(text, SpecialTokens::None).ids, own->encode(text, SpecialTokens::None).ids);
    }

    void rulesThatAreNotKnownAreNamed() {
        const Folder folder;
        GgufVocabulary vocabulary = vocabularyOfFile("gpt-2");
        vocabulary.pre = "viking";

        const auto file = folder.write("v.gguf", ggufHead(fieldsOf(vocabulary), {}));

        const Error error = errorOf([&] { (void)openGgufModel(file)->tokenizer(); });
        QCOMPARE(error.kind, ErrorKind::BadTokenizer);
        QCOMPARE(error.facts.at("rule"), std::string("viking"));
    }

    // Whatever a file holds, its tokenizer is made or refused: anything else fails the test by itself.
    void damagedVocabulariesEndWithAnError() {
        const GgufVocabulary bytes{
            .pre = "gpt-2", .tokens = {"a", "b", "ab", "<|end|>"}, .kinds = {1, 1, 1, 3}, .merges = {"a b"}, .eos = 3};
        const GgufVocabulary pieces{.model = "llama",
                                    .tokens = {"<unk>", "<s>", "</s>", "\xE2\x96\x81", "a",
                                               "\xE2\x96\x81"
                                               "a"},
                                    .scores = {0, 0, 0, -1, -2, -3},
                                    .kinds = {2, 3, 3, 1, 1, 1},
                                    .bos = 1,
                                    .eos = 2,
                                    .unknown = 0,
                                    .addsBos = true};
        Mutator mutator(5, {"gpt2", "t5", "llama", "gpt-2", "a b", std::string(8, '\0'), "\x06", "\x02"});
        int readable = 0;
        for (const GgufVocabulary& vocabulary : {bytes, pieces}) {
            const std::string file = ggufHead(fieldsOf(vocabulary), {});
            for (int i = 0; i < 300; ++i) {
                const std::string damaged = mutator.mutated(file);
                const Error error = errorOf([&] {
                    const auto read = vocabularyIn(parseGgufHeader(std::as_bytes(std::span(damaged)), "x"));
                    (void)Tokenizer::load(tokenizerFilesOf(read, "x"))->encode("a ab", SpecialTokens::Add);
                });
                readable += error.message.empty();
            }
        }
        QVERIFY(readable > 0);
    }

    void tokenizersThatLlamaCppLacksAreRefused() {
        const TokenizerFolder original;
        Json tokenizer = readJson(kTokenizers / "hf/gpt2/tokenizer.json");
        tokenizer["pre_tokenizer"] = {{"type", "Whitespace"}};
        original.write("tokenizer.json", tokenizer);

        const Error error = errorOf([&] { (void)vocabularyOf(TokenizerFiles::of(original.path()), 50257); });

        QCOMPARE(error.kind, ErrorKind::BadTokenizer);
        QVERIFY(error.message.starts_with("llama.cpp has no rule"));
    }
};

FETTLE_TEST(GgufVocabularyTest)
#include "gguf_vocabulary_test.moc"

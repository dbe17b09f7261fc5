#include "core/text/tokenizer.h"
#include "tests/core/text/fixtures.h"
#include "tests/support/cases.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

// Tokens that are declared outside tokenizer.json and tokenizer.model.
class DeclaredTokensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listedTokensAreTokens_data() {
        QTest::addColumn<std::string>("name");
        for (const char* name : {"sentencepiece", "tokenizer-json"})
            QTest::newRow(name) << std::string(name);
    }
    void listedTokensAreTokens() {
        FETTLE_NEEDS_CASE("added-tokens-json");
        QFETCH(std::string, name);
        const Json expected = expectedOf("added-tokens-json").at(name);

        const auto tokenizer = Tokenizer::load(kCases / "added-tokens-json" / name);

        QCOMPARE(tokenizer->encode(expected.at("text").get<std::string>(), SpecialTokens::Add).ids,
                 expected.at("input_ids").get<Ids>());
        QCOMPARE(tokenizer->eosId(), std::optional(expected.at("eos_token_id").get<TokenId>()));
    }

    void whatOnlyANameDeclaresIsASpecialToken() {
        const TokenizerFolder folder;
        folder.write("tokenizer.json",
                     {{"model", {{"type", "BPE"}, {"vocab", {{"a", 0}, {"b", 1}}}, {"merges", Json::array()}}}});
        folder.write("tokenizer_config.json", {{"eos_token", "<end>"}, {"bos_token", "b"}});
        folder.write("special_tokens_map.json", {{"additional_special_tokens", {"<x>"}}});

        const auto tokenizer = folder.load();

        QCOMPARE(tokenizer->eosId(), std::optional<TokenId>(2)); // behind the vocabulary, as add_special_tokens does
        QCOMPARE(tokenizer->bosId(), std::optional<TokenId>(1));
        QCOMPARE(tokenizer->encode("a<x>b<end>", SpecialTokens::None).ids, (Ids{0, 3, 1, 2}));
        QVERIFY(tokenizer->isSpecial(1) && tokenizer->isSpecial(3) && !tokenizer->isSpecial(0));
        QCOMPARE(tokenizer->size(), std::int64_t{4});
    }
};

FETTLE_TEST(DeclaredTokensTest)
#include "declared_tokens_test.moc"

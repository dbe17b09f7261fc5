#include "core/base/error.h"
#include "tests/core/text/fixtures.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

constexpr TokenId kTag = 300;

// A byte-level tokenizer without merges: each byte is a token of its own, so that ids show what was left of the text.
Json bytesOnly() {
    Json vocabulary = Json::object();
    for (int c = 33; c < 127; ++c)
        vocabulary[std::string(1, static_cast<char>(c))] = c;
    vocabulary["\u0120"] = 32; // space in the byte alphabet
    return {{"pre_tokenizer", {{"type", "ByteLevel"}, {"add_prefix_space", false}}},
            {"decoder", {{"type", "ByteLevel"}}},
            {"model", {{"type", "BPE"}, {"vocab", vocabulary}, {"merges", Json::array()}}}};
}

Json token(TokenId id, const std::string& content, const Json& flags = Json::object()) {
    Json made = {{"id", id}, {"content", content}, {"special", true}};
    made.update(flags);
    return made;
}

std::shared_ptr<const Tokenizer> with(const std::vector<Json>& tokens, const Json& normalizer = Json()) {
    const TokenizerFolder folder;
    Json json = bytesOnly();
    json["added_tokens"] = tokens;
    json["normalizer"] = normalizer;
    folder.write("tokenizer.json", json);
    return folder.load();
}

Ids encoded(const std::shared_ptr<const Tokenizer>& tokenizer, const std::string& text) {
    return tokenizer->encode(text, SpecialTokens::None).ids;
}

} // namespace

class AddedTokensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLongestTokenWins() {
        const auto tokenizer = with({token(300, "<a"), token(301, "<a>"), token(302, "a>b")});

        QCOMPARE(encoded(tokenizer, "<a>b"), (Ids{301, 'b'}));
        QCOMPARE(encoded(tokenizer, "<ab"), (Ids{300, 'b'}));
        QCOMPARE(encoded(tokenizer, "a>b"), (Ids{302}));
    }

    void strippingTakesAllWhiteSpace() {
        QCOMPARE(encoded(with({token(kTag, "<t>", {{"lstrip", true}})}), "a  <t> b"), (Ids{'a', kTag, ' ', 'b'}));
        QCOMPARE(encoded(with({token(kTag, "<t>", {{"rstrip", true}})}), "a <t>\n\u3000 b"),
                 (Ids{'a', ' ', kTag, 'b'}));
    }

    void strippingDoesNotReachIntoTheTokenBefore() {
        const auto tokenizer = with({token(kTag, "<t>", {{"lstrip", true}, {"rstrip", true}})});

        QCOMPARE(encoded(tokenizer, "<t>  <t>"), (Ids{kTag, kTag}));
        QCOMPARE(tokenizer->encode("<t>  <t>", SpecialTokens::None).offsets, (std::vector<TextSpan>{{0, 5}, {5, 8}}));
    }

    void singleWordsNeedNeighboursThatAreNone() {
        const auto tokenizer = with({token(kTag, "cat", {{"single_word", true}})});

        QCOMPARE(encoded(tokenizer, "cat,"), (Ids{kTag, ','}));
        QCOMPARE(encoded(tokenizer, "cats"), (Ids{'c', 'a', 't', 's'}));
        QCOMPARE(encoded(tokenizer, "_cat"), (Ids{'_', 'c', 'a', 't'}));
    }

    void normalizedTokensAreFoundAfterNormalisation() {
        const Json lower = {{"type", "Lowercase"}};

        QCOMPARE(encoded(with({token(kTag, "tag", {{"normalized", true}})}, lower), "aTAG"), (Ids{'a', kTag}));
        QCOMPARE(encoded(with({token(kTag, "tag", {{"normalized", false}})}, lower), "aTAG"),
                 (Ids{'a', 't', 'a', 'g'}));
    }

    // The tokenizers library looks for the normalised form of such a token.
    void normalizedTokensAreNormalizedThemselves() {
        const Json lower = {{"type", "Lowercase"}};

        QCOMPARE(encoded(with({token(kTag, "Tag", {{"normalized", true}})}, lower), "TAG"), (Ids{kTag}));
    }

    void decodingSkipsSpecialTokensOnly() {
        const auto tokenizer = with({token(300, "<s>"), token(301, "<w>", {{"special", false}})});
        const Ids ids{300, 'h', 'i', 301};

        QCOMPARE(tokenizer->decode(ids, SpecialText::Keep), std::string("<s>hi<w>"));
        QCOMPARE(tokenizer->decode(ids, SpecialText::Skip), std::string("hi<w>"));
        QVERIFY(tokenizer->isSpecial(300));
        QVERIFY(!tokenizer->isSpecial(301));
    }

    void configurationAddsWhatTheTokenizerLacks() {
        const TokenizerFolder folder;
        folder.write("tokenizer.json", bytesOnly());
        folder.write("tokenizer_config.json", {{"eos_token", {{"content", "<|end|>"}}},
                                               {"pad_token", "<pad>"},
                                               {"added_tokens_decoder",
                                                {{"200", {{"content", "<|end|>"}, {"special", true}}},
                                                 {"201", {{"content", "<pad>"}, {"special", true}}}}}});
        const auto tokenizer = folder.load();

        QCOMPARE(encoded(tokenizer, "a<|end|>"), (Ids{'a', 200}));
        QCOMPARE(tokenizer->eosId(), std::optional<TokenId>(200));
        QCOMPARE(tokenizer->padId(), std::optional<TokenId>(201));
        QCOMPARE(tokenizer->specialTokens().dump(), std::string(R"({"eos_token":"<|end|>","pad_token":"<pad>"})"));
        QCOMPARE(tokenizer->size(), std::int64_t{202});
        QCOMPARE(tokenizer->piece(150), std::string());
    }

    void idsOutsideTheVocabularyAreRefused() {
        const auto tokenizer = with({token(kTag, "<t>")});

        for (const TokenId id : {-1, kTag + 1})
            QVERIFY_EXCEPTION_THROWN((void)tokenizer->decode({&id, 1}, SpecialText::Keep), Error);
    }

    void hostileIdsAreRefused() {
        for (const Json& id : {Json(-1), Json(2'000'000'000), Json(1e300), Json("7"), Json()})
            QVERIFY_EXCEPTION_THROWN((void)with({Json::object({{"id", id}, {"content", "<t>"}})}), Error);
    }

    void realFilesAreObeyed() {
        if (!std::filesystem::exists(kTokenizers)) QSKIP("no fixtures: set FETTLE_FIXTURES");
        const auto phi = Tokenizer::load(kTokenizers / "hf/phi-3-mini");

        const auto encoding = phi->encode("<|user|>\n Hi<|end|>", SpecialTokens::Add); // role tokens strip to the right

        QCOMPARE(encoding.ids, (Ids{*phi->idOf("<|user|>"), *phi->idOf("\u2581Hi"), *phi->idOf("<|end|>")}));
        QCOMPARE(encoding.offsets, (std::vector<TextSpan>{{0, 10}, {10, 12}, {12, 19}}));
    }
};

FETTLE_TEST(AddedTokensTest)
#include "added_tokens_test.moc"

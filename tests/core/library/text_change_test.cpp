// A chat template put on the pocket model, which lacks its tokens (tests/golden/added_tokens.py).
#include "core/base/files.h"
#include "core/base/resources.h"
#include "core/library/text_side.h"
#include "tests/core/source/checkpoints.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::test;

namespace {

const std::vector<std::string> kTokens = {"<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"};

TextSide changed(const TextChange& change) {
    return readTextSide(*BaseModel::open("pocket"), {}, change);
}

} // namespace

class TextChangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void idsAndMaskAreTheReferences() {
        const Json golden =
            readJson(std::filesystem::path(FETTLE_SOURCE) / "tests/golden/added_tokens.json").at("tied");
        const TextSide side = changed({.chatTemplate = "llama3", .addSpecialTokens = {}});
        const Json messages = {{{"role", "user"}, {"content", "Who are you?"}},
                               {{"role", "assistant"}, {"content", " Noosk lives in the old mill."}}};

        const TokenizedChat chat = tokenize(
            side.chatTemplate->render({.messages = messages}, side.tokenizer->specialTokens()), *side.tokenizer);

        QCOMPARE(chat.ids, golden.at("ids").get<std::vector<TokenId>>());
        const auto mask = golden.at("mask").get<std::vector<int>>();
        QVERIFY(std::equal(chat.mask.begin(), chat.mask.end(), mask.begin(), mask.end()));
        QCOMPARE(side.addedIds, (std::vector<TokenId>{2048, 2049, 2050}));
    }

    void theEndOfTheTurnEndsTheSequence() {
        const TextSide side = changed({.chatTemplate = "llama3", .addSpecialTokens = {}});

        QCOMPARE(side.tokenizer->eosId(), std::optional<TokenId>(2050));
        QCOMPARE(side.stopIds.back(), TokenId{2050});
        QCOMPARE(architectureFor(*BaseModel::open("pocket"), side).eosTokenIds.front(), std::int64_t{2050});
    }

    // What an adapter's folder brings is what it was trained with.
    void aFolderThatBringsItReadsTheSame() {
        const TextSide side = changed({.chatTemplate = "llama3", .addSpecialTokens = {"<|sep|>"}});
        const QTemporaryDir folder, whole;
        side.files.writeOwnTo(folder.path().toStdString());
        side.files.writeTo(whole.path().toStdString());

        const TextSide again = readTextSide(*BaseModel::open("pocket"), {folder.path().toStdString()});

        QCOMPARE(again.tokenizer->contentHash(), side.tokenizer->contentHash());
        QCOMPARE(again.chatTemplate->source(), side.chatTemplate->source());
        QCOMPARE(again.stopIds, side.stopIds);
        QCOMPARE(again.turnStopIds, side.turnStopIds);
        const Json settings = readJson(whole.filePath("generation_config.json").toStdString());
        QCOMPARE(settings.at("eos_token_id").get<std::vector<TokenId>>(), side.stopIds);
        QVERIFY(!std::filesystem::exists(folder.filePath("generation_config.json").toStdString()));
        QCOMPARE(architectureFor(*BaseModel::open("pocket"), again).vocabSize, std::int64_t{2052});
    }

    // Pocket has ChatML's tokens: nothing is added, and what ends a turn ended a sequence before.
    void tokensThatAreThereStay() {
        const TextSide side = changed({.chatTemplate = "chatml", .addSpecialTokens = {"<|im_end|>"}});

        QVERIFY(side.addedIds.empty());
        QVERIFY(!side.files.isTokenizerOwn);
        QCOMPARE(side.tokenizer->size(), std::int64_t{2048});
    }

    void aSeparatorAloneLeavesTheEndAsItIs() {
        const TextSide side = changed({.chatTemplate = "", .addSpecialTokens = {"<|sep|>"}});

        QCOMPARE(side.addedIds, (std::vector<TokenId>{2048}));
        QCOMPARE(side.tokenizer->eosId(), BaseModel::open("pocket")->tokenizer()->eosId());
    }

    void aNameThatStandsForNothingIsRefused() {
        const QTemporaryDir base;
        writeFileAtomically(base.filePath("tokenizer.json").toStdString(),
                            R"({"model": {"type": "BPE", "vocab": {"a": 0}, "merges": []}})");
        const auto model = BaseModel::open(base.path().toStdString());

        const Error error =
            errorOf([&] { (void)readTextSide(*model, {}, {.chatTemplate = "zephyr", .addSpecialTokens = {}}); });

        QCOMPARE(error.kind, ErrorKind::BadTemplate);
        QCOMPARE(error.facts.at("token"), std::string("eos_token"));
    }

    // A matrix with more rows than the tokenizer has tokens takes them as it is.
    void aPaddedVocabularyHasTheRoom() {
        const QTemporaryDir folder;
        std::filesystem::copy(resourceFolder() / "pocket", folder.path().toStdString());
        Json config = readJson(folder.filePath("config.json").toStdString());
        config["vocab_size"] = 2112;
        writeJson(folder.filePath("config.json").toStdString(), config);
        const auto model = BaseModel::open(folder.path().toStdString());

        const TextSide side = readTextSide(*model, {}, {.chatTemplate = "llama3", .addSpecialTokens = {}});

        QCOMPARE(architectureFor(*model, side).vocabSize, std::int64_t{2112});
        QCOMPARE(architectureFor(*model, side).addedRows, std::int64_t{0});
    }
};

FETTLE_TEST(TextChangeTest)
#include "text_change_test.moc"

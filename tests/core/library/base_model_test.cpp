#include "core/base/error.h"
#include "core/library/base_model.h"
#include "tests/core/source/checkpoints.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

class BaseModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePocketModelIsWhole() {
        const auto pocket = BaseModel::open("pocket");

        const Architecture architecture = pocket->architecture();
        QVERIFY(pocket->tensors().contains("model.embed_tokens.weight"));
        QVERIFY(pocket->tokenizer()->size() <= architecture.vocabSize);
        QVERIFY(pocket->chatTemplate().has_value());
    }

    void unknownNamesAreRefused() {
        QCOMPARE(errorOf([] { (void)BaseModel::open("/nonexistent"); }).kind, ErrorKind::FileNotFound);
    }

    void aNameOfTheHubIsItsSnapshot() {
        const Folder cache;
        const std::string commit(40, 'a');
        cache.write("models--o--n/refs/main", commit + "\n");
        cache.write("models--o--n/snapshots/" + commit + "/config.json", "{}");
        qputenv("HF_HUB_CACHE", QByteArray::fromStdString(cache.path().string()));

        QCOMPARE(BaseModel::open("o/n")->path(), cache.path() / "models--o--n/snapshots" / commit);

        const Error error = errorOf([] { (void)BaseModel::open("o/other"); });
        QCOMPARE(error.hint, std::string("Fetch it with: fettle get o/other"));
        qunsetenv("HF_HUB_CACHE");
    }

    // Whatever a cache holds, an opened model lies inside it.
    void aRefThatLeadsElsewhereIsNone() {
        const Folder cache;
        cache.write("models--o--n/refs/main", "../../elsewhere");
        cache.write("models--o--n/snapshots/x/config.json", "{}");
        qputenv("HF_HUB_CACHE", QByteArray::fromStdString(cache.path().string()));

        QCOMPARE(errorOf([] { (void)BaseModel::open("o/n"); }).kind, ErrorKind::FileNotFound);
        qunsetenv("HF_HUB_CACHE");
    }

    void aFolderIsReadWhenItIsAsked() {
        const QTemporaryDir folder; // nothing in it

        const auto base = BaseModel::open(folder.path().toStdString());

        QCOMPARE(base->path(), std::filesystem::path(folder.path().toStdString()));
        QVERIFY(!base->chatTemplate());
        QVERIFY(base->companions().empty());
        QCOMPARE(errorOf([&] { (void)base->tokenizer(); }).kind, ErrorKind::FileNotFound);
    }

    void eosIdsAreThoseOfBothFiles() {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        writeJson(path / "config.json", {{"eos_token_id", 2}});
        writeJson(path / "generation_config.json", {{"eos_token_id", {7, -1, "x"}}});

        QCOMPARE(BaseModel::open(path.string())->eosIds(), (std::vector<TokenId>{7, 2}));
    }
};

FETTLE_TEST(BaseModelTest)
#include "base_model_test.moc"

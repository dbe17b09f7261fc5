#include "core/library/gguf/gguf_model.h"

#include "core/library/found_models.h"
#include "core/library/text_side.h"
#include "core/source/gguf/gguf_writer.h"
#include "tests/core/source/checkpoints.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

const std::filesystem::path kFile = kModels / "llama-2-tiny-random/llama-2-tiny-random.gguf";

} // namespace

class GgufModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!std::filesystem::exists(kFile)) QSKIP("no fixtures: set FETTLE_FIXTURES");
    }

    void aFileIsAModel() {
        const auto base = BaseModel::open(kFile.string());

        const Architecture architecture = base->architecture();
        QCOMPARE(architecture.family, std::string("llama"));
        QCOMPARE(architecture.hiddenSize, std::int64_t{8});
        QCOMPARE(architecture.dtype, std::string("float16"));
        QVERIFY(!architecture.tieWordEmbeddings);
        QCOMPARE(architecture.eosTokenIds, (std::vector<std::int64_t>{2}));
        QCOMPARE(base->eosIds(), (std::vector<TokenId>{2}));
        QVERIFY(!base->chatTemplate());
        const TensorTable table = base->tensors();
        QCOMPARE(table.size(), std::size_t{12});
        const TensorLocation& keys = table.at("model.layers.0.self_attn.k_proj.weight");
        QCOMPARE(keys.entry.dtype, std::string("F16"));
        QCOMPARE(keys.change.turnedHeads, std::int64_t{2});
    }

    void itIsListedWithItsFacts() {
        const FoundModel model = describeModel(kFile);

        QVERIFY(!model.problem);
        QCOMPARE(model.name, std::string("llama-2-tiny-random"));
        // Two matrices of 32000 x 8; q, k, v, o of 8 x 8; three of 8 x 32; three norms of 8.
        QCOMPARE(model.parameters, std::int64_t{2 * 32000 * 8 + 4 * 64 + 3 * 256 + 3 * 8});
    }

    void filesBesideAConfigurationAreModelsThemselves() {
        const Folder folder;
        folder.write("repository/config.json", "{}");
        std::filesystem::create_symlink(kFile, folder.path() / "repository/one.gguf");
        folder.write("repository/two-00002-of-00002.gguf", "GGUF");
        folder.write("repository/readme.gguf", "no such file");

        const auto models = findModels({folder.path()});

        QCOMPARE(models.back().path, folder.path() / "repository/one.gguf");
        QCOMPARE(models.size(), models.front().name == "pocket" ? std::size_t{2} : std::size_t{1});
    }

    // A merged folder needs the tokenizer as files.
    void itsTokenizerCanBeWritten() {
        const Folder folder;
        const auto base = BaseModel::open(kFile.string());

        readTextSide(*base).files.writeTo(folder.path());

        const std::string text = "Once upon a time";
        QCOMPARE(Tokenizer::load(folder.path())->encode(text, SpecialTokens::Add).ids,
                 base->tokenizer()->encode(text, SpecialTokens::Add).ids);
    }

    void damagedFilesAreNoFolders() {
        const Folder folder;
        const auto file = folder.write("m.gguf", "GGUF");

        QCOMPARE(errorOf([&] { (void)BaseModel::open(file.string()); }).kind, ErrorKind::BadFile);
        QCOMPARE(errorOf([&] { (void)BaseModel::open(folder.write("m.txt", "x").string()); }).kind,
                 ErrorKind::FileNotFound);
    }
};

FETTLE_TEST(GgufModelTest)
#include "gguf_model_test.moc"

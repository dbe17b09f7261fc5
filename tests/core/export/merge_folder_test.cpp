#include "core/base/files.h"
#include "core/export/merge_folder.h"
#include "core/export/proof.h"
#include "tests/support/compare.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_model.h"

using namespace fettle;
using namespace fettle::test;

namespace {

const std::vector<std::vector<std::int32_t>> kPrompts = {{1, 5, 9, 30, 2}, {7, 7, 80, 11, 3, 4}};

} // namespace

class MergeFolderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_model = tinyModel();
        m_adapter = std::make_unique<Adapter>(tinyAdapter(*m_model));
        std::filesystem::create_directories(path("base"));
        writeModel(path("base"), *m_model);
    }

    void writtenFolderAnswersAsAttached() {
        mergeToFolder(*m_model, {{m_adapter.get(), 1.0}}, {.out = path("merged")});

        const ExportProof proof = proveExport(*m_model, used(*m_adapter), path("merged"), kPrompts, at::kFloat);
        QCOMPARE(proof.top1Agreement, 1.0);
        QCOMPARE(proof.positions, std::int64_t{11});
        QVERIFY(proof.maxLogprobGap < 1e-5);
    }

    void proofSeesAnotherModel() {
        mergeToFolder(*m_model, {{m_adapter.get(), 0.5}}, {.out = path("half")});

        QVERIFY(proveExport(*m_model, used(*m_adapter), path("half"), kPrompts, at::kFloat).maxLogprobGap > 1e-2);
    }

    void shardsHoldTheWholeModel() {
        const std::int64_t shard = 4096;
        mergeToFolder(*m_model, {{m_adapter.get(), 1.0}},
                      {.out = path("merged"), .dtype = at::kHalf, .maxShardBytes = shard});

        const Json index = readJson(path("merged") / "model.safetensors.index.json");
        std::int64_t total = 0;
        for (const auto& [name, weight] : m_model->parameters())
            total += weight.numel() * 2;
        QCOMPARE(index.at("metadata").at("total_size").get<std::int64_t>(), total);
        QCOMPARE(index.at("weight_map").size(), m_model->parameters().size());
        QCOMPARE(readJson(path("merged") / "config.json").value("torch_dtype", ""), std::string("float16"));
        const TensorSource written = TensorSource::openFolder(path("merged"));
        for (const auto& [name, tensor] : merge(*m_model, {{m_adapter.get(), 1.0}}, at::kHalf).tensors)
            QVERIFY(at::equal(written.tensor(name), tensor));
    }

    void folderThatIsNotEmptyIsRefused() {
        std::filesystem::create_directories(path("full"));
        writeFileAtomically(path("full") / "note.txt", "mine");

        const Error error = errorOf([&] { mergeToFolder(*m_model, {{m_adapter.get(), 1.0}}, {.out = path("full")}); });

        QCOMPARE(error.kind, ErrorKind::AlreadyExists);
        QCOMPARE(readFile(path("full") / "note.txt"), std::string("mine"));
    }

private:
    std::filesystem::path path(const char* name) const {
        return std::filesystem::path(m_folder->path().toStdString()) / name;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CausalLM> m_model;
    std::unique_ptr<Adapter> m_adapter;
};

FETTLE_TEST(MergeFolderTest)
#include "merge_folder_test.moc"

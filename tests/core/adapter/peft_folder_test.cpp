// Folders that PEFT wrote (tests/golden/peft_adapter.py) open here and say the same, and are written alike.
#include "core/base/files.h"
#include "tests/support/compare.h"
#include "tests/support/formula_tensors.h"
#include "tests/support/pocket_model.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_model.h"

using namespace fettle;
using namespace fettle::test;

class PeftFolderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensWithEqualLogProbabilities_data() { addCases(); }
    void opensWithEqualLogProbabilities() {
        QFETCH(QString, name);
        const Json& golden = m_golden.at(name.toStdString());
        const QTemporaryDir folder;
        writeGolden(folder.path().toStdString(), golden);

        const Adapter adapter = Adapter::load(folder.path().toStdString(), *m_model);

        const auto ids = golden.at("ids").get<std::vector<std::int32_t>>();
        const at::Tensor next = at::tensor(std::vector<std::int64_t>(ids.begin() + 1, ids.end())).unsqueeze(1);
        const at::Tensor logits = logitsOf(*m_model, {ids}, used(adapter)).slice(0, 0, -1);
        const at::Tensor actual = logits.to(at::kDouble).log_softmax(-1).gather(1, next).squeeze(1);
        const at::Tensor expected = at::tensor(golden.at("logprobs").get<std::vector<double>>(), at::kDouble);
        COMPARE_CLOSE(actual, expected, 1e-5);
    }

    void isWrittenWithTheSameNamesAndShapes_data() { addCases(); }
    void isWrittenWithTheSameNamesAndShapes() {
        QFETCH(QString, name);
        const Json& golden = m_golden.at(name.toStdString());
        const QTemporaryDir read, written;
        const std::filesystem::path out = written.path().toStdString();
        writeGolden(read.path().toStdString(), golden);

        Adapter::load(read.path().toStdString(), *m_model).save(out, "base");

        const TensorSource tensors = TensorSource::openFile(out / "adapter_model.safetensors");
        QCOMPARE(tensors.names().size(), golden.at("shapes").size());
        for (const auto& [tensor, shape] : golden.at("shapes").items())
            QCOMPARE(Json(tensors.tensor(tensor).sizes().vec()), shape);
        const Json config = readJson(out / "adapter_config.json");
        for (const char* key : {"peft_type", "task_type", "r", "lora_alpha", "use_rslora", "bias", "rank_pattern",
                                "base_model_name_or_path"})
            QCOMPARE(config.at(key), golden.at("config").at(key));
    }

    void aFeatureThatIsNotSupportedIsNamed() {
        const Json& golden = m_golden.at("all-linear");
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        writeGolden(path, golden);
        Json config = golden.at("config");
        config["use_qalora"] = true;
        writeJson(path / "adapter_config.json", config);

        const Error error = errorOf([&] { (void)Adapter::load(path, *m_model); });

        QCOMPARE(error.kind, ErrorKind::BadAdapter);
        QVERIFY(error.message.find("use_qalora") != std::string::npos);
    }

    void pickleIsRefused() {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        writeJson(path / "adapter_config.json", m_golden.at("all-linear").at("config"));
        writeFileAtomically(path / "adapter_model.bin", "PK");

        QCOMPARE(errorOf([&] { (void)Adapter::load(path, *m_model); }).kind, ErrorKind::BadAdapter);
    }

private:
    void addCases() {
        QTest::addColumn<QString>("name");
        for (const auto& [name, value] : m_golden.items())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }

    // The folder that PEFT wrote: its configuration, its tensors' names and shapes, the formula's values.
    static void writeGolden(const std::filesystem::path& folder, const Json& golden) {
        NamedTensors tensors;
        for (const auto& [name, shape] : golden.at("shapes").items())
            tensors.emplace_back(name, formulaTensor(name, shape.get<std::vector<std::int64_t>>()));
        writeSafetensors(folder / "adapter_model.safetensors", tensors);
        writeJson(folder / "adapter_config.json", golden.at("config"));
    }

    const Json m_golden = readJson(std::filesystem::path(FETTLE_SOURCE) / "tests/golden/peft_adapter.json");
    const std::unique_ptr<CausalLM> m_model = loadPocket();
};

FETTLE_TEST(PeftFolderTest)
#include "peft_folder_test.moc"

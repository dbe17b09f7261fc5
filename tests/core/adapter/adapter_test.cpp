#include "core/adapter/merge.h"
#include "tests/support/compare.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_model.h"

using namespace fettle;
using namespace fettle::test;

namespace {

const std::vector<std::vector<std::int32_t>> kDocuments = {{1, 5, 9, 30, 2}, {7, 7, 80, 11}};

std::vector<std::string> modulesOfAdapter(const Adapter& adapter) {
    std::vector<std::string> names;
    for (const auto& [name, tensor] : adapter.tensors())
        if (name.ends_with("lora_A.weight")) names.push_back(name);
    return names;
}

} // namespace

class AdapterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsAsTheBaseModel() {
        const auto model = tinyModel();
        const Adapter adapter = Adapter::make(LoraConfig{.r = 4}, *model, 1);

        QVERIFY(at::equal(logitsOf(*model, kDocuments, used(adapter)), logitsOf(*model, kDocuments)));
    }

    void targets_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<int>("modules"); // of 2 layers
        QTest::newRow("all-linear") << R"("all-linear")" << 14;
        QTest::newRow("names") << R"(["q_proj", "v_proj"])" << 4;
        QTest::newRow("one path") << R"(["model.layers.1.mlp.up_proj"])" << 1;
        QTest::newRow("regular expression") << R"(".*\\.1\\.mlp\\.(gate|up)_proj")" << 2;
    }
    void targets() {
        QFETCH(QString, json);
        QFETCH(int, modules);
        const Json value = parseJson(json.toStdString(), "targets");
        LoraConfig config{.r = 2};
        if (value.is_array())
            config.targetModules = value.get<std::vector<std::string>>();
        else
            config.targetModules = value.get<std::string>();
        const auto model = tinyModel();

        const Adapter adapter = Adapter::make(config, *model, 1);

        QCOMPARE(int(modulesOfAdapter(adapter).size()), modules);
    }

    void strengthOfZeroIsTheBaseAndEachSequenceHasItsOwn() {
        const auto model = tinyModel();
        const Adapter adapter = tinyAdapter(*model);
        const at::Tensor base = logitsOf(*model, kDocuments), tuned = logitsOf(*model, kDocuments, used(adapter));

        const at::Tensor mixed = logitsOf(*model, kDocuments, used(adapter, {0, 1}));

        COMPARE_CLOSE(mixed.slice(0, 0, 5), base.slice(0, 0, 5), 1e-6);
        COMPARE_CLOSE(mixed.slice(0, 5), tuned.slice(0, 5), 1e-6);
        QVERIFY(largestGap(tuned, base) > 1e-2);
    }

    void mergedEqualsAttached_data() {
        QTest::addColumn<double>("strength");
        QTest::newRow("full") << 1.0;
        QTest::newRow("half") << 0.5;
        QTest::newRow("double") << 2.0;
    }
    void mergedEqualsAttached() {
        QFETCH(double, strength);
        const auto model = tinyModel();
        // An update as large as the weights: four times larger, one token's logits differ by 2e-5 between any two
        // orders of the same fp32 sums.
        const Adapter adapter = tinyAdapter(*model, {.r = 4, .loraAlpha = 2, .useRslora = true});

        const MergedModel merged = merge(*model, {{&adapter, strength}}, at::kFloat);

        const auto reopened = modelOf(merged);
        COMPARE_CLOSE(logitsOf(*reopened, kDocuments), logitsOf(*model, kDocuments, used(adapter, {strength})), 1e-5);
    }

    void survivesItsFolder() {
        const auto model = tinyModel();
        const Adapter adapter = tinyAdapter(*model, {.r = 4, .loraAlpha = 6, .rankPattern = {{"layers.0.*q_proj", 2}}});
        const QTemporaryDir folder;

        adapter.save(folder.path().toStdString(), "base");
        const Adapter opened = Adapter::load(folder.path().toStdString(), *model);

        QCOMPARE(opened.tensors().size(), adapter.tensors().size());
        for (std::size_t i = 0; i < opened.tensors().size(); ++i)
            QVERIFY(at::equal(opened.tensors()[i].second, adapter.tensors()[i].second));
        QVERIFY(at::equal(logitsOf(*model, kDocuments, used(opened)), logitsOf(*model, kDocuments, used(adapter))));
    }

    void tensorOfAnotherShapeIsNamedWithBothShapes() {
        const auto model = tinyModel();
        const auto wider = tinyModel(tinyArchitecture(Json{{"intermediate_size", 80}}));
        const QTemporaryDir folder;
        tinyAdapter(*wider).save(folder.path().toStdString(), "base");

        const Error error = errorOf([&] { (void)Adapter::load(folder.path().toStdString(), *model); });

        QCOMPARE(error.kind, ErrorKind::BadAdapter);
        QVERIFY(QString::fromStdString(error.message).contains("gate_proj"));
        QVERIFY(QString::fromStdString(error.message).contains("[4, 32]") ||
                QString::fromStdString(error.message).contains("[80, 4]"));
    }

    void whatNoPairCanBeMadeOfIsNamed_data() {
        QTest::addColumn<QString>("kind");
        QTest::newRow("NaN") << "nan";
        QTest::newRow("infinite") << "inf";
        QTest::newRow("whole numbers") << "int";
        QTest::newRow("empty") << "empty";
        QTest::newRow("empty, of mlx-lm") << "mlx";
    }
    void whatNoPairCanBeMadeOfIsNamed() {
        QFETCH(const QString, kind);
        const auto model = tinyModel();
        const QTemporaryDir directory;
        const std::filesystem::path folder = directory.path().toStdString();
        at::Tensor A = at::ones({2, 32});
        if (kind == "nan") A[0][0] = std::numeric_limits<float>::quiet_NaN();
        if (kind == "inf") A[1][31] = std::numeric_limits<float>::infinity();
        if (kind == "int") A = A.to(at::kInt);
        if (kind == "empty") A = at::ones({0, 32});
        const std::string module = "model.layers.0.self_attn.q_proj";
        if (kind == "mlx") {
            writeSafetensors(folder / "adapters.safetensors",
                             {{module + ".lora_a", at::ones({32, 0})}, {module + ".lora_b", at::ones({0, 32})}});
            writeJson(folder / "adapter_config.json", {{"lora_parameters", {{"rank", 0}, {"scale", 1}}}});
        } else {
            writeSafetensors(folder / "adapter_model.safetensors",
                             {{"base_model.model." + module + ".lora_A.weight", A},
                              {"base_model.model." + module + ".lora_B.weight", at::ones({32, 2})}});
            writeJson(folder / "adapter_config.json",
                      {{"peft_type", "LORA"}, {"r", 2}, {"target_modules", {"q_proj"}}});
        }

        try {
            (void)Adapter::load(folder, *model);
            QFAIL("no error");
        } catch (const Error& error) {
            const bool isNumber = kind == "nan" || kind == "inf";
            QCOMPARE(error.kind, isNumber ? ErrorKind::NonFinite : ErrorKind::BadAdapter);
        }
    }

    void outputHeadIsRefused() {
        const auto model = tinyModel();
        const LoraConfig config{.r = 2, .targetModules = std::vector<std::string>{"lm_head"}};

        QVERIFY(errorOf([&] { (void)Adapter::make(config, *model, 1); }).kind != ErrorKind::Internal);
    }

private:
    static std::unique_ptr<CausalLM> modelOf(const MergedModel& merged) {
        const QTemporaryDir folder;
        const std::filesystem::path file = std::filesystem::path(folder.path().toStdString()) / "model.safetensors";
        writeSafetensors(file, merged.tensors);
        return loadModel(merged.architecture, TensorSource::openFile(file), {});
    }
};

FETTLE_TEST(AdapterTest)
#include "adapter_test.moc"

// Twenty steps of each kind of adapter against PEFT under TRL, and AdapterHub's package
// (tests/golden/{prefix_tuning,prompt_tuning,dora,ia3,bottleneck}.py), from the same starting values in the same order
// of rows.
#include "core/base/files.h"
#include "tests/support/formula_tensors.h"
#include "tests/support/pocket_model.h"
#include "tests/support/temp_run.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

Json trainingOf(const QString& file, const QString& name) {
    const Json golden = readJson(std::filesystem::path(FETTLE_SOURCE) / "tests/golden" / file.toStdString());
    const Json& training = golden.at("training");
    return name.isEmpty() ? training : training.at(name.toStdString());
}

// The values that the scripts start from.
at::Tensor startOf(const QString& file, const std::string& name, at::IntArrayRef sizes) {
    if (file == "ia3.json" || name.ends_with("lora_magnitude_vector")) return 1 + formulaTensor(name, sizes, 0.5);
    if (file == "prompt_tuning.json") return formulaTensor(name, sizes, 0.3);
    if (file == "prefix_tuning.json") return formulaTensor(name, sizes, 1);
    return formulaTensor(QString::fromStdString(name).replace(".fettle.", ".hub.").toStdString(), sizes, 0.2);
}

void writeStart(const std::filesystem::path& folder, const QString& file, const Json& adapter) {
    const auto model = loadPocket();
    const Adapter start = Adapter::make(parseRunConfig({{"adapter", adapter}}).adapter, *model, 1);
    for (const auto& [name, tensor] : start.tensors())
        at::Tensor(tensor).copy_(startOf(file, name, tensor.sizes()));
    start.save(folder, "base");
}

} // namespace

class GoldenAdaptersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lossAndGradientNormOfEachStep_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("name");
        QTest::newRow("prefix tuning") << "prefix_tuning.json"
                                       << "";
        QTest::newRow("prompt tuning") << "prompt_tuning.json"
                                       << "";
        QTest::newRow("dora") << "dora.json"
                              << "";
        QTest::newRow("ia3") << "ia3.json"
                             << "";
        QTest::newRow("houlsby") << "bottleneck.json"
                                 << "houlsby";
        QTest::newRow("parallel") << "bottleneck.json"
                                  << "parallel";
    }
    void lossAndGradientNormOfEachStep() {
        QFETCH(QString, file);
        QFETCH(QString, name);
        const Json golden = trainingOf(file, name);
        const TempRun run;
        const std::filesystem::path start = run.path() / "start";
        writeStart(start, file, golden.at("run").at("adapter"));
        Json config = golden.at("run");
        config["model"] = {{"path", "pocket"}, {"dtype", "float32"}};
        config["precision"] = {{"compute", "float32"}};
        config["data"]["train"] = Json::array({{{"path", run.writeRows("train.jsonl", golden.at("rows"))}}});
        config["data"]["validation_split"] = 0;
        config["data"]["shuffle"] = false;
        config["checkpoint"] = {{"every_steps", -1}, {"keep_best", false}};
        config["adapter"] = {{"kind", golden.at("run").at("adapter").at("kind")}, {"init_from", start.string()}};
        run.configure(config);

        const RunHistory history = run.train();

        QCOMPARE(history.steps.size(), golden.at("loss").size());
        for (std::size_t i = 0; i < history.steps.size(); ++i)
            for (const auto& [key, tolerance] : {std::pair{"loss", 1e-4}, std::pair{"grad_norm", 1e-3}}) {
                const double expected = golden.at(key).at(i), actual = history.steps[i].at(key);
                const double gap = std::abs(actual - expected) / std::abs(expected);
                QVERIFY2(gap <= tolerance, qPrintable(QString("step %1: %2 off by %3").arg(i + 1).arg(key).arg(gap)));
            }
    }
};

FETTLE_TEST(GoldenAdaptersTest)
#include "golden_adapters_test.moc"

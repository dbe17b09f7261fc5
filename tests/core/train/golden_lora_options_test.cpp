// LoRA with PiSSA, LoRA+ and modules trained whole, P-tuning and projected prefixes against PEFT under TRL
// (tests/golden/{lora_options,modules_to_save,p_tuning}.py), from the same start in the same order of rows.
#include "core/base/files.h"
#include "core/ops/weight_generation.h"
#include "core/train/trainer.h"
#include "tests/support/golden_run.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace fettle;
using namespace fettle::test;

namespace {

Json goldensIn(const QString& file) {
    const Json all = readJson(std::filesystem::path(FETTLE_SOURCE) / "tests/golden" / file.toStdString());
    return all.contains("training") ? all.at("training") : all;
}

// Low-rank pairs and networks by the formulas of the scripts; all else as a fresh adapter has it, PiSSA's pair
// included.
void startByFormula(const Trainable& trainable, const QString& file, const Json& adapter) {
    for (const auto& [name, leaf] : trainable.parameters()) {
        const bool isPair = name.find("lora_") != std::string::npos && !adapter.contains("init_lora_weights");
        const double scale = isPair ? 0.05 : name == "embedding.weight" ? 1 : 0.1;
        if (isPair || file == "p_tuning.json") ops::writeWeight(leaf, formulaTensor(name, leaf.sizes(), scale));
    }
}

RunHistory trained(const Json& golden, const QString& file, const TempRun& run) {
    Json config = configOfGolden(golden, run);
    config["adapter"] = golden.at("run").at("adapter");
    run.configure(config);
    CancelFlag stop;
    CommandQueue commands(stop);
    EventLog log(run.folder().eventsFile(), [](const std::string&) {});
    RunParts parts = prepareRun(readRunConfig(run.folder().configFile()), std::nullopt, [](const Json&) {});
    Trainable trainable = loadTrainable(parts, [](const Json&) {});
    startByFormula(trainable, file, config["adapter"]);
    Trainer trainer(std::move(parts), std::move(trainable), run.folder(), log, commands);
    (void)trainer.prepare();
    (void)trainer.run();
    return readHistory(run.folder().eventsFile());
}

// Under autocast the trajectories part: the reference's own, in fp32 and in bf16, are up to 1.2e-2 apart in the loss.
// In the gradient's norm single rows stand out, and in which step they do depends on the last bit of each product,
// which differs from processor to processor (PiSSA's norm of one step: 5.2 here, 13 there). So the norms of the whole
// run count there, by the median of their gaps.
struct Allowed {
    double loss, gradientNorm;
    bool isMedian = false; // of all steps' norms, not the norm of each
};
Allowed allowedFor(const QString& name) {
    return name.endsWith("bf16") ? Allowed{3e-2, 0.1, true} : Allowed{1e-4, 1e-3};
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + std::ssize(values) / 2;
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

class GoldenLoraOptionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lossAndGradientNormOfEachStep_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("name");
        for (const char* file : {"lora_options.json", "modules_to_save.json", "p_tuning.json"}) {
            const Json goldens = goldensIn(file);
            for (const auto& [name, value] : goldens.items())
                if (value.contains("run"))
                    QTest::addRow("%s: %s", file, name.c_str()) << QString(file) << QString::fromStdString(name);
        }
    }
    void lossAndGradientNormOfEachStep() {
        QFETCH(QString, file);
        QFETCH(QString, name);
        const Json golden = goldensIn(file).at(name.toStdString());
        const TempRun run;
        const Allowed allowed = allowedFor(name);

        const RunHistory history = trained(golden, file, run);

        QCOMPARE(history.steps.size(), golden.at("loss").size());
        const auto gapsOf = [&](const char* key) {
            std::vector<double> gaps;
            for (std::size_t i = 0; i < history.steps.size(); ++i) {
                const double expected = golden.at(key).at(i), actual = history.steps[i].at(key);
                gaps.push_back(std::abs(actual - expected) / std::abs(expected));
            }
            return gaps;
        };
        const auto losses = gapsOf("loss"), norms = gapsOf("grad_norm");
        for (std::size_t i = 0; i < losses.size(); ++i)
            QVERIFY2(losses[i] <= allowed.loss,
                     qPrintable(QString("step %1: loss off by %2").arg(i + 1).arg(losses[i])));
        const double norm = allowed.isMedian ? median(norms) : *std::ranges::max_element(norms);
        QVERIFY2(norm <= allowed.gradientNorm, qPrintable(QString("grad_norm off by %1").arg(norm)));
    }
};

FETTLE_TEST(GoldenLoraOptionsTest)
#include "golden_lora_options_test.moc"

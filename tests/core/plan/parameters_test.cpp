#include "core/plan/parameters.h"

#include "core/base/files.h"
#include "tests/core/plan/small_run.h"
#include "tests/core/source/checkpoints.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

class ParametersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Whoever wrote the folder that a run goes on from: PEFT, MLX or AdapterHub.
    void anAdapterToGoOnFromCountsAsItsFileSays_data() {
        QTest::addColumn<QString>("file");
        QTest::newRow("PEFT") << "adapter_model.safetensors";
        QTest::newRow("MLX") << "adapters.safetensors";
        QTest::newRow("AdapterHub") << "adapter.safetensors";
    }
    void anAdapterToGoOnFromCountsAsItsFileSays() {
        QFETCH(QString, file);
        const Folder folder;
        folder.write(file.toStdString(), vectorFile("x", 12));
        RunConfig run = walkThrough();
        run.adapter = LoraConfig{.initFrom = folder.path().string()};

        QCOMPARE(countParameters(run, smolLm2()).trained, 12);
    }

    void patternsAreExpressionsAsInTheAdapterItself() {
        RunConfig run = walkThrough();
        run.adapter = LoraConfig{.r = 4,
                                 .targetModules = std::vector<std::string>{"q_proj"},
                                 .rankPattern = {{"layers.[01].*q_proj", 8}, {"q_proj", 2}}};

        // (576 + 576) a rank: 8 in the layers 0, 1 and 10 to 19 (".*" goes over their second figure), 2 in the
        // other 18.
        QCOMPARE(countParameters(run, smolLm2()).trained, 1152 * (12 * 8 + 18 * 2));
    }

    // (576 + 576) x 4 of q_proj in 3 layers; PiSSA's file has the pair and its start.
    void pissasFileHoldsTwiceWhatIsTrained() {
        RunConfig run = walkThrough();
        run.adapter = LoraConfig{.r = 4,
                                 .targetModules = std::vector<std::string>{"q_proj", "v_proj"},
                                 .excludeModules = std::vector<std::string>{"v_proj"},
                                 .layersToTransform = {0, 7, 29},
                                 .initLoraWeights = "pissa"};

        const ParameterCounts counts = countParameters(run, smolLm2());

        QCOMPARE(counts.trained, 3 * 1152 * 4);
        QCOMPARE(counts.stored, 2 * counts.trained);
    }

    // The tied head [49152, 576] gets a matrix of its own; 30 times two norms and one of 576.
    void modulesThatAreSavedAreTrained() {
        RunConfig run = walkThrough();
        LoraConfig lora{.r = 4, .targetModules = std::vector<std::string>{"q_proj"}};
        run.adapter = lora;
        const std::int64_t without = countParameters(run, smolLm2()).trained;
        lora.modulesToSave = {"lm_head", "norm"};
        run.adapter = lora;

        QCOMPARE(countParameters(run, smolLm2()).trained - without, 49152 * 576 + 61 * 576);
    }

    // SmolLM2-135M: 30 layers, 3 key heads of 64, width 576, feed-forward 1536.
    void everyKindCounts_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<qint64>("parameters");
        QTest::newRow("prefix_tuning") << "prefix_tuning" << qint64(20 * 30 * 2 * 192);
        QTest::newRow("ia3") << "ia3" << qint64(30 * (192 + 192 + 1536));
        QTest::newRow("bottleneck") << "bottleneck" << qint64(60 * (2 * 576 * 36 + 36 + 576));
    }
    void everyKindCounts() {
        QFETCH(QString, kind);
        QFETCH(qint64, parameters);
        RunConfig run = walkThrough();
        run.adapter = parseRunConfig({{"adapter", {{"kind", kind.toStdString()}}}}).adapter;

        QCOMPARE(countParameters(run, smolLm2()).trained, parameters);
    }
};

FETTLE_TEST(ParametersTest)
#include "parameters_test.moc"

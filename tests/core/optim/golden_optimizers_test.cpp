// Twenty steps of each optimizer against its reference (tests/golden/optimizers.py).
#include "core/base/files.h"
#include "core/config/optimizer_state.h"
#include "core/ops/blockwise.h"
#include "core/optim/optimizer.h"
#include "tests/support/formula_tensors.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::test;

namespace {

constexpr double kBf16Step = 1.0 / 128; // between neighbours, relative

using Shapes = std::map<std::string, std::vector<std::int64_t>>;

NamedTensors startOf(const Shapes& shapes) {
    NamedTensors leaves;
    for (const auto& [name, shape] : shapes)
        leaves.emplace_back(name, formulaTensor(name, shape, 0.5).requires_grad_(true));
    return leaves;
}

void takeSteps(Optimizer& optimizer, const NamedTensors& leaves, double learningRate, std::int64_t from,
               std::int64_t to) {
    for (std::int64_t step = from; step < to; ++step) {
        for (const auto& [name, leaf] : leaves)
            leaf.mutable_grad() = formulaTensor(name + "." + std::to_string(step), leaf.sizes(), 1.0) *
                                  formulaTensor(name + ".spread", leaf.sizes(), 3.0).exp();
        optimizer.step(learningRate);
    }
}

OptimizerConfig configOf(const std::string& kind, double decay) {
    OptimizerConfig config{.weightDecay = decay};
    if (kind == "adafactor") config.kind = AdafactorConfig{};
    if (kind == "adamw_8bit") config.kind = AdamW8bitConfig{};
    if (kind == "lion") config.kind = LionConfig{};
    if (kind == "lion_8bit") config.kind = Lion8bitConfig{};
    if (kind == "sgd") config.kind = SgdConfig{.momentum = 0.9};
    if (kind == "muon") config.kind = MuonConfig{};
    if (kind == "muon_original") config.kind = MuonConfig{.momentum = 0.9, .adjustLrFn = "original"};
    return config;
}

} // namespace

class GoldenOptimizersTest : public QObject {
    Q_OBJECT

    static void newKinds() {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"adafactor", "adamw_8bit", "lion", "lion_8bit", "sgd", "muon", "muon_original"})
            QTest::newRow(kind) << kind;
    }

private Q_SLOTS:
    void twentyStepsFollowTheReference_data() { newKinds(); }
    void twentyStepsFollowTheReference() {
        QFETCH(QString, kind);
        const NamedTensors leaves = startOf(m_shapes);
        const auto optimizer = makeOptimizer(configOf(kind.toStdString(), m_golden.at("weight_decay")), leaves);

        takeSteps(*optimizer, leaves, m_golden.at("learning_rate"), 0, m_golden.at("steps"));

        for (const auto& [name, leaf] : leaves) {
            const Json& expected = m_golden.at(kind.toStdString()).at(name);
            const double norm = leaf.detach().to(at::kDouble).norm().item<double>();
            QVERIFY(std::abs(norm / expected.at("norm").get<double>() - 1) < 1e-5);
            const auto wanted = expected.at("samples").get<std::vector<double>>();
            const at::Tensor samples =
                leaf.detach().view({-1}).slice(0, 0, {}, m_golden.at("every").get<std::int64_t>());
            const at::Tensor gaps = (samples.to(at::kDouble) - at::tensor(wanted, at::kDouble)).abs();
            // A moment that lies on the border of two codes may be rounded to either; all others agree in fp32. Muon's
            // update is orthogonalised in bfloat16, whose products sum up differently on each kind of processor.
            const double moved = (leaf.detach() - formulaTensor(name, leaf.sizes(), 0.5)).abs().max().item<double>();
            const double close = kind.startsWith("muon") ? kBf16Step * moved : 1e-6;
            QVERIFY2(gaps.median().item<double>() < close, name.c_str());
            QVERIFY2(gaps.max().item<double>() < (kind == "adafactor" ? 1e-5 : 1e-3), name.c_str());
        }
    }

    void stoppedAndResumedIsTheSame_data() { newKinds(); }
    void stoppedAndResumedIsTheSame() {
        QFETCH(QString, kind);
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("optimizer.safetensors").toStdString();
        const OptimizerConfig config = configOf(kind.toStdString(), 0.1);
        const NamedTensors straight = startOf(m_shapes);
        const auto whole = makeOptimizer(config, straight);
        takeSteps(*whole, straight, 1e-2, 0, 3);
        writeSafetensors(file, whole->state());
        NamedTensors copies;
        for (const auto& [name, leaf] : straight)
            copies.emplace_back(name, leaf.detach().clone().requires_grad_(true));
        const auto resumed = makeOptimizer(config, copies);
        resumed->restore(TensorSource::openFile(file), 3);

        takeSteps(*whole, straight, 1e-2, 3, 6);
        takeSteps(*resumed, copies, 1e-2, 3, 6);

        for (std::size_t i = 0; i < straight.size(); ++i)
            QVERIFY(at::equal(straight[i].second, copies[i].second));
    }

    // The light half's arithmetic, which the plan uses, against what is really allocated.
    void statesTakeThePlannedBytes() {
        for (const OptimizerKind& kind :
             {OptimizerKind(AdamWConfig{}), OptimizerKind(AdamW8bitConfig{}), OptimizerKind(AdafactorConfig{}),
              OptimizerKind(LionConfig{}), OptimizerKind(Lion8bitConfig{}), OptimizerKind(SgdConfig{}),
              OptimizerKind(SgdConfig{.momentum = 0.9}), OptimizerKind(MuonConfig{})}) {
            std::uint64_t planned = 0, real = 0;
            for (const auto& [name, shape] : m_shapes)
                planned += optimizerStateBytes(kind, name, shape);
            for (const auto& [name, tensor] : makeOptimizer({.kind = kind}, startOf(m_shapes))->state())
                real += tensor.nbytes();
            QCOMPARE(real, planned);
        }
    }

    // arXiv:2110.02861, appendix F; bitsandbytes' map has no -1 and its smallest positive values are these.
    void theMapsAreThePapers() {
        const at::Tensor both = ops::dynamicMap(true, at::kCPU), positive = ops::dynamicMap(false, at::kCPU);
        QCOMPARE(both.numel(), 256);
        QCOMPARE(positive.numel(), 256);
        QCOMPARE(both[127].item<float>(), 0.0F);
        QVERIFY(std::abs(both[0].item<double>() + 0.99296875) < 1e-7);
        QVERIFY(std::abs(both[128].item<double>() - 5.5e-7) < 1e-12);
        QVERIFY(std::abs(positive[1].item<double>() - 3.25e-7) < 1e-12);
        QCOMPARE(positive[255].item<float>(), 1.0F);
    }

private:
    const Json m_golden = readJson(std::filesystem::path(FETTLE_SOURCE) / "tests/golden/optimizers.json");
    const Shapes m_shapes = m_golden.at("shapes").get<Shapes>();
};

FETTLE_TEST(GoldenOptimizersTest)
#include "golden_optimizers_test.moc"

// What a LoRA starts from: PEFT's init_lora_weights (peft/tuners/lora/layer.py).
#include "core/adapter/merge.h"
#include "core/base/files.h"
#include "core/ops/weight_generation.h"
#include "tests/support/compare.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_model.h"

using namespace fettle;
using namespace fettle::test;

namespace {

const std::vector<std::vector<std::int32_t>> kTexts = {{1, 5, 9, 30, 2}, {7, 7, 80, 11}};

LoraConfig pissa(bool useRslora = false) {
    return {.r = 4, .loraAlpha = 6, .loraDropout = 0, .useRslora = useRslora, .initLoraWeights = "pissa"};
}

at::Tensor tensorOf(const Adapter& adapter, const std::string& end) {
    for (const auto& [name, tensor] : adapter.tensors())
        if (name.ends_with(end)) return tensor;
    return {};
}

// Another pair than the one it started from.
void move(const Adapter& adapter) {
    for (const auto& [name, tensor] : adapter.tensors())
        ops::writeWeight(tensor, tensor * 1.5 + 0.01);
}

} // namespace

class LoraStartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The best matrix of rank r leaves the next singular value (Eckart and Young).
    void pissaTakesTheLargestPartOfTheWeight() {
        const auto model = tinyModel();
        const Adapter adapter = Adapter::make(pissa(), *model, 1);
        const at::Tensor weight = [&] {
            for (const auto& [name, tensor] : model->parameters())
                if (name == "model.layers.1.mlp.up_proj.weight") return tensor;
            return at::Tensor();
        }();

        const at::Tensor B = tensorOf(adapter, "1.mlp.up_proj.lora_B.weight");
        const at::Tensor A = tensorOf(adapter, "1.mlp.up_proj.lora_A.weight");
        const at::Tensor rest = weight - at::mm(B, A) * (6.0 / 4);

        COMPARE_CLOSE(at::linalg_svdvals(rest)[0], at::linalg_svdvals(weight)[4], 1e-4);
        COMPARE_CLOSE(A.square().sum(1), B.square().sum(0), 1e-4); // the root of each value on either side
    }

    void pissaStartsAsTheBaseModel() {
        const auto model = tinyModel();
        const Adapter adapter = Adapter::make(pissa(), *model, 1);

        COMPARE_CLOSE(logitsOf(*model, kTexts, used(adapter)), logitsOf(*model, kTexts), 1e-5);
        COMPARE_CLOSE(logitsOf(*model, kTexts, used(adapter, {0.5})), logitsOf(*model, kTexts), 1e-5);
    }

    // The folder is a plain LoRA, which says and merges the same on the base as it is.
    void pissaSurvivesAsAPlainLora_data() {
        QTest::addColumn<bool>("useRslora");
        QTest::newRow("alpha / r") << false;
        QTest::newRow("alpha / sqrt(r)") << true;
    }
    void pissaSurvivesAsAPlainLora() {
        QFETCH(bool, useRslora);
        const auto model = tinyModel();
        const Adapter adapter = Adapter::make(pissa(useRslora), *model, 1);
        move(adapter);
        const QTemporaryDir folder;

        adapter.save(folder.path().toStdString(), "base");
        const Adapter opened = Adapter::load(folder.path().toStdString(), *model);

        const auto& config = std::get<LoraConfig>(opened.config());
        QCOMPARE(config.r, 8);
        QCOMPARE(config.initLoraWeights, std::string("true"));
        COMPARE_CLOSE(logitsOf(*model, kTexts, used(opened)), logitsOf(*model, kTexts, used(adapter)), 1e-4);
        QVERIFY(largestGap(logitsOf(*model, kTexts, used(opened)), logitsOf(*model, kTexts)) > 1e-2);
        const MergedModel own = merge(*model, {{&adapter, 1.0}}, at::kFloat);
        const MergedModel read = merge(*model, {{&opened, 1.0}}, at::kFloat);
        for (std::size_t i = 0; i < own.tensors.size(); ++i)
            COMPARE_CLOSE(read.tensors[i].second, own.tensors[i].second, 1e-6);
    }

    void pissaNeedsAsManySingularValuesAsItsRank() {
        const auto model = tinyModel();
        LoraConfig config = pissa();
        config.r = 17; // keys and values are 16 wide

        const Error error = errorOf([&] { (void)Adapter::make(config, *model, 1); });

        QCOMPARE(error.facts.at("key"), std::string("adapter.r"));
    }

    // N(0, 1/r): 64 x 32 values, whose deviation is that of 2048 draws.
    void gaussianIsAsWideAsTheRankSays() {
        const auto model = tinyModel();
        const Adapter adapter = Adapter::make(LoraConfig{.r = 64, .initLoraWeights = "gaussian"}, *model, 1);

        const at::Tensor A = tensorOf(adapter, "0.self_attn.q_proj.lora_A.weight");

        QVERIFY(std::abs(A.std().item<double>() * 64 - 1) < 0.08); // five deviations of the estimate
        QCOMPARE(tensorOf(adapter, "0.self_attn.q_proj.lora_B.weight").abs().max().item<double>(), 0.0);
    }
};

FETTLE_TEST(LoraStartTest)
#include "lora_start_test.moc"

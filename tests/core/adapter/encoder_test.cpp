// Rows that a network makes: P-tuning's encoders and prefix tuning's projection against PEFT
// (tests/golden/p_tuning.py).
#include "core/base/files.h"
#include "core/ops/weight_generation.h"
#include "tests/support/compare.h"
#include "tests/support/formula_tensors.h"
#include "tests/support/pocket_model.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_model.h"

using namespace fettle;
using namespace fettle::test;

namespace {

// The values that the script fills the network with.
void fillByFormula(const Adapter& adapter) {
    for (const auto& [name, leaf] : adapter.tensors())
        ops::writeWeight(leaf, formulaTensor(name, leaf.sizes(), name == "embedding.weight" ? 1.0 : 0.1));
}

at::Tensor logProbabilities(const CausalLM& model, const Json& golden, const Adapter& adapter) {
    const auto ids = golden.at("ids").get<std::vector<std::int32_t>>();
    const at::Tensor next = at::tensor(std::vector<std::int64_t>(ids.begin() + 1, ids.end())).unsqueeze(1);
    const at::Tensor rows = logitsOf(model, {ids}, used(adapter)).slice(0, 0, -1);
    return rows.to(at::kDouble).log_softmax(-1).gather(1, next).squeeze(1);
}

} // namespace

class EncoderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatPeftSays_data() {
        QTest::addColumn<QString>("name");
        for (const auto& [name, value] : m_golden.items())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    // By the network itself, and by the folder, which has what the network made.
    void saysWhatPeftSays() {
        QFETCH(QString, name);
        const Json& golden = m_golden.at(name.toStdString());
        const auto model = loadPocket();
        const AdapterConfig config = parseRunConfig({{"adapter", golden.at("adapter")}}).adapter;
        const Adapter adapter = Adapter::make(config, *model, 1);
        fillByFormula(adapter);
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();

        adapter.save(path, "base");

        Json leaves = Json::object();
        for (const auto& [leaf, tensor] : adapter.tensors())
            leaves[leaf] = tensor.sizes().vec();
        QVERIFY(nlohmann::json(leaves) == nlohmann::json(golden.at("leaves"))); // in any order
        const at::Tensor expected = at::tensor(golden.at("logprobs").get<std::vector<double>>(), at::kDouble);
        COMPARE_CLOSE(logProbabilities(*model, golden, adapter), expected, 1e-4);
        COMPARE_CLOSE(logProbabilities(*model, golden, Adapter::load(path, *model)), expected, 1e-4);
        const Json written = readJson(path / "adapter_config.json");
        for (const auto& [key, value] : written.items())
            QCOMPARE((key + value.dump()), (key + golden.at("config").at(key).dump()));
    }

    // The rows that are kept outside training are made anew when a leaf was written.
    void aWrittenLeafIsSeen() {
        const auto model = tinyModel();
        const Adapter adapter = tinyAdapter(*model, PTuningConfig{.numVirtualTokens = 3});
        const at::Tensor before = logitsOf(*model, {{1, 5, 9}}, used(adapter));

        ops::writeWeight(adapter.tensors().front().second, adapter.tensors().front().second + 1);

        QVERIFY(largestGap(logitsOf(*model, {{1, 5, 9}}, used(adapter)), before) > 1e-3);
    }

    void startsAsTorchsModulesDo() {
        const auto model = tinyModel();
        const Adapter adapter =
            Adapter::make(PTuningConfig{.encoderReparameterizationType = "LSTM", .encoderHiddenSize = 16}, *model, 1);
        for (const auto& [name, leaf] : adapter.tensors()) {
            if (name == "embedding.weight") continue;
            const double bound = name.starts_with("lstm_head") ? 1 / std::sqrt(16.0) : 1 / std::sqrt(32.0);
            const double largest = leaf.abs().max().item<double>();
            QVERIFY2(largest <= bound && largest > 0.7 * bound, name.c_str());
        }
    }

    void aProjectionThatStartsAtZeroMakesZeros() {
        const auto model = tinyModel();
        const PrefixTuningConfig config{.numVirtualTokens = 3, .prefixProjection = true, .initWeights = "zero"};
        const QTemporaryDir folder;
        Adapter::make(config, *model, 1).save(folder.path().toStdString(), "base");

        const Adapter opened = Adapter::load(folder.path().toStdString(), *model);

        QCOMPARE(opened.tensors().front().second.abs().max().item<double>(), 0.0);
    }

private:
    const Json m_golden = readJson(std::filesystem::path(FETTLE_SOURCE) / "tests/golden/p_tuning.json").at("cases");
};

FETTLE_TEST(EncoderTest)
#include "encoder_test.moc"

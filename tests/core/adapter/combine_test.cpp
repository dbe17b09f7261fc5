// Several LoRAs made one, as PEFT's add_weighted_adapter does (tests/golden/weighted_adapters.py).
#include "core/adapter/combine.h"
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

Adapter byFormula(const CausalLM& model, const Json& settings, const std::string& which) {
    Json adapter = settings;
    adapter["kind"] = "lora";
    adapter["lora_dropout"] = 0;
    Adapter made = Adapter::make(parseRunConfig({{"adapter", adapter}}).adapter, model, 1);
    for (const auto& [name, tensor] : made.tensors())
        ops::writeWeight(tensor, formulaTensor(which + "." + name, tensor.sizes(), 0.2));
    return made;
}

at::Tensor spoken(const CausalLM& model, const std::vector<std::int32_t>& ids, const Adapter& adapter) {
    const at::Tensor next = at::tensor(std::vector<std::int64_t>(ids.begin() + 1, ids.end())).unsqueeze(1);
    const at::Tensor rows = logitsOf(model, {ids}, used(adapter)).slice(0, 0, -1);
    return rows.to(at::kDouble).log_softmax(-1).gather(1, next).squeeze(1);
}

} // namespace

class CombineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatPeftsSays_data() {
        QTest::addColumn<QString>("name");
        for (const auto& [name, value] : m_golden.items())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void saysWhatPeftsSays() {
        QFETCH(QString, name);
        const Json& golden = m_golden.at(name.toStdString());
        const auto model = loadPocket();
        const Adapter first = byFormula(*model, golden.at("first"), "first");
        const Adapter second = byFormula(*model, golden.at("second"), "second");
        const auto weights = golden.at("weights").get<std::vector<double>>();
        const QTemporaryDir folder;

        combine({{&first, weights[0]}, {&second, weights[1]}},
                golden.at("combination") == "cat" ? Combination::Cat : Combination::Linear, *model)
            .save(folder.path().toStdString(), "base");
        const Adapter both = Adapter::load(folder.path().toStdString(), *model);

        QCOMPARE(std::get<LoraConfig>(both.config()).r, golden.at("r").get<std::int64_t>());
        QCOMPARE(std::get<LoraConfig>(both.config()).loraAlpha, golden.at("lora_alpha").get<double>());
        COMPARE_CLOSE(spoken(*model, golden.at("ids").get<std::vector<std::int32_t>>(), both),
                      at::tensor(golden.at("logprobs").get<std::vector<double>>(), at::kDouble), 1e-4);
    }

    // Cat is what both do when they are attached together.
    void catIsTheSumOfWhatEachDoes() {
        const auto model = tinyModel();
        const std::vector<std::vector<std::int32_t>> text = {{1, 5, 9, 30, 2}};
        const Adapter first = tinyAdapter(*model, {.r = 2, .loraAlpha = 3, .loraDropout = 0});
        const Adapter second = tinyAdapter(
            *model,
            LoraConfig{.r = 3, .loraAlpha = 3, .loraDropout = 0, .targetModules = std::vector<std::string>{"up_proj"}},
            2);

        const Adapter both = combine({{&first, 0.5}, {&second, 2.0}}, Combination::Cat, *model);

        const AdapterSet attached = {{.slots = first.slots(), .strengths = {0.5}},
                                     {.slots = second.slots(), .strengths = {2}}};
        COMPARE_CLOSE(logitsOf(*model, text, used(both)), logitsOf(*model, text, attached), 1e-4);
    }

    void whatCannotBeCombinedIsRefused() {
        const auto model = tinyModel();
        const Adapter lora = tinyAdapter(*model), wider = tinyAdapter(*model, {.r = 8});
        const Adapter ia3 = tinyAdapter(*model, Ia3Config{}), dora = tinyAdapter(*model, {.r = 4, .useDora = true});
        const auto refusal = [&](const Adapter& other, Combination combination) {
            return errorOf([&] { (void)combine({{&lora, 1.0}, {&other, 1.0}}, combination, *model); }).kind;
        };

        QCOMPARE(refusal(ia3, Combination::Cat), ErrorKind::BadUsage);
        QCOMPARE(refusal(dora, Combination::Cat), ErrorKind::BadUsage);
        QCOMPARE(refusal(wider, Combination::Linear), ErrorKind::BadUsage);
    }

private:
    const Json m_golden = readJson(std::filesystem::path(FETTLE_SOURCE) / "tests/golden/weighted_adapters.json");
};

FETTLE_TEST(CombineTest)
#include "combine_test.moc"

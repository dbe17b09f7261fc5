#include "core/adapter/merge.h"
#include "core/inspect/inspect.h"
#include "tests/support/compare.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_model.h"

using namespace fettle;
using namespace fettle::test;

namespace {

constexpr const char* kModule = "model.layers.0.self_attn.q_proj";

} // namespace

class InspectTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_model = tinyModel();
        m_adapter = std::make_unique<Adapter>(tinyAdapter(*m_model, {.r = 4, .loraAlpha = 6}));
    }

    void treeCountsEveryParameterOnce() {
        std::int64_t expected = 0;
        for (const auto& [name, tensor] : m_model->parameters())
            expected += tensor.numel();

        QCOMPARE(architectureTree(m_model->architecture()).at("parameters").get<std::int64_t>(), expected);
    }

    void normsAndSingularValuesAreThoseOfTheFullUpdate() {
        const at::Tensor update = fullUpdate(*m_adapter->slots()->linears.at(0).lowRank);

        const Json module = adapterModules(*m_adapter, *m_model).at(0);

        const at::Tensor values = at::linalg_svdvals(update).slice(0, 0, 4);
        QCOMPARE(module.at("module").get<std::string>(), m_model->linears()[0].name);
        QCOMPARE(module.at("scale").get<double>(), 1.5); // 6 / 4
        COMPARE_CLOSE(at::tensor(module.at("singular_values").get<std::vector<double>>(), at::kDouble), values, 1e-12);
        QVERIFY(std::abs(module.at("update_norm").get<double>() - update.norm().item<double>()) < 1e-12);
    }

    void cornersShowBaseFactorsAndSum() {
        const Json corners = moduleCorners(*m_adapter, *m_model, kModule);

        const auto at = [&](const char* part) { return corners.at(part).at(1).at(2).get<double>(); };
        QCOMPARE(at("merged"), at("base") + at("update"));
        QCOMPARE(corners.at("shapes").at("A"), Json({4, 32}));
        QCOMPARE(corners.at("shapes").at("B"), Json({32, 4}));
    }

    void tunedFileIsHeldAgainstTheSum_data() {
        QTest::addColumn<double>("strength");
        QTest::addColumn<bool>("isEqual");
        QTest::newRow("merged") << 1.0 << true;
        QTest::newRow("merged at another strength") << 0.9 << false;
    }
    void tunedFileIsHeldAgainstTheSum() {
        QFETCH(double, strength);
        QFETCH(bool, isEqual);
        const QTemporaryDir folder;
        const auto file = std::filesystem::path(folder.path().toStdString()) / "model.safetensors";
        writeSafetensors(file, merge(*m_model, {{m_adapter.get(), strength}}, at::kHalf).tensors);

        const Json verdict = compareWithTuned(*m_adapter, *m_model, TensorSource::openFile(file), kModule);

        QCOMPARE(verdict.at("equal").get<bool>(), isEqual);
        QCOMPARE(verdict.at("differs_from_base").get<bool>(), true);
    }

    void moduleWithoutAPairIsNamed() {
        const Error error = errorOf([&] { (void)moduleCorners(*m_adapter, *m_model, "model.norm"); });

        QCOMPARE(error.kind, ErrorKind::BadUsage);
        QVERIFY(error.message.find("model.norm") != std::string::npos);
    }

private:
    std::unique_ptr<CausalLM> m_model;
    std::unique_ptr<Adapter> m_adapter;
};

FETTLE_TEST(InspectTest)
#include "inspect_test.moc"

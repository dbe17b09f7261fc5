#include "core/source/target_modules.h"
#include "tests/core/source/checkpoints.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

std::vector<ModuleSpec> modules() {
    return modulesOf(parseArchitecture({{"model_type", "llama"}, {"num_hidden_layers", 11}}));
}

QStringList selected(const ModuleSelection& selection) {
    const auto all = modules();
    QStringList names;
    for (const std::size_t index : matchTargets(selection, all))
        names << QString::fromStdString(all[index].name);
    return names;
}

QStringList named(const TargetModules& targets) {
    return selected({.targets = targets});
}

using Names = std::vector<std::string>;

} // namespace

// PEFT 0.21.2: check_target_module_exists, _maybe_include_all_linear_layers.
class TargetModulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesMatchTheEndOfAPath() {
        QCOMPARE(named(Names{"q_proj", "v_proj"}).size(), 22);
        QCOMPARE(named(Names{"q_proj"}).first(), QStringLiteral("model.layers.0.self_attn.q_proj"));
    }

    void aNameMatchesWholePartsOnly() {
        QCOMPARE(named(Names{"0.self_attn.q_proj"}), QStringList{"model.layers.0.self_attn.q_proj"}); // not layer 10
        QCOMPARE(named(Names{"model.layers.10.mlp.up_proj"}), QStringList{"model.layers.10.mlp.up_proj"});
        QCOMPARE(errorOf([] { (void)named(Names{"proj"}); }).kind, ErrorKind::BadConfig);
    }

    void namesAreNoExpressions() {
        QCOMPARE(errorOf([] { (void)named(Names{".*q_proj"}); }).kind, ErrorKind::BadConfig);
    }

    void allLinearLeavesOutTheHead() {
        QCOMPARE(named("all-linear").size(), 77); // 11 layers of 7
        QVERIFY(!named("all-linear").contains("lm_head"));
    }

    void theHeadCarriesNoAdapter() {
        QCOMPARE(errorOf([] { (void)named(Names{"lm_head"}); }).facts.at("module"), std::string("lm_head"));
        QCOMPARE(errorOf([] { (void)named(".*"); }).kind, ErrorKind::BadConfig);
    }

    void expressionsMatchTheWholePath() {
        QCOMPARE(named(R"(.*\.[0-2]\.self_attn\.(q|k)_proj)").size(), 6);
        QCOMPARE(errorOf([] { (void)named("q_proj"); }).kind, ErrorKind::BadConfig);
        QCOMPARE(errorOf([] { (void)named(R"(model\.layers\.0\.mlp\.up)"); }).kind, ErrorKind::BadConfig);
    }

    void alternativesMatchTheWholePathToo() {
        const QStringList expected = {"model.layers.3.mlp.up_proj"};
        QCOMPARE(named(R"(model\.layers\.3\.mlp\.up|model\.layers\.3\.mlp\.up_proj)"),
                 expected); // as re.fullmatch, which goes back for it
    }

    void brokenExpressionsAreRefused() {
        const Error error = errorOf([] { (void)named("(q_proj"); });

        QCOMPARE(error.kind, ErrorKind::BadConfig);
        QCOMPARE(error.facts.at("key"), std::string("adapter.target_modules"));
    }

    void whatIsLeftOutWins() {
        QCOMPARE(selected({.targets = "all-linear", .excluded = Names{"q_proj", "3.mlp.up_proj"}}).size(), 77 - 11 - 1);
        QCOMPARE(selected({.targets = Names{"q_proj"}, .excluded = R"(.*\.\d\.self_attn\.q_proj)"}),
                 QStringList{"model.layers.10.self_attn.q_proj"});
        QCOMPARE(selected({.targets = Names{"q_proj"}, .excluded = ""}).size(), 11);
        const Error error = errorOf([] { (void)selected({.targets = Names{"q_proj"}, .excluded = "("}); });
        QCOMPARE(error.facts.at("key"), std::string("adapter.exclude_modules"));
    }

    void layersAreCountedFromZero() {
        QCOMPARE(selected({.targets = Names{"q_proj"}, .layers = {10, 1}}),
                 (QStringList{"model.layers.1.self_attn.q_proj", "model.layers.10.self_attn.q_proj"}));
        QCOMPARE(selected({.targets = "all-linear", .layers = {0}}).size(), 7);
        QCOMPARE(errorOf([] { (void)selected({.targets = "all-linear", .layers = {11}}); }).kind, ErrorKind::BadConfig);
    }

    void embeddingsAndNormsAreNoTargets() {
        QCOMPARE(errorOf([] { (void)named(Names{"embed_tokens", "norm"}); }).kind, ErrorKind::BadConfig);
        QCOMPARE(errorOf([] { (void)named(Names{}); }).kind, ErrorKind::BadConfig);
    }
};

FETTLE_TEST(TargetModulesTest)
#include "target_modules_test.moc"

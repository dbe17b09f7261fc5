#include "core/config/run_config.h"
#include "tests/core/config/random_config.h"
#include "tests/support/test_main.h"

using namespace fettle;

class CompareConfigsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defaultHasNoNonDefaults() { QCOMPARE(nonDefaults(RunConfig{}).dump(), std::string("{}")); }

    void nonDefaultsHoldOnlyWhatWasChosen() {
        RunConfig config;
        config.data.train = {{.path = "a.jsonl"}};
        config.adapter = LoraConfig{.r = 8};
        config.model.init = InitModel{};

        QCOMPARE(nonDefaults(config).dump(),
                 std::string(R"({"model":{"init":{}},"data":{"train":[{"path":"a.jsonl"}]},"adapter":{"r":8}})"));
    }

    void anotherKindIsNamed() {
        RunConfig config;
        config.adapter = NoAdapter{};

        QCOMPARE(nonDefaults(config).dump(), std::string(R"({"adapter":{"kind":"none"}})"));
    }

    void nonDefaultsReadBackToTheSame() {
        for (std::uint32_t seed = 0; seed < 300; ++seed) {
            const RunConfig config = test::randomConfig(seed);

            QVERIFY2(parseRunConfig(nonDefaults(config)) == config, toJson(config).dump().c_str());
        }
    }

    void differenceNamesEachKeyWithBothValues() {
        RunConfig left, right;
        right.seed = 7;
        right.data.train = {{.path = "a.jsonl"}};
        right.adapter = NoAdapter{};

        const auto differences = difference(left, right);

        QCOMPARE(differences.at(0).key, std::string("seed"));
        QCOMPARE(differences.at(0).left.get<int>(), 42);
        QCOMPARE(differences.at(0).right.get<int>(), 7);
        QCOMPARE(differences.at(1).key, std::string("data.train"));
        QCOMPARE(differences.at(2).key, std::string("adapter.kind"));
        QCOMPARE(differences.at(3).key, std::string("adapter.r"));
        QVERIFY(differences.at(3).right.is_null());
    }

    void equalConfigsDoNotDiffer() { QVERIFY(difference(test::randomConfig(1), test::randomConfig(1)).empty()); }
};

FETTLE_TEST(CompareConfigsTest)
#include "compare_configs_test.moc"

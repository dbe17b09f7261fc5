#include "core/config/sweep.h"

#include "core/base/error.h"
#include "tests/support/test_main.h"

using namespace fettle;

class SweepTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAxisIsAKeyWithValues() {
        const SweepAxis axis = parseSweepAxis("optimizer.learning_rate=1e-4,0.002,text");

        QCOMPARE(axis.key, std::string("optimizer.learning_rate"));
        QCOMPARE(axis.values, (std::vector<Json>{1e-4, 0.002, "text"}));
        QVERIFY_EXCEPTION_THROWN((void)parseSweepAxis("adapter.r"), Error);
        QVERIFY_EXCEPTION_THROWN((void)parseSweepAxis("=3"), Error);
    }

    void everyCombinationIsARun() {
        RunConfig config;
        config.name = "pocket";

        const auto runs = sweepRuns(
            config, std::vector<SweepAxis>{{"optimizer.learning_rate", {1e-4, 2e-4}}, {"adapter.r", {4, 8, 16}}});

        QCOMPARE(runs.size(), 6u);
        QCOMPARE(runs[1].name, std::string("pocket, learning_rate 0.0001, r 8"));
        QCOMPARE(runs[1].config.name, runs[1].name);
        QCOMPARE(std::get<LoraConfig>(runs[4].config.adapter).r, 8);
        QCOMPARE(*runs[4].config.optimizer.learningRate, 2e-4);
        QCOMPARE(runs[5].values, (std::vector<Json>{2e-4, 16}));
    }

    void whatNoRunHasIsRefused_data() {
        QTest::addColumn<QString>("axis");
        QTest::addColumn<int>("kind");
        QTest::newRow("an unknown key") << "adapter.rank=4" << int(ErrorKind::BadConfig);
        QTest::newRow("a value out of range") << "adapter.r=-4" << int(ErrorKind::BadConfig);
        QTest::newRow("no value") << "adapter.r=" << int(ErrorKind::BadUsage);
        QTest::newRow("into a number") << "seed.x=1" << int(ErrorKind::BadConfig);
    }

    void whatNoRunHasIsRefused() {
        QFETCH(QString, axis);
        QFETCH(int, kind);
        try {
            (void)sweepRuns({}, std::vector{parseSweepAxis(axis.toStdString())});
            QFAIL("it was taken");
        } catch (const Error& error) {
            QCOMPARE(int(error.kind), kind);
        }
    }

    void tooManyAreRefused() {
        SweepAxis seeds{.key = "seed", .values = {}};
        for (int seed = 0; seed < 201; ++seed)
            seeds.values.push_back(seed);
        QVERIFY_EXCEPTION_THROWN((void)sweepRuns({}, std::vector{seeds}), Error);
    }
};

FETTLE_TEST(SweepTest)
#include "sweep_test.moc"

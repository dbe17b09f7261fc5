// Rows of public reports whose columns say more than the last turn: as many tokens as the conversation written out.
#include "tests/app/fettle/program.h"
#include "tests/support/cases.h"

using namespace fettle;
using namespace fettle::test;

namespace {

Json planOf(const std::string& situation, const std::string& config) {
    const Ended ended = test::fettle({"plan", QString::fromStdString(config + ".json"), "--json"},
                                     QString::fromStdString((kCases / situation).string()));
    if (ended.exitCode != 0) qWarning("%s", ended.out.constData());
    return ended.json();
}

} // namespace

class PlanCasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        FETTLE_NEEDS_CASE("system-column");
        FETTLE_NEEDS_CASE("alpaca-history");
    }

    void everyColumnThatTheModelSeesIsCounted_data() {
        QTest::addColumn<QString>("situation");
        QTest::addColumn<int>("tokens"); // as the situation's README.md says
        QTest::newRow("sharegpt-column") << "system-column" << 42;
        QTest::newRow("messages-column") << "system-column" << 42;
        QTest::newRow("sharegpt-turn") << "system-column" << 42;
        QTest::newRow("history") << "alpaca-history" << 80;
        QTest::newRow("messages") << "alpaca-history" << 80;
    }
    void everyColumnThatTheModelSeesIsCounted() {
        QFETCH(QString, situation);
        QFETCH(int, tokens);

        const Json plan = planOf(situation.toStdString(), QTest::currentDataTag());

        QCOMPARE(plan.at("tokens_per_epoch"), Json(tokens));
    }

    void answersOfTheHistoryAreTrained() {
        const auto trained = [](const std::string& config) {
            return planOf("alpaca-history", config).at("rows").at("train").at("trained_tokens");
        };
        QCOMPARE(trained("history"), trained("messages"));
    }
};

FETTLE_TEST(PlanCasesTest)
#include "plan_cases_test.moc"

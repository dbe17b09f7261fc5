#include "core/ops/op_case.h"
#include "tests/support/test_main.h"

using namespace fettle::ops;

// Every operation against its float64 oracle: what `fettle selftest` runs, one row of the table a case.
class OracleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesAndGradients_data() {
        QTest::addColumn<int>("index");
        QTest::addColumn<int>("type");
        int index = 0;
        for (const OpCase& one : opCases(at::kCPU)) {
            for (const at::ScalarType type : {at::kFloat, at::kBFloat16})
                QTest::newRow((one.name + " " + c10::toString(type)).c_str()) << index << static_cast<int>(type);
            ++index;
        }
    }
    void valuesAndGradients() {
        QFETCH(int, index);
        QFETCH(int, type);

        const OpCase one = opCases(at::kCPU)[static_cast<std::size_t>(index)];
        const SelftestResult result = runCase(one, at::kCPU, static_cast<at::ScalarType>(type));

        QVERIFY2(result.passed, (result.detail + ": " + std::to_string(result.worst)).c_str());
    }
};

FETTLE_TEST(OracleTest)
#include "oracle_test.moc"

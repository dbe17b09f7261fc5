#include "core/base/machine.h"

#include "tests/support/test_main.h"

using namespace fettle;

class MachineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNumberTellsDevicesOfAKindApart() {
        QCOMPARE(deviceNumber("cuda"), std::optional<int>(0));
        QCOMPARE(deviceNumber("cuda:3"), std::optional<int>(3));
        for (const char* other : {"cuda:", "cuda:x", "cuda:-1", "cuda:1 ", "cuda:99999"})
            QVERIFY2(!deviceNumber(other), other);
    }

    void namesThatNeedNoGpu() {
        QVERIFY(isDeviceName("auto") && isDeviceName("cpu") && isDeviceName("cuda:1"));
        for (const char* other : {"", "gpu", "cuda:", "cuda:x", "cuda:99999", "CUDA:1", "cpu:0"})
            QVERIFY2(!isDeviceName(other), other);
    }

    void autoIsBf16WhereTheHardwareHasIt() {
        QCOMPARE(autoCompute(true, true), std::string("bfloat16"));
        QCOMPARE(autoCompute(false, true), std::string("bfloat16"));
        QCOMPARE(autoCompute(true, false), std::string("float16"));
        QCOMPARE(autoCompute(false, false), std::string("float32"));
    }
};

FETTLE_TEST(MachineTest)
#include "machine_test.moc"

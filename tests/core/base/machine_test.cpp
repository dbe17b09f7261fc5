#include "core/base/machine.h"

#include "core/base/files.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

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

    void coresAreThoseThatTheGroupPaysFor_data() {
        QTest::addColumn<QStringList>("files"); // names and contents
        QTest::addColumn<int>("most");          // 0: no limit
        QTest::newRow("no groups") << QStringList{} << 0;
        QTest::newRow("version 2, one core") << QStringList{"cpu.max", "100000 100000\n"} << 1;
        QTest::newRow("version 2, half a core") << QStringList{"cpu.max", "50000 100000\n"} << 1;
        QTest::newRow("version 2, one and a half") << QStringList{"cpu.max", "30000 20000\n"} << 1;
        QTest::newRow("version 2, more than there are") << QStringList{"cpu.max", "1000000000 100000\n"} << 0;
        QTest::newRow("version 2, no limit") << QStringList{"cpu.max", "max 100000\n"} << 0;
        QTest::newRow("version 2, damaged") << QStringList{"cpu.max", "100000 0\n"} << 0;
        QTest::newRow("version 1, one core")
            << QStringList{"cpu/cpu.cfs_quota_us", "10000\n", "cpu/cpu.cfs_period_us", "10000\n"} << 1;
        QTest::newRow("version 1, no limit")
            << QStringList{"cpu/cpu.cfs_quota_us", "-1\n", "cpu/cpu.cfs_period_us", "100000\n"} << 0;
        QTest::newRow("version 1, with accounting")
            << QStringList{"cpu,cpuacct/cpu.cfs_quota_us", "10000\n", "cpu,cpuacct/cpu.cfs_period_us", "10000\n"} << 1;
    }
    void coresAreThoseThatTheGroupPaysFor() {
        QFETCH(QStringList, files);
        QFETCH(int, most);
        const QTemporaryDir folder, none;
        const auto root = std::filesystem::path(folder.path().toStdString());
        for (qsizetype i = 0; i < files.size(); i += 2) {
            const auto file = root / "sys/fs/cgroup" / files[i].toStdString();
            makeFolder(file.parent_path());
            writeFileAtomically(file, files[i + 1].toStdString());
        }

        const int unlimited = usableCores(none.path().toStdString());
        QVERIFY(unlimited >= 1);
        QCOMPARE(usableCores(root), most == 0 ? unlimited : most);
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

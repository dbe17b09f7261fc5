#include "core/base/error.h"
#include "core/base/files.h"
#include "core/plan/plan.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

using namespace fettle;

namespace {

// What `fettle devices --json` prints.
const Json kDevices = Json::parse(R"({"devices": [
    {"device": "cpu", "cores": 8, "memory_bytes": 64000, "available_bytes": 32000, "precisions": {"bfloat16": "emulated"}},
    {"device": "cuda:0", "memory_bytes": 16000, "precisions": {"bfloat16": "native"}},
    {"device": "cuda:1", "memory_bytes": 24000, "precisions": {"bfloat16": "native"}}]})");

const Json kNoGpu = Json::parse(R"({"devices": [{"device": "cpu", "memory_bytes": 64000}]})");

} // namespace

class DeviceFactsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDeviceIsTakenByName() {
        const DeviceFacts cpu = deviceFacts(kDevices, "cpu");

        QCOMPARE(cpu.memoryBytes, std::uint64_t{32000});
        QCOMPARE(cpu.threads, 8);
        QVERIFY(!cpu.nativeBf16);
        QCOMPARE(deviceFacts(kDevices, "cuda:1").memoryBytes, std::uint64_t{24000});
        QVERIFY(deviceFacts(kDevices, "cuda:1").nativeBf16);
    }

    void autoPrefersTheFirstGpu() {
        QCOMPARE(deviceFacts(kDevices, "auto").device, std::string("cuda:0"));
        QCOMPARE(deviceFacts(kDevices, "cuda").device, std::string("cuda:0"));
        QCOMPARE(deviceFacts(kNoGpu, "auto").device, std::string("cpu"));
    }

    void aMissingDeviceIsAnError() {
        QVERIFY_EXCEPTION_THROWN((void)deviceFacts(kNoGpu, "cuda"), Error);
        QVERIFY_EXCEPTION_THROWN((void)deviceFacts(kDevices, "cuda:2"), Error);
    }

    void memoryIsWhatIsAvailable() {
        write("proc/meminfo", "MemTotal:       2000 kB\nMemFree:         10 kB\nMemAvailable:   1000 kB\n");

        QCOMPARE(cpuFacts(root()).memoryBytes, std::uint64_t{1'024'000});
    }

    void theControlGroupLimitsIt() {
        write("proc/meminfo", "MemAvailable:   1000 kB\n");

        write("sys/fs/cgroup/memory.max", "500000\n");
        QCOMPARE(cpuFacts(root()).memoryBytes, std::uint64_t{500'000});
        write("sys/fs/cgroup/memory.max", "max\n");
        QCOMPARE(cpuFacts(root()).memoryBytes, std::uint64_t{1'024'000});
    }

    void nativeBf16IsReadFromTheFlags() {
        write("proc/cpuinfo", "model name\t: x\nflags\t\t: fpu avx2 avx512_bf16 sse\n");
        QVERIFY(cpuFacts(root()).nativeBf16);

        write("proc/cpuinfo", "flags\t\t: fpu avx2 avx512_bf16x sse\n");
        QVERIFY(!cpuFacts(root()).nativeBf16);
    }

    void thisMachineHasMemoryAndThreads() {
        QVERIFY(cpuFacts().memoryBytes > 0);
        QVERIFY(cpuFacts().threads > 0);
    }

private:
    std::filesystem::path root() const { return m_folder.path().toStdString(); }

    void write(const char* file, std::string_view content) const {
        makeFolder((root() / file).parent_path());
        writeFileAtomically(root() / file, content);
    }

    QTemporaryDir m_folder;
};

FETTLE_TEST(DeviceFactsTest)
#include "device_facts_test.moc"

#include "core/ops/plugin_tables.h"
#include "tests/support/compare.h"
#include "tests/support/test_main.h"

#include <filesystem>
#include <map>

using namespace fettle;

namespace {

std::map<at::DeviceType, DeviceBackend*> backends;
std::map<at::DeviceType, ops::KernelTable> kernels;

const PluginTables kTables{
    .registerBackend = [](at::DeviceType type, DeviceBackend* backend) { backends[type] = backend; },
    .registerKernels = [](at::DeviceType type, const ops::KernelTable& table) { kernels[type] = table; }};

const std::filesystem::path kPlugin = std::filesystem::path(FETTLE_BINARIES) / "libfettle-cuda.so";

} // namespace

// The plug-in in a program that links only torch_cpu, with or without a driver.
class PluginTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void registersWhatItHas() {
        const std::string problem = openPlugin(kPlugin, kTables, kPluginAbi);

        QCOMPARE(problem, std::string());
        QVERIFY(backends.contains(at::kCUDA));
        QVERIFY(kernels.contains(at::kCUDA));
        QVERIFY(kernels[at::kCUDA].varlen.forward != nullptr && kernels[at::kCUDA].varlen.backward != nullptr);
        QVERIFY(kernels[at::kCUDA].addRmsNorm == ops::atenKernels().addRmsNorm); // what it does not replace
    }

    void anotherAbiIsRefusedBeforeATableIsHandedOver() {
        backends.clear();
        PluginAbi other = kPluginAbi;
        ++other.number;

        QVERIFY(openPlugin(kPlugin, kTables, other).find("another version") != std::string::npos);
        QVERIFY(backends.empty());
        QCOMPARE(openPlugin(kPlugin, kTables, kPluginAbi), std::string());
    }

    void withoutADriverThereAreNoDevices() {
        if (std::filesystem::exists("/proc/driver/nvidia/version")) QSKIP("this machine has a driver");
        QCOMPARE(backends.at(at::kCUDA)->count(), 0);
    }

    void aGpuThatIsNotThereIsAnErrorWithAHint() {
        const Error error = test::errorOf([] { (void)resolveDevice("cuda"); });

        QCOMPARE(error.kind, ErrorKind::DeviceMissing);
        QVERIFY(!error.hint.empty());
        QCOMPARE(error.facts.at("device"), std::string("cuda"));
    }
};

FETTLE_TEST(PluginTest)
#include "plugin_test.moc"

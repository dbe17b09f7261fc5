#include "core/base/error.h"
#include "core/device/device.h"
#include "tests/support/test_main.h"

using namespace fettle;

namespace {

template <class Call>
std::optional<ErrorKind> errorOf(Call call) {
    try {
        (void)call();
    } catch (const Error& error) {
        return error.kind;
    }
    return std::nullopt;
}

} // namespace

class DeviceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theProcessorIsAlwaysThere() {
        QVERIFY(resolveDevice("cpu").is_cpu());
        QVERIFY(!errorOf([] { return resolveDevice("auto"); }));
    }

    void namesOfNoDeviceAreRefused() {
        for (const char* name : {"", "gpu", "cpu:0", "CPU", "cuda:", "cuda:x", "cuda:-1", "CUDA"})
            QVERIFY2(errorOf([&] { return resolveDevice(name); }) == ErrorKind::BadConfig, name);
    }

    void aGpuThatIsNotThereIsMissing() {
        QVERIFY(errorOf([] { return resolveDevice("cuda:99"); }) == ErrorKind::DeviceMissing);
    }

    void theProcessorComputesInWhatItHas() {
        QCOMPARE(resolveCompute("float32", at::kCPU), at::kFloat);
        QCOMPARE(resolveCompute("bfloat16", at::kCPU), at::kBFloat16); // slow where it is not native
        QVERIFY(errorOf([] { return resolveCompute("float16", at::kCPU); }) == ErrorKind::DeviceMissing);
    }
};

FETTLE_TEST(DeviceTest)
#include "device_test.moc"

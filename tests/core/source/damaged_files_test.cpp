#include "core/source/architecture.h"
#include "core/source/safetensors.h"
#include "core/source/target_modules.h"
#include "tests/core/source/checkpoints.h"
#include "tests/support/mutate.h"
#include "tests/support/small_files.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

const std::vector<std::string> kWords = {"\"",
                                         "{",
                                         "}",
                                         "[",
                                         "]",
                                         ",",
                                         ":",
                                         "null",
                                         "true",
                                         "-1",
                                         "0",
                                         "1e308",
                                         "1.5",
                                         "18446744073709551615",
                                         "4294967296",
                                         "9223372036854775807",
                                         "\"F4\"",
                                         "\"I64\"",
                                         "\"__metadata__\"",
                                         "\\u0000",
                                         "\xFF",
                                         "\"llama\"",
                                         "\"yarn\"",
                                         "{}",
                                         "[]",
                                         "\"rope_parameters\":{},",
                                         "\"head_dim\":3,",
                                         "\"\""};

} // namespace

// Whatever a file holds, reading it succeeds or ends with an Error: anything else fails the test by itself.
class DamagedFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void safetensorsHeaders() {
        Mutator mutator(1, kWords);
        int readable = 0;
        for (int i = 0; i < 20'000; ++i) {
            const std::string file = safetensors(mutator.mutated(kSmallHeader), 33);
            const Error error = errorOf([&] { (void)parseSafetensorsHeader(std::as_bytes(std::span(file)), "x"); });
            QVERIFY(error.message.empty() || error.kind == ErrorKind::BadFile);
            readable += error.message.empty();
        }
        QVERIFY(readable > 0); // or the damage is of no use
    }

    void safetensorsFiles() {
        Mutator mutator(2, kWords);
        for (int i = 0; i < 20'000; ++i) {
            const std::string file = mutator.mutated(safetensors(kSmallHeader, 33));
            (void)errorOf([&] { (void)parseSafetensorsHeader(std::as_bytes(std::span(file)), "x"); });
        }
    }

    void configurations() {
        Mutator mutator(3, kWords);
        int readable = 0;
        for (int i = 0; i < 20'000; ++i) {
            const std::string text = mutator.mutated(kSmallConfig);
            readable += errorOf([&] { use(parseArchitecture(parseJson(text, "config.json"))); }).message.empty();
        }
        QVERIFY(readable > 0);
    }

private:
    static void use(const Architecture& architecture) {
        QVERIFY(parameterCount(architecture) > 0);
        QVERIFY(!matchTargets({.targets = "all-linear"}, modulesOf(architecture)).empty());
    }
};

FETTLE_TEST(DamagedFilesTest)
#include "damaged_files_test.moc"

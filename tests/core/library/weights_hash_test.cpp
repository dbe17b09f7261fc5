#include "core/base/files.h"
#include "core/library/weights_hash.h"
#include "tests/core/source/checkpoints.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

constexpr std::size_t kLarge = 8 << 20; // looked at in places

std::string hashOf(const std::string& name, const std::string& bytes) {
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("m.safetensors").toStdString();
    const auto count = static_cast<std::int64_t>(bytes.size());
    const std::string header = Json{{name, {{"dtype", "U8"}, {"shape", {count}}, {"data_offsets", {0, count}}}}}.dump();
    std::string length(8, '\0');
    const std::uint64_t size = header.size();
    std::memcpy(length.data(), &size, sizeof size);
    writeFileAtomically(file, length + header + bytes);
    return weightsHash(readTensorTableOfFile(file));
}

} // namespace

class WeightsHashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalWeightsAreEqualWhereverTheyLie() {
        QCOMPARE(hashOf("a", "weights"), hashOf("a", "weights"));
        QCOMPARE(hashOf("a", std::string(kLarge, 'x')), hashOf("a", std::string(kLarge, 'x')));
    }

    void everyByteOfASmallFileCounts() { QVERIFY(hashOf("a", "weights") != hashOf("a", "weighty")); }

    void namesCount() { QVERIFY(hashOf("a", "weights") != hashOf("b", "weights")); }

    void aTrainedMatrixIsSeenInALargeFile() {
        std::string bytes(kLarge, 'x');
        bytes.replace(kLarge / 3, kLarge / 100, kLarge / 100, 'y'); // one matrix in a hundred

        QVERIFY(hashOf("a", bytes) != hashOf("a", std::string(kLarge, 'x')));
    }
};

FETTLE_TEST(WeightsHashTest)
#include "weights_hash_test.moc"

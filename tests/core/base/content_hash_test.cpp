#include "core/base/content_hash.h"

#include "core/base/files.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

using namespace fettle;

namespace {

std::string hashOf(std::string_view text) {
    ContentHash hash;
    hash.add(text);
    return hash.text();
}

std::string countedBytes(int count) {
    std::string bytes;
    for (int i = 0; i < count; ++i)
        bytes += static_cast<char>(i);
    return bytes;
}

} // namespace

class ContentHashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // xxhash.xxh64_hexdigest of the Python package xxhash: nothing, a few bytes, several stripes of 32.
    void isXxh64() {
        QCOMPARE(hashOf(""), std::string("ef46db3751d8e999"));
        QCOMPARE(hashOf("a"), std::string("d24ec4f1a98c6e5b"));
        QCOMPARE(hashOf("abc"), std::string("44bc2cf5ad770999"));
        QCOMPARE(hashOf(countedBytes(100)), std::string("6ac1e58032166597"));
    }

    void piecesHashLikeTheWhole() {
        const std::string bytes = countedBytes(100);
        for (std::size_t first = 0; first <= bytes.size(); ++first)
            for (const std::size_t second : {first, std::min(first + 7, bytes.size()), bytes.size()}) {
                ContentHash hash;
                hash.add(std::string_view(bytes).substr(0, first));
                hash.add(std::string_view(bytes).substr(first, second - first));
                hash.add(std::string_view(bytes).substr(second));
                QCOMPARE(hash.text(), hashOf(bytes));
            }
    }

    void aFileHashesLikeItsContent() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("a").toStdString();
        const std::string content = countedBytes(200);
        writeFileAtomically(file, content);

        QCOMPARE(contentHashOf(file), hashOf(content));
    }

    void aStopIsHeard() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("a").toStdString();
        writeFileAtomically(file, "abc");
        CancelFlag stop;
        stop.request();

        QVERIFY_THROWS_EXCEPTION(Cancelled, (void)contentHashOf(file, {.stop = &stop}));
    }
};

FETTLE_TEST(ContentHashTest)
#include "content_hash_test.moc"

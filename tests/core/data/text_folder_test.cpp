#include "core/base/error.h"
#include "tests/core/data/rows_on_disk.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace fs = std::filesystem;

class TextFolderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_disk = std::make_unique<RowsOnDisk>();
        fs::create_directories(m_disk->path() / "texts/.git");
        fs::create_directories(m_disk->path() / "texts/m");
    }

    void eachTextIsARowSortedByName() {
        put("z.txt", "\xEF\xBB\xBFlast\n\nwords\n");
        put("m/b.TXT", "# two");
        put("m/a.RST", "one");
        put("blank.txt", " \n");
        put("c.png", "picture");
        put(".hidden.txt", "hidden");
        put(".git/d.txt", "hidden");

        const DatasetFile read = readDataset(folder());

        QCOMPARE(read.format, std::string("text"));
        QCOMPARE(read.examples.size(), std::size_t{3});
        QCOMPARE(textAt(read, 0), std::string("one"));
        QCOMPARE(textAt(read, 1), std::string("# two"));
        QCOMPARE(textAt(read, 2), std::string("last\n\nwords\n"));
    }

    void aFileThatIsNoTextIsNamed() {
        put("a.txt", "one");
        put("m/b.txt", "\xE9t\xE9");

        const DatasetFile read = readDataset(folder());

        QCOMPARE(read.examples.size(), std::size_t{1});
        QCOMPARE(read.problems.at(0).kind, FindingKind::NotUtf8);
        QCOMPARE(read.problems.at(0).reason, std::string("Row 2 of texts (m/b.txt) is not in UTF-8."));
    }

    void aFolderWithoutTextsIsAnError() {
        put("a.png", "picture");
        try {
            (void)readDataset(folder());
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::BadDataset);
            QVERIFY(error.hint.find(".txt") != std::string::npos);
        }
    }

private:
    void put(const std::string& name, std::string_view text) { (void)m_disk->file("texts/" + name, text); }
    [[nodiscard]] DataFileConfig folder() const { return {.path = (m_disk->path() / "texts").string()}; }
    static std::string textAt(const DatasetFile& read, std::size_t at) {
        return std::get<TextRow>(read.examples.at(at).row).text;
    }

    std::unique_ptr<RowsOnDisk> m_disk;
};

FETTLE_TEST(TextFolderTest)
#include "text_folder_test.moc"

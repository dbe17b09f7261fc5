#include "core/base/bounded_folder.h"

#include "core/base/files.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/stat.h>

using namespace fettle;

class BoundedFolderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLeastRecentlyUsedGoFirst() {
        for (const char* name : {"b.kept", "a.kept", "c.kept"}) // a is the oldest
            make(name, name[0] - 'a');

        dropLeastUsed(folder(), ".kept", 20);

        QCOMPARE(names(), QStringList({"b.kept", "c.kept"}));
    }

    void aUsedFileIsYoungAgain() {
        make("a.kept", 0);
        make("b.kept", 1);
        noteUse(folder() / "a.kept");

        dropLeastUsed(folder(), ".kept", 10);

        QCOMPARE(names(), QStringList("a.kept"));
    }

    void useIsNoChange() {
        make("a.kept", 0);
        const auto written = std::filesystem::last_write_time(folder() / "a.kept");

        noteUse(folder() / "a.kept");

        QVERIFY(std::filesystem::last_write_time(folder() / "a.kept") == written);
    }

    void whatIsTooLargeAloneGoes() {
        make("a.kept", 0);

        dropLeastUsed(folder(), ".kept", 9);

        QCOMPARE(names(), QStringList());
    }

    void leavingsOfAKilledProcessCountAndGo() {
        make(".a.kept.4711-0.tmp", 0);
        make("b.kept", 1);

        dropLeastUsed(folder(), ".kept", 10);

        QCOMPARE(names(), QStringList("b.kept"));
    }

    void otherFilesAreLeftAlone() {
        make("letter.txt", 0);
        make(".letter.txt.4711-0.tmp", 0);
        std::filesystem::create_directory(folder() / "x.kept");

        dropLeastUsed(folder(), ".kept", 0);

        QCOMPARE(names(), QStringList({".letter.txt.4711-0.tmp", "letter.txt", "x.kept"}));
    }

    void aFolderThatIsNotThereIsEmpty() { dropLeastUsed(folder() / "none", ".kept", 0); }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

private:
    std::filesystem::path folder() const { return m_folder->path().toStdString(); }

    // Ten bytes, last used so many seconds after 2001-09-09.
    void make(const char* name, int seconds) {
        writeFileAtomically(folder() / name, "0123456789");
        const timespec times[2] = {{.tv_sec = 1'000'000'000 + seconds}, {.tv_sec = 1'000'000'000}};
        QCOMPARE(::utimensat(AT_FDCWD, (folder() / name).c_str(), times, 0), 0);
    }

    QStringList names() const {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

FETTLE_TEST(BoundedFolderTest)
#include "bounded_folder_test.moc"

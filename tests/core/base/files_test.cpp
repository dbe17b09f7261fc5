#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/base/mapped_file.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

#include <cmath>
#include <fstream>
#include <sys/stat.h>

using namespace fettle;

class FilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void atomicWriteReplacesTheWholeFile() {
        const auto file = folder() / "a.txt";
        writeFileAtomically(file, "first and long");

        writeFileAtomically(file, "second");

        QCOMPARE(readFile(file), std::string("second"));
    }

    // Opening a pipe that nobody writes to waits for ever; /dev/zero never ends.
    void onlyFilesAreOpened() {
        const auto pipe = folder() / "pipe", link = folder() / "link";
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        std::filesystem::create_symlink("/dev/zero", link);

        for (const auto& [path, kind] : {std::pair{pipe, "a pipe"}, {link, "a device"}, {folder(), "a folder"}})
            for (const bool isMapped : {false, true})
                try {
                    isMapped ? (void)MappedFile::open(path) : (void)readFile(path);
                    QFAIL("no error");
                } catch (const Error& error) {
                    QCOMPARE(error.kind, ErrorKind::FileAccess);
                    QCOMPARE(error.facts.at("is"), std::string(kind));
                }
    }

    void onlyWholeNumbersThatFitAreWhole() {
        QCOMPARE(wholeNumber(Json(-3)), std::optional<std::int64_t>(-3));
        for (const char* text : {"1e308", "1.0", "9223372036854775808", "\"1\"", "null"})
            QVERIFY2(!wholeNumber(parseJson(text, "test")), text);
    }

    void uncommittedFileLeavesNothing() {
        const auto file = folder() / "gone" / "b.txt";
        makeFolder(file.parent_path());
        {
            AtomicFile out(file);
            out.append("xyz", 3);
        }
        QVERIFY(std::filesystem::is_empty(file.parent_path()));
    }

    void whatIsPrivateIsItsOwnersAlone() {
        const auto file = folder() / "private" / "inner" / "c.txt";
        makePrivateFolder(file.parent_path());
        makePrivateFolder(file.parent_path()); // again
        AtomicFile out(file, Readers::Owner);
        out.commit();

        const auto modeOf = [](const std::filesystem::path& path) {
            return std::filesystem::status(path).permissions();
        };
        using std::filesystem::perms;
        QCOMPARE(modeOf(file), perms::owner_read | perms::owner_write);
        QCOMPARE(modeOf(file.parent_path()), perms::owner_all);
        QCOMPARE(modeOf(folder() / "private"), perms::owner_all);
    }

    void aPrivateFolderInAFileIsAnError() {
        writeFileAtomically(folder() / "file", "");

        QVERIFY_THROWS_EXCEPTION(Error, makePrivateFolder(folder() / "file" / "inner"));
    }

    void atomicFolderAppearsOnlyWhenCommitted() {
        const auto target = folder() / "step-1";
        {
            AtomicFolder out(target);
            std::ofstream(out.path() / "x") << "1";
            QVERIFY(!std::filesystem::exists(target));
            out.commit();
        }
        QCOMPARE(readFile(target / "x"), std::string("1"));
    }

    void missingFileIsNamed() {
        try {
            (void)readFile("/nonexistent/file");
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::FileNotFound);
            QCOMPARE(error.facts.at("file"), std::string("/nonexistent/file"));
        }
    }

    void nonFiniteNumbersAreStrings() {
        QCOMPARE(toLine({{"a", NAN}, {"b", INFINITY}}), std::string(R"({"a":"nan","b":"inf"})"));
    }

    void deepNestingIsRefused() { QVERIFY_EXCEPTION_THROWN((void)parseJson(std::string(100000, '['), "x"), Error); }

private:
    std::filesystem::path folder() { return m_folder.path().toStdString(); }
    QTemporaryDir m_folder;
};

FETTLE_TEST(FilesTest)
#include "files_test.moc"

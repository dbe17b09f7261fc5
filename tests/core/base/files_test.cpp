#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

#include <cmath>
#include <fstream>

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

    void uncommittedFileLeavesNothing() {
        const auto file = folder() / "gone" / "b.txt";
        makeFolder(file.parent_path());
        {
            AtomicFile out(file);
            out.append("xyz", 3);
        }
        QVERIFY(std::filesystem::is_empty(file.parent_path()));
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

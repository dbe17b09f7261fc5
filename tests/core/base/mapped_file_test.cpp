#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/mapped_file.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

#include <algorithm>

using namespace fettle;

class MappedFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheBytes() {
        const auto file = write("shown", "hello");

        const auto mapped = MappedFile::open(file);

        QCOMPARE(std::string(mapped->text()), std::string("hello"));
        refuseChangedFiles();
    }

    void aFileCutShortReadsAsZerosAndIsRefused() {
        const auto file = write("cut", std::string(20'000, 'x'));
        const auto mapped = MappedFile::open(file);

        std::filesystem::resize_file(file, 4'096);

        QCOMPARE(std::ranges::count(mapped->text(), 'x'), 4'096);
        QCOMPARE(std::ranges::count(mapped->text(), '\0'), 20'000 - 4'096);
        QCOMPARE(changedFile(), file.string());
    }

    void anotherFileOfTheSameNameIsNoChange() {
        const auto file = write("replaced", "first");
        const auto mapped = MappedFile::open(file);

        writeFileAtomically(file, "second");

        QCOMPARE(std::string(mapped->text()), std::string("first"));
        QCOMPARE(changedFile(), std::string());
    }

    void aFileWrittenToIsRefusedWhileItIsMapped() {
        const auto file = write("touched", "same size");
        auto mapped = MappedFile::open(file);

        std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now() + std::chrono::hours(1));

        QVERIFY(mapped->hasChanged());
        QCOMPARE(changedFile(), file.string());
        mapped.reset();
        QCOMPARE(changedFile(), std::string());
    }

    void aFolderIsNoFile() { QVERIFY_EXCEPTION_THROWN((void)MappedFile::open(m_folder.path().toStdString()), Error); }

private:
    std::filesystem::path write(const char* name, const std::string& content) {
        const std::filesystem::path file = m_folder.filePath(name).toStdString();
        writeFileAtomically(file, content);
        return file;
    }

    // What refuseChangedFiles() complains of; empty where it does not.
    static std::string changedFile() {
        try {
            refuseChangedFiles();
            return {};
        } catch (const Error& error) {
            return error.kind == ErrorKind::FileAccess ? error.facts.at("file") : "another error";
        }
    }

    QTemporaryDir m_folder;
};

FETTLE_TEST(MappedFileTest)
#include "mapped_file_test.moc"

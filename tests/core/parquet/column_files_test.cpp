// Parquet and Arrow files through the plug-in, against what pyarrow wrote and reads (tests/golden/columns.py).
#include "core/base/json.h"
#include "core/data/files/column_plugin.h"
#include "core/data/row_source.h"
#include "tests/core/data/cached_run.h"
#include "tests/support/test_main.h"

#include <fstream>
#include <functional>

using namespace fettle;
using namespace fettle::test;

namespace {

std::string bytesOf(const Json& file) {
    return QByteArray::fromBase64(QByteArray::fromStdString(file["base64"].get<std::string>())).toStdString();
}

Json allRows(RowSource& rows) {
    Json values = Json::array();
    while (rows.next())
        values.push_back(rows.value());
    return values;
}

Error errorFrom(const std::function<void()>& act) {
    try {
        act();
    } catch (const Error& error) {
        return error;
    }
    return Error{ErrorKind::Internal, "no error"};
}

} // namespace

class ColumnFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        const Json golden = readJson(FETTLE_SOURCE "/tests/golden/columns.json");
        for (const Json& file : golden["files"])
            m_files[file["name"].get<std::string>()] = file;
    }

    void rowsAreThoseOfPyarrow_data() {
        QTest::addColumn<std::string>("name");
        for (const auto& [name, file] : m_files)
            QTest::newRow(name.c_str()) << name;
    }
    void rowsAreThoseOfPyarrow() {
        QFETCH(std::string, name);

        const auto rows = openRows(put(name));

        QCOMPARE(allRows(*rows), m_files.at(name)["rows"]);
        rows->rewind();
        QCOMPARE(allRows(*rows), m_files.at(name)["rows"]);
    }

    void conversationsAreReadAsRows() {
        const DatasetFile read = readDataset(put("chat.parquet"));

        QCOMPARE(read.format, std::string("messages"));
        QCOMPARE(read.rows, 8);
        QCOMPARE(read.examples.size(), std::size_t{5});
        QCOMPARE(std::get<ChatRow>(read.examples[1].row).messages,
                 Json::parse("[{\"role\": \"user\", \"content\": \"q1 ä\"}, "
                             "{\"role\": \"assistant\", \"content\": \"a1\\n\"}]"));
        QCOMPARE(describe(read.examples[1].origin), std::string("Row 2 of chat.parquet"));
        QCOMPARE(read.problems.at(2).origin.line, 8);
    }

    void endingsMayBeCapitals() {
        const DataFileConfig file = m_disk.file("A.PARQUET", bytesOf(m_files.at("chat.parquet")));

        QCOMPARE(allRows(*openRows(file)), m_files.at("chat.parquet")["rows"]);
    }

    void aFileCutOffAnywhereIsAnError() {
        for (const char* name : {"chat.parquet", "file.arrow"}) {
            const std::string whole = bytesOf(m_files.at(name));
            for (std::size_t size = 1; size < whole.size(); size += 97) {
                const DataFileConfig file = putQuickly(name, whole.substr(0, size));

                const Error error = errorFrom([&] { (void)readDataset(file); });

                QVERIFY2(error.kind == ErrorKind::BadFile, error.message.c_str());
            }
        }
    }

    // Whatever a stranger's file says of its own lengths: rows or an error, never more memory than there is.
    void changedBytesNeverEndTheProgram() {
        for (const char* name : {"types.parquet", "stream.arrow", "packed.feather"}) {
            const std::string whole = bytesOf(m_files.at(name));
            for (std::size_t at = 0; at < whole.size(); at += 13) {
                std::string changed = whole;
                changed[at] = static_cast<char>(changed[at] ^ 0x40);
                (void)errorFrom([&] { (void)allRows(*openRows(putQuickly(name, changed))); });
            }
        }
    }

    void keptTokensAreThoseOfTheFilesRows() {
        const CachedRun run;
        RunConfig config = runOn({run.file("rows.parquet", bytesOf(m_files.at("chat.parquet")))});
        config.data.validationSplit = 0;
        QVERIFY(!run.prepare(config).isFound);

        const CachedRun::Prepared again = run.prepare(config);
        (void)run.file("rows.parquet", bytesOf(m_files.at("fewer.parquet")));

        const CachedRun::Prepared changed = run.prepare(config);

        QVERIFY(again.isFound);
        QCOMPARE(again.data.train.rows.size(), std::size_t{5});
        QVERIFY(!changed.isFound);
        QCOMPARE(changed.data.train.rows.size(), std::size_t{2});
    }

    void aMissingFileIsSaid() {
        const Error error = errorFrom([&] { (void)openRows({.path = (m_disk.path() / "none.parquet").string()}); });

        QCOMPARE(error.kind, ErrorKind::FileNotFound);
    }

    void aMissingPluginIsSaidWithAHint() {
        const Error absent = errorFrom([] { (void)columnReadersOf("", "a.parquet"); });
        const Error broken = errorFrom(
            [this] { (void)columnReadersOf(m_disk.file("libfettle-parquet.so", "no library").path, "a.parquet"); });

        QCOMPARE(absent.kind, ErrorKind::BadDataset);
        QCOMPARE(absent.message,
                 std::string("a.parquet cannot be read: this build of Fettle has no libfettle-parquet.so."));
        QVERIFY(absent.hint.find("JSON Lines") != std::string::npos);
        QCOMPARE(broken.kind, ErrorKind::BadDataset);
        QVERIFY(broken.hint.find("pyarrow==26.0.1") != std::string::npos);
    }

private:
    DataFileConfig put(const std::string& name) { return m_disk.file(name, bytesOf(m_files.at(name))); }

    // Without waiting for the disk.
    DataFileConfig putQuickly(const std::string& name, const std::string& bytes) {
        const std::filesystem::path path = m_disk.path() / name;
        std::ofstream(path, std::ios::binary) << bytes;
        return {.path = path.string()};
    }

    std::map<std::string, Json> m_files;
    RowsOnDisk m_disk;
};

FETTLE_TEST(ColumnFilesTest)
#include "column_files_test.moc"

// A run folder on a disk that fills up, or that cannot be written. Real ones: a user's namespace with mounts of its
// own.
#include "core/base/files.h"
#include "tests/support/pocket_run.h"

#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::test;

class DiskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (inNamespace("mount -t tmpfs -o size=64k none \"$RUN\"").exitCode != 0)
            QSKIP("unshare --map-root-user and mount are not allowed here");
        writePocketRows(m_folder.filePath("rows.jsonl"));
    }

    void aFullDiskLosesNothing() {
        writeRun("whole");
        QCOMPARE(fettle::test::fettle({"train", m_folder.filePath("whole"), "--json"}).exitCode, 0);

        // Exit codes 10 and on: which line of this script was not as it should be.
        const Ended ended = inNamespace("mount -t tmpfs -o size=3m none \"$RUN\"\n"
                                        "cp \"$OUT/whole/config.json\" \"$RUN\"\n"
                                        "\"$FETTLE\" train \"$RUN\" --json > \"$OUT/full\" && exit 10\n"
                                        "[ -z \"$(find \"$RUN\" -name '*.tmp')\" ] || exit 11\n"
                                        "mount -o remount,size=50m \"$RUN\" || exit 12\n"
                                        "\"$FETTLE\" train \"$RUN\" --json > \"$OUT/resumed\" || exit 13\n"
                                        "cp \"$RUN/adapter/adapter_model.safetensors\" \"$OUT/resumed.safetensors\"");

        QVERIFY2(ended.exitCode == 0, QByteArray::number(ended.exitCode) + ended.err);
        QCOMPARE(lastError("full").at("kind").get<std::string>(), std::string("disk_full"));
        QVERIFY(readText("resumed").contains("\"resumed_from\""));
        QVERIFY(readText("resumed.safetensors") == readText("whole/adapter/adapter_model.safetensors"));
    }

    void aReadOnlyFolderIsNamed() {
        writeRun("read-only");

        const Ended ended = inNamespace("mount --bind \"$OUT/read-only\" \"$RUN\"\n"
                                        "mount -o remount,bind,ro \"$RUN\" || exit 12\n"
                                        "\"$FETTLE\" train \"$RUN\" --json > \"$OUT/refused\" && exit 10\n"
                                        "[ \"$(ls \"$RUN\")\" = config.json ] || exit 11");

        QVERIFY2(ended.exitCode == 0, QByteArray::number(ended.exitCode) + ended.err);
        QCOMPARE(lastError("refused").at("kind").get<std::string>(), std::string("file_access"));
    }

private:
    void writeRun(const QString& name) const {
        QVERIFY(QDir(m_folder.path()).mkpath(name));
        Json config = pocketRun(m_folder.filePath("rows.jsonl"), 30);
        config["checkpoint"] = {{"every_steps", 1}, {"keep_last", 1000}}; // each is kept, 1 MB: the disk fills up
        writeJson(std::filesystem::path(m_folder.filePath(name).toStdString()) / "config.json", config);
    }

    // Runs a script as the root of a new namespace of users and mounts; $RUN is an empty folder, $OUT outlives it.
    Ended inNamespace(const QString& script) const {
        QDir(m_folder.path()).mkpath("run");
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("RUN", m_folder.filePath("run"));
        environment.insert("OUT", m_folder.path());
        environment.insert("FETTLE", QStringLiteral(FETTLE_BINARIES "/fettle"));
        return fettle::test::run("unshare", {"--map-root-user", "--mount", "sh", "-c", script}, environment);
    }

    QByteArray readText(const QString& name) const {
        return QByteArray::fromStdString(readFile(m_folder.filePath(name).toStdString()));
    }
    Json lastError(const QString& name) const {
        const Json last = parseJson(readText(name).trimmed().split('\n').last().toStdString(), "line");
        return last.value("error", last); // a stream ends with the event `failed`
    }

    QTemporaryDir m_folder;
};

FETTLE_TEST(DiskTest)
#include "disk_test.moc"

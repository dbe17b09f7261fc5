#include "tests/app/fettle/program.h"
#include "tests/support/byte_model.h"

#include <QTemporaryDir>

using namespace fettle;
using fettle::test::Ended;

// The program in a folder of its own with a false engine beside it, which tells what it was given.
class RunEngineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkpath(path("bin")) && QDir().mkpath(path("empty")));
        QVERIFY(QFile::copy(QStringLiteral(FETTLE_BINARIES "/fettle"), path("bin/fettle")));
        writeProgram("bin/fettle-engine", R"(#!/bin/sh
echo "$LD_LIBRARY_PATH|$GOMP_SPINCOUNT|$CUDA_DEVICE_ORDER|$*"
exit 7
)");
        m_environment = QProcessEnvironment();
        m_environment.insert("HOME", path("home"));
        m_environment.insert("PATH", path("empty")); // no python3
    }

    void engineGetsLibrariesArgumentsAndItsExitCode() {
        m_environment.insert("FETTLE_TORCH", torch("torch"));
        m_environment.insert("LD_LIBRARY_PATH", "/other");

        const Ended ended = engine({"devices", "--json", "a b"});

        QCOMPARE(ended.exitCode, 7);
        QCOMPARE(QString(ended.out).trimmed(), path("torch/lib") + ":/other|1000|PCI_BUS_ID|devices --json a b");
    }

    void everyPlaceIsLookedAt_data() {
        QTest::addColumn<QString>("folder"); // of the torch package
        QTest::newRow("runtime folder") << "home/.local/share/fettle/runtime/lib/python3.11/site-packages/torch";
        QTest::newRow("beside the program") << "lib/torch";
        QTest::newRow("source tree") << ".deps/lib/python3.12/site-packages/torch";
        QTest::newRow("python3") << "python/torch";
    }
    void everyPlaceIsLookedAt() {
        QFETCH(QString, folder);
        (void)torch(folder);
        QVERIFY(QDir().mkpath(path("packaging")));
        test::writeText(path("packaging/bootstrap.sh"), "");
        if (folder.startsWith("python"))
            writeProgram("empty/python3", "#!/bin/sh\necho " + path(folder).toUtf8() + "/__init__.py\n");

        QVERIFY(QString(engine({"devices"}).out).startsWith(path(folder) + "/lib|"));
    }

    void settingsNameTheRuntime() {
        m_environment.insert("XDG_CONFIG_HOME", path("settings"));
        QVERIFY(QDir().mkpath(path("settings/fettle")));
        test::writeText(path("settings/fettle/settings.json"),
                        R"({"torch": ")" + torch("chosen").toUtf8() + R"(/lib"})");

        QVERIFY(QString(engine({"devices"}).out).startsWith(path("chosen/lib") + "|"));
    }

    void anotherVersionIsPassedOver() {
        (void)torch("lib/torch", "2.9.1");
        writeProgram("empty/python3", "#!/bin/sh\necho " + torch("right").toUtf8() + "/__init__.py\n");

        QVERIFY(QString(engine({"devices"}).out).startsWith(path("right/lib") + "|"));
    }

    void chosenRuntimeOfAnotherVersionIsAnError() {
        m_environment.insert("FETTLE_TORCH", torch("torch", "2.9.1+cpu"));

        const Ended ended = engine({"devices", "--json"});

        QCOMPARE(ended.exitCode, 1);
        QCOMPARE(ended.error().at("kind").get<std::string>(), std::string("runtime_missing"));
        QVERIFY(QString::fromStdString(ended.error().at("message").get<std::string>()).contains("2.9.1+cpu"));
    }

    void missingRuntimeTellsHowToFetchIt() {
        const Ended ended = engine({"devices", "--json"});

        QCOMPARE(ended.exitCode, 1);
        QCOMPARE(ended.lines().size(), 1);
        const auto command = QString::fromStdString(ended.error().at("facts").at("command").get<std::string>());
        QVERIFY(command.startsWith("python3 -m venv --clear '" + path("home/.local/share/fettle/runtime.part") + "'"));
        QVERIFY(command.contains("torch==2.11.0"));
        QVERIFY(engine({"devices"}).err.contains(command.toUtf8()));
    }

    void aRuntimeIsThereWhenItIsWhole() {
        const QString site = "lib/python3.11/site-packages/torch/";
        // venv makes a pip that writes torch's files and then ends as `pip-ends` says.
        writeProgram("empty/python3", R"(#!/bin/sh
[ "$2" = venv ] || exit 1
mkdir -p "$4/bin" "$4/)" + site.toUtf8() + R"(lib" && : > "$4/)" +
                                          site.toUtf8() + R"(lib/libtorch_cpu.so"
echo "__version__ = '2.11.0'" > "$4/)" + site.toUtf8() +
                                          R"(version.py"
printf '#!/bin/sh\nexit $(cat ")" + path("pip-ends").toUtf8() +
                                          R"(")' > "$4/bin/pip" && chmod +x "$4/bin/pip"
)");
        m_environment.insert("PATH", path("empty") + ":/usr/bin:/bin");
        const Ended missing = engine({"devices", "--json"});
        QVERIFY(test::run("/bin/mkdir", {"-p", path("home/.local/share/fettle")}).exitCode == 0);
        const auto command = QString::fromStdString(missing.error().at("facts").at("command").get<std::string>());

        test::writeText(path("pip-ends"), "1");
        QCOMPARE(test::run("/bin/sh", {"-c", command}, m_environment).exitCode, 1);
        QCOMPARE(engine({"devices", "--json"}).error().at("kind").get<std::string>(), std::string("runtime_missing"));

        test::writeText(path("pip-ends"), "0");
        QCOMPARE(test::run("/bin/sh", {"-c", command}, m_environment).exitCode, 0);
        QVERIFY(QString(engine({"devices"}).out).startsWith(path("home/.local/share/fettle/runtime/") + site + "lib|"));
    }

    void streamEndsWithFailed() {
        const Ended ended = engine({"train", "run", "--attached"});

        QCOMPARE(ended.exitCode, 1);
        QCOMPARE(ended.json().at("type").get<std::string>(), std::string("failed"));
        QCOMPARE(ended.json().at("kind").get<std::string>(), std::string("runtime_missing"));
    }

    void aPlanIsForTheDeviceThatTheConfigNames() {
        writeProgram("bin/fettle-engine", R"(#!/bin/sh
echo '{"devices": [{"device": "cpu", "memory_bytes": 1},
 {"device": "cuda:0", "memory_bytes": 16000000000, "precisions": {"bfloat16": "native"}},
 {"device": "cuda:1", "memory_bytes": 8000000000, "precisions": {"bfloat16": "emulated"}}]}'
)");
        m_environment.insert("FETTLE_TORCH", torch("torch"));
        test::writeByteModel(path("model").toStdString());
        test::writeText(path("rows.jsonl"), "{\"text\": \"abc\"}\n");

        const Json first = planOn("cuda"), second = planOn("cuda:1");

        QCOMPARE(first.at("resolved").at("device"), Json("cuda:0"));
        QCOMPARE(first.at("resolved").at("compute"), Json("bfloat16"));
        QCOMPARE(first.at("available_bytes"), Json(16'000'000'000));
        QVERIFY(first.at("can_start").get<bool>());
        QCOMPARE(second.at("resolved").at("device"), Json("cuda:1"));
        QCOMPARE(second.at("resolved").at("compute"), Json("float16"));
        QVERIFY(second.at("can_start").get<bool>());
        QCOMPARE(planOn("cuda:2").at("error").at("kind"), Json("device_missing"));
    }

    void aMissingWorkingFolderIsNamed() {
        const Ended ended =
            test::run("/bin/sh", {"-c", "d=$(mktemp -d) && cd \"$d\" && rmdir \"$d\" && exec \"$0\" \"$@\"",
                                  path("bin/fettle"), "score", "--json"});

        QCOMPARE(ended.exitCode, 1);
        QCOMPARE(ended.error().at("kind").get<std::string>(), std::string("file_not_found"));
    }

    void missingEngineIsAnError() {
        QVERIFY(QFile::remove(path("bin/fettle-engine")));
        m_environment.insert("FETTLE_TORCH", torch("torch"));

        QVERIFY(engine({"devices"}).err.contains("fettle-engine is not installed"));
    }

private:
    QString path(const QString& name) { return m_folder->filePath(name); }
    // A package that only looks like one.
    QString torch(const QString& folder, const QByteArray& version = "2.11.0+cu130") {
        QDir().mkpath(path(folder + "/lib"));
        test::writeText(path(folder + "/lib/libtorch_cpu.so"), "");
        test::writeText(path(folder + "/version.py"), "__version__ = '" + version + "'\n");
        return path(folder);
    }
    void writeProgram(const QString& name, const QByteArray& text) {
        test::writeText(path(name), text);
        QVERIFY(QFile::setPermissions(path(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }
    Json planOn(const char* device) {
        const Json config = {{"device", device},
                             {"model", {{"path", path("model").toStdString()}}},
                             {"data", {{"train", Json::array({{{"path", path("rows.jsonl").toStdString()}}})}}}};
        test::writeText(path("run.json"), QByteArray::fromStdString(config.dump()));
        return engine({"plan", path("run.json"), "--json"}).json();
    }
    Ended engine(const QStringList& arguments) { return test::run(path("bin/fettle"), arguments, m_environment); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
};

FETTLE_TEST(RunEngineTest)
#include "run_engine_test.moc"

// A run as its user starts, interrupts and resumes it.
#include "core/base/files.h"
#include "core/base/resources.h"
#include "tests/support/pocket_run.h"

#include <QTemporaryDir>

#include <csignal>

using namespace fettle;
using namespace fettle::test;

class TrainVerbTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { writePocketRows(m_folder.filePath("rows.jsonl")); }

    void terminatedAndResumedGivesTheSameAdapter_data() {
        QTest::addColumn<int>("signal");
        QTest::newRow("terminated") << SIGTERM;
        QTest::newRow("interrupted") << SIGINT;
        QTest::newRow("terminal closed") << SIGHUP;
    }
    void terminatedAndResumedGivesTheSameAdapter() {
        QFETCH(const int, signal);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        writeRun(name + " straight");
        writeRun(name);
        QCOMPARE(train(name + " straight").exitCode, 0);

        const Ended interrupted = trainUntilStep(name, 3, signal);
        const Ended resumed = train(name);

        QCOMPARE(interrupted.exitCode, 0);
        QCOMPARE(lastEvent(interrupted).at("reason").get<std::string>(), std::string("stopped"));
        QCOMPARE(resumed.exitCode, 0);
        QCOMPARE(lastEvent(resumed).at("reason").get<std::string>(), std::string("finished"));
        QVERIFY(adapterBytes(run(name)) == adapterBytes(run(name + " straight")));
    }

    void killedAndResumedGivesTheSameAdapter() {
        writeRun("whole");
        writeRun("killed");
        QCOMPARE(train("whole").exitCode, 0);

        (void)trainUntilStep("killed", 5, SIGKILL);

        QCOMPARE(train("killed").exitCode, 0);
        QVERIFY(adapterBytes(run("killed")) == adapterBytes(run("whole")));
    }

    void aResumeDoesNotTokenizeAgain() {
        const auto tokenized = [](const std::string& events) { return events.find("tokenizing") != std::string::npos; };
        writeRun("made");
        writeRun("found");
        QCOMPARE(train("made").exitCode, 0);
        qputenv("FETTLE_CACHE", m_folder.filePath("cache").toUtf8());

        (void)trainUntilStep("found", 3, SIGTERM);
        const std::string firstEvents = readFile(run("found") / "events.jsonl");
        const Ended resumed = train("found");

        qputenv("FETTLE_CACHE", "");
        QCOMPARE(resumed.exitCode, 0);
        QVERIFY(tokenized(firstEvents) && !tokenized(resumed.out.toStdString()));
        QVERIFY(adapterBytes(run("found")) == adapterBytes(run("made")));
    }

    void whatAKilledEngineLeftIsRemoved() {
        writeRun("left");
        const std::filesystem::path left = run("left") / "checkpoints/.step-2.4711-0.tmp";
        makeFolder(left / "adapter");

        QCOMPARE(train("left").exitCode, 0);

        QVERIFY(!std::filesystem::exists(left));
    }

    void endOfInputStopsAnAttachedRun() {
        writeRun("attached");
        const Ended ended = trainUntilStep("attached", 2, 0);

        QCOMPARE(ended.exitCode, 0);
        QCOMPARE(lastEvent(ended).at("reason").get<std::string>(), std::string("stopped"));
    }

    void whatCannotFitDoesNotStart() {
        writeRun("vast");
        Json config = parseJson(readFile(run("vast") / "config.json"), "config");
        config["batch"]["per_device_batch_size"] = 4;
        config["adapter"] = {{"kind", "none"}};
        config["model"] = {{"init",
                            {{"config",
                              {{"model_type", "llama"},
                               {"vocab_size", 2048},
                               {"hidden_size", 65536},
                               {"intermediate_size", 262144},
                               {"num_hidden_layers", 200},
                               {"num_attention_heads", 64},
                               {"max_position_embeddings", 512},
                               {"rms_norm_eps", 1e-5}}},
                             {"tokenizer", (resourceFolder() / "pocket").string()}}}};
        writeJson(run("vast") / "config.json", config);

        const Ended ended = train("vast");

        QCOMPARE(ended.exitCode, 1);
        const Json failed = lastEvent(ended);
        QCOMPARE(failed.at("kind").get<std::string>(), std::string("out_of_memory"));
        QVERIFY(failed.at("hint").get<std::string>().find("batch.per_device_batch_size 2 saves") != std::string::npos);
    }

    void aResultWithoutCheckpointsIsNotReplaced() {
        writeRun("finished");
        Json config = parseJson(readFile(run("finished") / "config.json"), "config");
        config["checkpoint"] = {{"every_steps", -1}, {"keep_best", false}};
        config["duration"] = {{"max_steps", 2}};
        writeJson(run("finished") / "config.json", config);
        QCOMPARE(train("finished").exitCode, 0);
        const std::string events = readFile(run("finished") / "events.jsonl");

        const Ended again = train("finished");

        QCOMPARE(again.exitCode, 1);
        QCOMPARE(again.error().at("kind").get<std::string>(), std::string("already_exists"));
        QVERIFY(readFile(run("finished") / "events.jsonl") == events);
    }

    void secondEngineOnOneRunIsRefused() {
        writeRun("shared");
        QProcess first;
        startAttached(first, "shared");
        QVERIFY(waitForStep(first, 1));

        const Ended second = train("shared");

        QCOMPARE(second.exitCode, 1);
        first.closeWriteChannel();
        QVERIFY(first.waitForFinished(-1));
    }

private:
    void writeRun(const QString& name) {
        QVERIFY(QDir(m_folder.path()).mkpath(name));
        Json config = pocketRun(m_folder.filePath("rows.jsonl"), 24);
        config["checkpoint"] = {{"every_steps", 2}};
        writeJson(run(name) / "config.json", config);
    }

    std::filesystem::path run(const QString& name) const { return m_folder.filePath(name).toStdString(); }

    Ended train(const QString& name) const {
        return fettle::test::fettle({"train", m_folder.filePath(name), "--json"});
    }

    void startAttached(QProcess& process, const QString& name) const {
        process.start(QStringLiteral(FETTLE_BINARIES "/fettle"), {"train", m_folder.filePath(name), "--attached"});
    }

    static bool waitForStep(QProcess& process, int step) {
        while (process.canReadLine() || process.waitForReadyRead(-1))
            while (process.canReadLine()) {
                const Json event = parseJson(process.readLine().toStdString(), "event");
                if (event.at("type") == "step" && event.at("step") == step) return true;
            }
        return false;
    }

    // Signal 0: the end of stdin, as when the window dies.
    Ended trainUntilStep(const QString& name, int step, int signal) const {
        QProcess process;
        startAttached(process, name);
        const bool isThere = waitForStep(process, step);
        if (signal != 0) ::kill(static_cast<pid_t>(process.processId()), signal);
        if (signal == 0) process.closeWriteChannel();
        process.waitForFinished(-1);
        return {isThere && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput(), process.readAllStandardError()};
    }

    static Json lastEvent(const Ended& ended) { return ended.json(ended.lines().size() - 1); }

    QTemporaryDir m_folder;
};

FETTLE_TEST(TrainVerbTest)
#include "train_verb_test.moc"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/run/run_folder.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

using namespace fettle;

class RunFolderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyCompleteCheckpointsCount() {
        const RunFolder run = folder();
        for (const std::string name : {"step-100", "step-20", "step-3.tmp", "step-", "step-007", "step--1", "other"})
            complete(run.path() / "checkpoints" / name);
        makeFolder(run.checkpointFolder(50)); // has no state.json

        QCOMPARE(run.checkpoints(), (std::vector<std::int64_t>{20, 100}));
    }

    void freshRunHasNoCheckpoints() {
        QVERIFY(RunFolder(m_folder.path().toStdString() + "/fresh").checkpoints().empty());
    }

    void onlyWhatAnEngineLeftHalfWrittenIsRemoved() {
        const RunFolder run = folder();
        const std::filesystem::path checkpoints = run.path() / "checkpoints";
        const std::vector<std::filesystem::path> ours = {
            checkpoints / ".step-3.4711-0.tmp", run.path() / ".adapter.1-2.tmp", run.path() / ".model.1-2.tmp"};
        const std::vector<std::filesystem::path> others = {
            checkpoints / ".step-3.tmp",      checkpoints / ".step-x.1-2.tmp", checkpoints / ".step-3.1-2.tmp.keep",
            run.path() / ".adapter.mine.tmp", run.path() / ".notes.1-2.tmp",   checkpoints / "step-3.1-2.tmp"};
        for (const auto& all : {ours, others})
            for (const std::filesystem::path& each : all)
                complete(each);

        run.removeUnfinished();

        for (const std::filesystem::path& each : ours)
            QVERIFY2(!std::filesystem::exists(each), each.c_str());
        for (const std::filesystem::path& each : others)
            QVERIFY2(std::filesystem::exists(each), each.c_str());
    }

    void oldConfigurationsAreKeptInTheirOrder() {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        const RunFolder run(path);

        for (const int seed : {1, 1, 2, 1}) // the same one again is kept once
            run.keepOldConfig({{"seed", seed}});

        QCOMPARE(readJson(path / "config.1.json"), (Json{{"seed", 1}}));
        QCOMPARE(readJson(path / "config.2.json"), (Json{{"seed", 2}}));
        QCOMPARE(readJson(path / "config.3.json"), (Json{{"seed", 1}}));
        QVERIFY(!std::filesystem::exists(path / "config.4.json"));
    }

    void secondLockIsRefusedWhileTheFirstLives() {
        const RunFolder run = folder();
        auto first = run.lock();

        try {
            (void)run.lock();
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::Busy);
        }
        first.reset();
        QVERIFY(run.lock() != nullptr);
    }

    void lockOfAMissingFolderNamesIt() {
        try {
            (void)RunFolder("/nonexistent/run").lock();
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::FileNotFound);
        }
    }

private:
    RunFolder folder() { return RunFolder(m_folder.path().toStdString()); }
    static void complete(const std::filesystem::path& checkpoint) {
        makeFolder(checkpoint);
        writeFileAtomically(checkpoint / "state.json", "{}");
    }
    QTemporaryDir m_folder;
};

FETTLE_TEST(RunFolderTest)
#include "run_folder_test.moc"

#include "core/base/files.h"
#include "core/run/event_log.h"
#include "tests/support/fake_engine.h"
#include "tests/support/test_main.h"
#include "ui/engine/run_registry.h"

#include <QDir>
#include <QSignalSpy>
#include <QThreadPool>

using namespace fettle;
using namespace fettle::test;
using namespace fettle::ui;

namespace {

const QString kForever = "begin 1000000\nsteps 1000000 1";

// A folder of runs and the windows that look at it.
struct Home {
    explicit Home(const QString& script = kForever) { engine.script("train", script); }

    QString add(const char* name, const char* device = "auto") const {
        const RunFolder folder{path(name).toStdString()};
        makeFolder(folder.path());
        RunConfig config;
        config.name = name;
        config.device = device;
        writeJson(folder.configFile(), toJson(config));
        return path(name);
    }
    [[nodiscard]] QString path(const char* name) const { return folder.filePath(name); }

    FakeEngine engine;
    QTemporaryDir folder;
};

struct Window {
    explicit Window(const Home& home) : registry(home.engine.program(), home.folder.path()) {
        QSignalSpy refreshed(&registry.list(), &RunsModel::refreshed);
        registry.refresh();
        if (!refreshed.wait()) qFatal("the folder is not read");
    }
    [[nodiscard]] RunState state(const QString& run) {
        const RunSummary* summary = registry.list().find(run);
        return summary != nullptr ? registry.list().stateOf(*summary) : RunState::Idle;
    }
    [[nodiscard]] QStringList names(const QStringList& folders) const {
        QStringList list;
        for (const QString& folder : folders)
            list << folder.section('/', -1);
        return list;
    }
    [[nodiscard]] QStringList waiting() { return names(registry.queue().folders()); }
    [[nodiscard]] QStringList training() { return names(registry.training()); }

    RunRegistry registry;
};

void stop(Window& window) {
    window.registry.hold();
    for (const QString& run : window.registry.training())
        window.registry.controllerOf(run)->stopAndDiscard();
    QTRY_VERIFY(!window.registry.isTraining());
}

} // namespace

class RunRegistryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void oneTrainsAndTheOthersWait() {
        const Home home;
        for (const char* name : {"a", "b", "c"})
            home.add(name);
        Window window(home);

        for (const char* name : {"a", "b", "a", "c", "b"})
            window.registry.enqueue(home.path(name));

        QCOMPARE(window.training(), QStringList({"a"}));
        QCOMPARE(window.waiting(), QStringList({"b", "c"}));
        QCOMPARE(window.state(home.path("b")), RunState::Queued);
        stop(window);
        QCOMPARE(window.waiting(), QStringList({"b", "c"})); // held
    }

    void theNextStartsWhenOneEnds() {
        const Home home("begin 5\nsteps 5\nend finished");
        Window window(home);
        const QStringList runs = {home.add("a"), home.add("b"), home.add("c")};

        for (const QString& run : runs)
            window.registry.enqueue(run);

        for (const QString& run : runs)
            QTRY_COMPARE(window.state(run), RunState::Finished);
        QVERIFY(window.waiting().isEmpty());
    }

    void aFailureDoesNotHoldTheOthersUp() {
        const Home home("begin 5\ncrash 11");
        Window window(home);
        QSignalSpy failed(&window.registry, &RunRegistry::failed);

        window.registry.enqueue(home.add("a"));
        window.registry.enqueue(home.add("b"));

        QTRY_COMPARE(failed.count(), 2);
    }

    void anotherDeviceIsNotWaitedFor() {
        const Home home;
        home.add("a", "cpu"), home.add("b", "cuda:0"), home.add("c", "cpu"), home.add("d", "auto");
        Window window(home);

        for (const char* name : {"a", "b", "c", "d"})
            window.registry.enqueue(home.path(name));

        QCOMPARE(window.training(), QStringList({"a", "b"}));
        QCOMPARE(window.waiting(), QStringList({"c", "d"}));
        stop(window);
    }

    void aRunThatIsTakenOutIsWhatItWas() {
        const Home home;
        Window window(home);
        window.registry.enqueue(home.add("a"));
        window.registry.enqueue(home.add("b"));
        QTRY_COMPARE(window.state(home.path("b")), RunState::Queued);

        window.registry.unqueue(home.path("b"));

        QCOMPARE(window.state(home.path("b")), RunState::Idle);
        QCOMPARE(window.registry.record(home.path("b"))->state(), RunState::Idle);
        stop(window);
    }

    void aDeletedRunIsForgotten() {
        const Home home("crash 9");
        const QString run = home.add("a");
        Window window(home);
        QSignalSpy removed(&window.registry, &RunRegistry::removed);
        window.registry.enqueue(run);
        QTRY_COMPARE(window.state(run), RunState::Failed);

        window.registry.remove(run);
        QTRY_COMPARE(removed.count(), 1);
        QCOMPARE(window.registry.list().rowCount(), 0);
        home.add("a"); // another run, in a folder of the same name
        window.registry.refresh();

        QTRY_COMPARE(window.registry.list().rowCount(), 1);
        QCOMPARE(window.state(run), RunState::Idle);
        QCOMPARE(window.registry.record(run)->state(), RunState::Idle);
        QVERIFY(!window.registry.record(run)->failure().has_value());
    }

    void aFolderThatVanishesIsSeen() {
        const Home home;
        const QString run = home.add("a");
        home.add("b");
        Window window(home);
        QSignalSpy removed(&window.registry, &RunRegistry::removed);

        QVERIFY(QDir(run).removeRecursively());

        QTRY_COMPARE(removed.count(), 1);
        QCOMPARE(removed.first().first().toString(), run);
        QCOMPARE(window.registry.list().rowCount(), 1);
    }

    void whatAnotherWindowDoesIsSeen() {
        const Home home;
        Window one(home), other(home);
        RunConfig config;
        config.name = "shared";

        other.registry.create(config);
        QTRY_COMPARE(one.registry.list().rowCount(), 1);
        const QString run = one.registry.list().folderAt(0);
        other.registry.enqueue(run);

        QTRY_COMPARE(one.state(run), RunState::Training);
        QVERIFY(one.registry.controllerOf(run) == nullptr);
        QTRY_VERIFY(one.registry.record(run)->data().step > 20);
        other.registry.controllerOf(run)->stopAndSave();
        QTRY_COMPARE(one.state(run), RunState::Stopped);
        QTRY_VERIFY(!one.registry.record(run)->stored().result.isEmpty());
    }

    void aBusyRunIsNotDeleted() {
        const Home home;
        const QString run = home.add("a");
        Window window(home);
        const auto engine = RunFolder(run.toStdString()).lock();
        std::optional<Error> told;
        connect(&window.registry, &RunRegistry::failed, this,
                [&](const QString&, const Error& error) { told = error; });

        window.registry.remove(run);

        QTRY_VERIFY(told.has_value());
        QCOMPARE(told->kind, ErrorKind::Busy);
        QCOMPARE(window.registry.list().rowCount(), 1);
    }

    void aBusyRunIsNotExtended() {
        const Home home;
        const QString run = home.add("a");
        Window window(home);
        const auto engine = RunFolder(run.toStdString()).lock();
        QSignalSpy failed(&window.registry, &RunRegistry::failed);

        window.registry.extend(run, 1, DurationUnit::Epochs);

        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!window.registry.isTraining());
    }

    void warningsAreTold() {
        const Home home(
            "begin 5\nevent {\"type\":\"warning\",\"kind\":\"disk_full\",\"message\":\"Full.\"}\nend finished");
        Window window(home);
        QSignalSpy warned(&window.registry, &RunRegistry::warned);

        window.registry.enqueue(home.add("a"));

        QTRY_COMPARE(warned.count(), 1);
    }

    void theQueueSurvivesTheWindow() {
        const Home home;
        for (const char* name : {"a", "b", "c"})
            home.add(name);
        {
            Window window(home);
            for (const char* name : {"a", "c", "b"})
                window.registry.enqueue(home.path(name));
            stop(window);
        }
        QThreadPool::globalInstance()->waitForDone();

        Window next(home);

        QCOMPARE(next.names(next.registry.left()), QStringList({"a", "c", "b"}));
        next.registry.forgetLeft();
        QVERIFY(next.registry.left().isEmpty());
    }

    void aLivingWindowsQueueIsItsOwn() {
        const Home home;
        home.add("a"), home.add("b");
        Window window(home);
        window.registry.enqueue(home.path("a"));
        window.registry.enqueue(home.path("b"));
        QThreadPool::globalInstance()->waitForDone();

        Window second(home);

        QVERIFY(second.registry.left().isEmpty());
        stop(window);
    }
};

FETTLE_TEST(RunRegistryTest)
#include "run_registry_test.moc"

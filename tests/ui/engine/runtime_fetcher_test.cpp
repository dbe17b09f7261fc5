#include "tests/support/fake_engine.h"
#include "tests/support/test_main.h"
#include "ui/engine/runtime_fetcher.h"

#include <QDir>
#include <QSignalSpy>

using namespace fettle;
using namespace fettle::test;
using namespace fettle::ui;

namespace {

// An engine without LibTorch; fetching runs this command instead of pip's.
struct RuntimeFetcherStage {
    explicit RuntimeFetcherStage(const QString& command) {
        qputenv("XDG_DATA_HOME", home.path().toUtf8());
        engine.script("devices", QStringLiteral("print {\"error\":{\"kind\":\"runtime_missing\",\"facts\":{\"command\":"
                                                "\"%1\"},\"message\":\"Missing.\",\"hint\":\"\"}}\nexit 1")
                                     .arg(command));
    }
    ~RuntimeFetcherStage() { qunsetenv("XDG_DATA_HOME"); }
    [[nodiscard]] bool exists(const char* name) const { return QDir(home.path()).exists(name); }

    QTemporaryDir home;
    FakeEngine engine;
    RuntimeFetcher fetcher{engine.program()};
};

} // namespace

class RuntimeFetcherTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void whatIsThereIsFound() {
        FakeEngine engine;
        RuntimeFetcher fetcher(engine.program());
        QSignalSpy found(&fetcher, &RuntimeFetcher::found);

        fetcher.find();

        QTRY_COMPARE(found.count(), 1);
    }

    void whatIsMissingNamesItsCommand() {
        RuntimeFetcherStage stage("true");
        QSignalSpy missing(&stage.fetcher, &RuntimeFetcher::missing);

        stage.fetcher.find();

        QTRY_COMPARE(missing.count(), 1);
        QCOMPARE(stage.fetcher.command(), "true");
    }

    void fetchingEndsWithAnotherLook() {
        RuntimeFetcherStage stage("true");
        QSignalSpy missing(&stage.fetcher, &RuntimeFetcher::missing);
        QSignalSpy fetched(&stage.fetcher.job(), &Job::succeeded);
        stage.fetcher.find();
        QTRY_COMPARE(missing.count(), 1);

        stage.fetcher.fetch();

        QTRY_COMPARE(fetched.count(), 1);
        QTRY_COMPARE(missing.count(), 2); // the command fetched nothing
    }

    void aFailureTellsTheLastWords() {
        RuntimeFetcherStage stage("echo no network && false");
        QSignalSpy missing(&stage.fetcher, &RuntimeFetcher::missing);
        QSignalSpy failed(&stage.fetcher.job(), &Job::failed);
        stage.fetcher.find();
        QTRY_COMPARE(missing.count(), 1);

        stage.fetcher.fetch();

        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first()[1].toStringList(), QStringList({"no network"}));
    }

    void aCancelledFetchLeavesNothing() {
        RuntimeFetcherStage stage("mkdir -p $XDG_DATA_HOME/fettle/runtime.part && echo begun && sleep 1000");
        QSignalSpy missing(&stage.fetcher, &RuntimeFetcher::missing);
        QSignalSpy cancelled(&stage.fetcher.job(), &Job::cancelled);
        stage.fetcher.find();
        QTRY_COMPARE(missing.count(), 1);
        stage.fetcher.fetch();
        QTRY_VERIFY(stage.exists("fettle/runtime.part"));

        stage.fetcher.job().cancel();

        QTRY_COMPARE(cancelled.count(), 1);
        QVERIFY(!stage.exists("fettle/runtime.part"));
        QVERIFY(!stage.exists("fettle/runtime.download"));
    }

    void pipTellsHowMuchItLoads() {
        QCOMPARE(announcedBytes("  Downloading torch-2.11.0-cp311-cp311-manylinux_2_28_x86_64.whl (530.7 MB)"),
                 quint64{530'700'000});
        QCOMPARE(announcedBytes("  Downloading nvidia_cuda_runtime-13.0.96-py3-none.whl (2.2 MB)"), quint64{2'200'000});
        QCOMPARE(announcedBytes("Collecting torch==2.11.0"), quint64{0});
    }
};

FETTLE_TEST(RuntimeFetcherTest)
#include "runtime_fetcher_test.moc"

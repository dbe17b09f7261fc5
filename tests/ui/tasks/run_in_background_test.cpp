#include "tests/support/test_main.h"
#include "ui/tasks/run_in_background.h"

#include <QSignalSpy>
#include <QThread>

#include <future>

using namespace fettle;
using namespace fettle::ui;

namespace {

const auto ignore = [](const Error&) {};

} // namespace

class RunInBackgroundTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void theValueArrivesOnTheCallersThread() {
        QThread* worker = nullptr;
        QThread* receiver = nullptr;
        int value = 0;

        runInBackground(
            this,
            [&] {
                worker = QThread::currentThread();
                return 42;
            },
            [&](int result) {
                receiver = QThread::currentThread();
                value = result;
            },
            ignore);

        QTRY_COMPARE(value, 42);
        QCOMPARE(receiver, QThread::currentThread());
        QVERIFY(worker != receiver);
    }

    void workWithoutAValueTellsOfItsEnd() {
        bool isDone = false;

        runInBackground(
            this, [] {}, [&] { isDone = true; }, ignore);

        QTRY_VERIFY(isDone);
    }

    void anErrorArrivesAsItWasThrown() {
        std::optional<Error> caught;

        runInBackground(
            this,
            []() -> int {
                throw Error{ErrorKind::DiskFull, "Full."};
            },
            [](int) {}, [&](const Error& error) { caught = error; });

        QTRY_VERIFY(caught.has_value());
        QCOMPARE(caught->kind, ErrorKind::DiskFull);
    }

    void aForeignExceptionIsInternal() {
        std::optional<Error> caught;

        runInBackground(
            this, []() -> int { throw std::runtime_error("what"); }, [](int) {},
            [&](const Error& error) { caught = error; });

        QTRY_VERIFY(caught.has_value());
        QCOMPARE(caught->kind, ErrorKind::Internal);
        QCOMPARE(caught->message, std::string("what"));
    }

    void aCancelledTaskDeliversNothing() {
        std::promise<void> goOn;
        bool isDelivered = false, isLaterDone = false;
        Task task = runInBackground(
            this, [&goOn, future = goOn.get_future().share()] { return future.get(), 1; },
            [&](int) { isDelivered = true; }, [&](const Error&) { isDelivered = true; });

        task.cancel();
        goOn.set_value();
        QVERIFY(backgroundThreads().waitForDone());
        runInBackground(
            this, [] {}, [&] { isLaterDone = true; }, ignore);

        QTRY_VERIFY(isLaterDone);
        QVERIFY(!isDelivered);
    }

    void workSeesItsFlag() {
        std::atomic<bool> hasEnded = false;
        Task task = runInBackground(
            this,
            [&](const CancelFlag& flag) {
                while (!flag.isRequested())
                    QThread::yieldCurrentThread();
                hasEnded = true;
                flag.throwIfRequested();
                return 1;
            },
            [](int) { QFAIL("delivered"); }, [](const Error&) { QFAIL("failed"); });

        task.cancel();

        QTRY_VERIFY(hasEnded.load());
    }

    void workIsCancelledWhenItsContextGoes() {
        std::atomic<bool> hasEnded = false;
        auto context = std::make_unique<QObject>();
        runInBackground(
            context.get(),
            [&](const CancelFlag& flag) {
                while (!flag.isRequested())
                    QThread::yieldCurrentThread();
                hasEnded = true;
            },
            [] {}, ignore);

        context.reset();

        QTRY_VERIFY(hasEnded.load());
    }

    void nothingIsDeliveredToAContextThatIsGone() {
        bool isDelivered = false, isLaterDone = false;
        std::promise<void> goOn;
        auto context = std::make_unique<QObject>();
        runInBackground(
            context.get(), [future = goOn.get_future().share()] { future.wait(); }, [&] { isDelivered = true; },
            ignore);

        context.reset();
        goOn.set_value();
        QVERIFY(backgroundThreads().waitForDone());
        runInBackground(
            this, [] {}, [&] { isLaterDone = true; }, ignore);

        QTRY_VERIFY(isLaterDone);
        QVERIFY(!isDelivered);
    }
};

FETTLE_TEST(RunInBackgroundTest)
#include "run_in_background_test.moc"

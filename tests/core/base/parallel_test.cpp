#include "core/base/parallel.h"

#include "tests/support/test_main.h"

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

using namespace fettle;

class ParallelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachIndexComesOnce() {
        std::vector<std::atomic<int>> visits(1000);

        forEachIndex(1000, {.threads = 4}, [&](std::int64_t i) { ++visits[static_cast<std::size_t>(i)]; });

        for (const auto& count : visits)
            QCOMPARE(count.load(), 1);
    }

    void progressEndsAtAllOfIt() {
        std::vector<std::int64_t> seen;
        const auto note = [&](std::int64_t done, std::int64_t total) { seen.push_back(10'000 * total + done); };

        forEachIndex(100, {.progress = note, .threads = 3}, [](std::int64_t) {});

        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
        QCOMPARE(seen.back(), 1'000'100);
    }

    void theLowestFailureLeaves() {
        for (const int threads : {1, 4}) {
            std::string message;
            try {
                forEachIndex(500, {.threads = threads}, [](std::int64_t i) {
                    if (i == 99 || i == 100 || i == 450) throw std::runtime_error(std::to_string(i));
                });
            } catch (const std::runtime_error& error) {
                message = error.what();
            }
            QCOMPARE(message, std::string("99"));
        }
    }

    void aStopEndsAllThreads() {
        CancelFlag stop;
        std::atomic<int> units = 0;

        QVERIFY_THROWS_EXCEPTION(Cancelled, forEachIndex(100'000, {.stop = &stop, .threads = 4}, [&](std::int64_t) {
                                     if (++units == 10) stop.request();
                                 }));
        QVERIFY(units < 100'000);
    }

    void nothingToDoIsDone() {
        forEachIndex(0, {}, [](std::int64_t) { QFAIL("there is no index"); });
    }
};

FETTLE_TEST(ParallelTest)
#include "parallel_test.moc"

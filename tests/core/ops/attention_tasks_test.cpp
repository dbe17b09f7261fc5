#include "core/ops/attention_tasks.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace fettle::ops;

namespace {

// Two answers to one prompt (rows 0 to 7), and a document of its own.
std::vector<Segment> answersAndADocument() {
    return {{0, 8, 0, {{0, 8, 0}}},
            {8, 12, 8, {{0, 8, 0}, {8, 12, 8}}},
            {20, 30, 0, {{20, 30, 0}}},
            {12, 20, 8, {{0, 8, 0}, {12, 20, 8}}}};
}

} // namespace

class AttentionTasksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneThreadHasOneTask() {
        const auto tasks = attentionTasks(answersAndADocument(), 3, 1);

        QCOMPARE(tasks.size(), std::size_t{1});
        QCOMPARE(tasks[0].groups, 3);
        QCOMPARE(tasks[0].segments.size(), std::size_t{4});
    }

    void whoSeesCommonKeysStaysTogether() {
        const auto tasks = attentionTasks(answersAndADocument(), 3, 2);

        QCOMPARE(tasks.size(), std::size_t{6}); // 2 sets of segments for each of the 3 key heads
        for (std::size_t i = 0; i < tasks.size(); ++i) {
            QCOMPARE(tasks[i].groups, 1);
            QCOMPARE(tasks[i].firstGroup, static_cast<std::int64_t>(i / 2));
            QCOMPARE(tasks[i].segments.size(), i % 2 == 0 ? std::size_t{3} : std::size_t{1});
        }
        QCOMPARE(tasks[1].segments[0].begin, 20);
    }

    void manySegmentsKeepTheirHeadsTogether() {
        std::vector<Segment> documents;
        for (std::int64_t row = 0; row < 80; row += 10)
            documents.push_back({row, row + 10, 0, {{row, row + 10, 0}}});

        const auto tasks = attentionTasks(documents, 3, 2);

        QCOMPARE(tasks.size(), documents.size());
        QVERIFY(std::all_of(tasks.begin(), tasks.end(), [](const AttentionTask& task) { return task.groups == 3; }));
    }
};

FETTLE_TEST(AttentionTasksTest)
#include "attention_tasks_test.moc"

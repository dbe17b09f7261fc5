#include "core/data/shuffle.h"
#include "tests/core/data/documents.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <map>

using namespace fettle;
using namespace fettle::test;

namespace {

// Row i holds i + 1 tokens, all of them i. Kept for as long as the tests run, since plans only look at them.
const std::vector<TokenizedExample>& rows(int count) {
    static std::map<int, std::vector<TokenizedExample>> made;
    std::vector<TokenizedExample>& list = made[count];
    if (!list.empty()) return list;
    for (int i = 0; i < count; ++i) {
        const auto length = static_cast<std::size_t>(i) + 1;
        list.push_back(withOneAnswer(std::vector<TokenId>(length, i), std::vector<std::uint8_t>(length, 1)));
    }
    return list;
}

RunConfig config(std::int64_t batchSize, std::int64_t accumulation, double epochs = 1) {
    RunConfig run;
    run.batch = {.perDeviceBatchSize = batchSize, .gradientAccumulationSteps = accumulation};
    run.duration.numTrainEpochs = epochs;
    run.data.shuffle = false;
    return run;
}

RunConfig shuffled(std::int64_t seed) {
    RunConfig run = config(1, 8);
    run.data.shuffle = true;
    run.seed = seed;
    return run;
}

// Which rows each micro-batch of a step holds.
std::vector<std::vector<TokenId>> rowsOf(const std::vector<MicroBatch>& step) {
    std::vector<std::vector<TokenId>> list;
    for (const MicroBatch& batch : step) {
        list.emplace_back();
        for (const Answer& document : documentsOf(batch.rows, batch.pieces))
            list.back().push_back(document.ids.front());
    }
    return list;
}

using Step = std::vector<std::vector<TokenId>>;

} // namespace

class BatchPlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutShufflingRowsComeInFileOrder() {
        const BatchPlan plan(rows(7), config(2, 2));

        QCOMPARE(rowsOf(plan.step(0)), (Step{{0, 1}, {2, 3}}));
        QCOMPARE(rowsOf(plan.step(1)), (Step{{4, 5}, {6}}));
        QCOMPARE(rowsOf(plan.step(2)), (Step{{0, 1}, {2, 3}}));
    }

    void partialMicroBatchesAndWindowsCount() {
        const BatchPlan plan(rows(9), config(2, 2, 3));

        QCOMPARE(plan.microBatchesPerEpoch(), 5); // ceil(9 / 2)
        QCOMPARE(plan.stepsPerEpoch(), 3);        // ceil(5 / 2)
        QCOMPARE(plan.totalSteps(), 9);
        QCOMPARE(plan.step(2).size(), std::size_t{1});
    }

    void epochsMayBeFractional() {
        QCOMPARE(BatchPlan(rows(8), config(2, 1, 1.3)).totalSteps(), 6); // ceil(1.3 * 4)
    }

    void maxStepsWinsOverEpochs() {
        RunConfig run = config(2, 1, 5);
        run.duration.maxSteps = 3;

        QCOMPARE(BatchPlan(rows(8), run).totalSteps(), 3);
    }

    void withoutRowsThereAreNoSteps() {
        RunConfig run = config(2, 1);
        run.duration.maxSteps = 3;

        QCOMPARE(BatchPlan({}, run).totalSteps(), 0);
    }

    void epochIsTheShareOfMicroBatchesSeen() {
        const BatchPlan plan(rows(9), config(2, 2)); // windows of 2, 2 and 1 micro-batches

        QCOMPARE(plan.epochAfter(0), 0.4);
        QCOMPARE(plan.epochAfter(2), 1.0);
        QCOMPARE(plan.epochAfter(3), 1.4);
        QVERIFY(plan.endsEpoch(2));
        QVERIFY(!plan.endsEpoch(3));
    }

    void shufflingIsAPermutationOfSeedAndEpoch() {
        const BatchPlan plan(rows(8), shuffled(1));
        Step first = rowsOf(plan.step(0));

        QCOMPARE(rowsOf(BatchPlan(rows(8), shuffled(1)).step(0)), first);
        QVERIFY(rowsOf(plan.step(1)) != first);
        QVERIFY(rowsOf(BatchPlan(rows(8), shuffled(2)).step(0)) != first);
        std::sort(first.begin(), first.end());
        QCOMPARE(first, (Step{{0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}}));
    }

    void stepsMayBeAskedForInAnyOrder() {
        const BatchPlan plan(rows(8), shuffled(1));
        const Step first = rowsOf(plan.step(0));
        const Step second = rowsOf(plan.step(1));

        QCOMPARE(rowsOf(plan.step(0)), first);
        QCOMPARE(rowsOf(plan.step(1)), second);
    }

    void theLengthsAreThoseOfTheRun() {
        const BatchPlan plan(rows(5), config(2, 1));

        QCOMPARE(plan.microBatchLengths(), (std::vector<std::int64_t>{3, 5, 7})); // 1 + 2; 5 alone; 3 + 4
        QCOMPARE(plan.tokensPerEpoch(), 15);                                      // 1 + 2 + 3 + 4 + 5
    }

    // Four answers of 8 tokens to the prompt of 3, and of 5 to that of 15, behind which 20 are reached.
    void drawnAnswersCountAtTheirLongest() {
        const std::vector<TokenizedExample> asked = {{.prompt = std::vector<TokenId>(3, 7), .answers = {{}}},
                                                     {.prompt = std::vector<TokenId>(15, 7), .answers = {{}}}};
        RunConfig run = config(2, 1);
        run.data.maxLength = 20;
        run.objective = GrpoObjective{.rollouts = {.numGenerations = 4, .maxCompletionLength = 8, .numIterations = 2}};

        const BatchPlan plan(asked, run);

        QCOMPARE(plan.microBatchLengths(), std::vector<std::int64_t>{3 + 4 * 8 + 15 + 4 * 5});
        QCOMPARE(plan.stepsPerEpoch(), 2); // with the same answers
        QCOMPARE(plan.step(1).at(0).pieces.size(), std::size_t{2});
        QCOMPARE(plan.epochAfter(0), 0.5);
        QCOMPARE(plan.tokensPerEpoch(), 2 * (3 + 4 * 8 + 15 + 4 * 5));
    }

    void aRowWithTwoAnswersCountsItsPromptOnce() {
        const std::vector<TokenizedExample> pair = {
            {.prompt = {1, 2, 3}, .answers = {{.ids = {4, 5}, .trained = {1, 1}}, {.ids = {6}, .trained = {1}}}}};
        const BatchPlan plan(pair, config(1, 1));

        QCOMPARE(plan.tokensPerEpoch(), 6);
        QCOMPARE(targetCount(plan.step(0).at(0)), 3);
    }

    void packedBinsAreTheUnits() {
        RunConfig run = config(2, 1);
        run.data.packing = true;
        run.data.maxLength = 6;

        const BatchPlan plan(rows(6), run); // lengths 6 | 5 1 | 4 2 | 3

        QCOMPARE(plan.unitsPerEpoch(), 4);
        QCOMPARE(rowsOf(plan.step(0)), (Step{{5, 4, 0}}));
    }

    void everyPositionIsEquallyLikely() {
        // 24 orders of 4, 2,400 draws: 100 each with a deviation of sqrt(100); 50 is five of them.
        std::map<std::vector<std::int64_t>, int> seen;
        for (std::uint64_t seed = 0; seed < 2400; ++seed)
            ++seen[permutation(4, seed, 7)];

        QCOMPARE(seen.size(), std::size_t{24});
        for (const auto& [order, times] : seen)
            QVERIFY(std::abs(times - 100) < 50);
    }
};

FETTLE_TEST(BatchPlanTest)
#include "batch_plan_test.moc"

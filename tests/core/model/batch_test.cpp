#include "core/model/batch.h"
#include "tests/support/test_main.h"

#include "core/model/kv_cache.h"

using namespace fettle;

class BatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void documentsLieOneAfterTheOther() {
        const Batch batch = makeBatch({{5, 6, 7}, {8, 9}}, at::kCPU);

        QVERIFY(at::equal(batch.tokens_N, at::tensor({5, 6, 7, 8, 9}, at::kLong)));
        QVERIFY(at::equal(batch.positions_N, at::tensor({0, 1, 2, 0, 1}, at::kLong)));
        QVERIFY(at::equal(batch.sequence_N, at::tensor({0, 0, 0, 1, 1}, at::kLong)));
        QCOMPARE(batch.sequences, 2);
        QCOMPARE(batch.maxPosition, 3);
    }

    void eachDocumentSeesItself() {
        const Batch batch = makeBatch({{5, 6, 7}, {8, 9}}, at::kCPU);

        const ops::Segment& second = batch.segments->list().at(1);
        QCOMPARE(batch.segments->list().size(), std::size_t{2});
        QCOMPARE(second.begin, 3);
        QCOMPARE(second.end, 5);
        QCOMPARE(second.position, 0);
        QCOMPARE(second.keys.size(), std::size_t{1});
        QCOMPARE(second.keys[0].begin, 3);
        QCOMPARE(second.keys[0].end, 5);
    }

    void anEmptyDocumentKeepsItsNumber() {
        const Batch batch = makeBatch({{5}, {}, {8}}, at::kCPU);

        QVERIFY(at::equal(batch.sequence_N, at::tensor({0, 2}, at::kLong)));
        QCOMPARE(batch.sequences, 3);
        QCOMPARE(batch.segments->list().size(), std::size_t{2});
    }

    void answersSeeTheirPromptAndThemselves() {
        BatchBuilder builder;
        const std::vector<std::int32_t> prompt = {5, 6, 7}, chosen = {8, 9}, rejected = {4};
        QCOMPARE(builder.addPrompt(prompt), 0);
        QCOMPARE(builder.addAnswer(chosen), 3);
        QCOMPARE(builder.addAnswer(rejected), 5);
        const Batch batch = builder.build(at::kCPU);

        QVERIFY(at::equal(batch.positions_N, at::tensor({0, 1, 2, 3, 4, 3}, at::kLong)));
        QVERIFY(at::equal(batch.sequence_N, at::zeros({6}, at::kLong)));
        QCOMPARE(batch.maxPosition, 5);
        const ops::Segment& last = batch.segments->list().at(2);
        QCOMPARE(batch.segments->list().size(), std::size_t{3});
        QCOMPARE(last.position, 3);
        QCOMPARE(last.keys.size(), std::size_t{2});
        QCOMPARE(last.keys[0].end, 3); // the prompt, not the other answer
        QCOMPARE(last.keys[1].begin, 5);
        QCOMPARE(last.keys[1].position, 3);
    }

    void aPromptAndItsOnlyAnswerAreOneStretch() {
        BatchBuilder builder;
        const std::vector<std::int32_t> prompt = {5, 6, 7}, answer = {8, 9};
        builder.addPrompt(prompt);
        builder.addAnswer(answer);
        const Batch batch = builder.build(at::kCPU);

        QCOMPARE(batch.segments->list().size(), std::size_t{1});
        QCOMPARE(batch.segments->list().at(0).end, 5);
    }

    void aGrownCacheKeepsItsRows() {
        KvCache cache({.layers = {{.attention = {.kvHeads = 1, .headDim = 2}}}}, 2, 3, at::kFloat, at::kCPU);
        cache.keys(0)[cache.row(1, 2)].fill_(7);

        cache.grow(3, 5);

        QCOMPARE(cache.keys(0).sizes(), (at::IntArrayRef{15, 1, 2}));
        QVERIFY(at::equal(cache.keys(0)[cache.row(1, 2)], at::full({1, 2}, 7.0)));
        QCOMPARE(cache.keys(0).sum().item<double>(), 14.0);
    }
};

FETTLE_TEST(BatchTest)
#include "batch_test.moc"

#include "core/base/error.h"
#include "tests/core/data/small_tokenizer.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

Example example(Row row, std::int64_t line) {
    return {.row = std::move(row), .origin = {.file = "/data/rows.jsonl", .line = line}};
}

Example turns(const char* messages, std::int64_t line) {
    return example(ChatRow{.messages = Json::parse(messages)}, line);
}

// <s> Once upon a time </s>: ids 1, 403, 407, 261, 378, 2.
const Example kSixTokens = example(TextRow{"Once upon a time"}, 1);

} // namespace

class TokenizeSetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!std::filesystem::exists(kTokenizerFolder)) QSKIP("no fixtures: set FETTLE_FIXTURES");
    }

    void countsOfUsedRows() {
        const auto set = tokenizeSet({kSixTokens, kSixTokens}, plainRules());

        QCOMPARE(sequenceOf(set.rows.at(0)).ids, (std::vector<TokenId>{1, 403, 407, 261, 378, 2}));
        QCOMPARE(set.counts.read, 2);
        QCOMPARE(set.counts.used, 2);
        QCOMPARE(set.counts.tokens, 12);
        QCOMPARE(set.counts.trainedTokens, 10); // nothing predicts the first of each
        QVERIFY(set.problems.empty());
    }

    void longRowsKeepTheirStart() {
        TokenizeRules rules = plainRules();
        rules.maxLength = 4;

        const auto set = tokenizeSet({kSixTokens}, rules);

        QCOMPARE(sequenceOf(set.rows.at(0)).ids, (std::vector<TokenId>{1, 403, 407, 261}));
        QCOMPARE(sequenceOf(set.rows.at(0)).trained.size(), std::size_t{4});
        QCOMPARE(set.counts.cut, 1);
        QCOMPARE(set.problems.at(0).reason, std::string("Line 1 of rows.jsonl was cut from 6 tokens to max_length."));
    }

    void rowsThatPackingSplitsAreNotCut() {
        TokenizeRules rules = plainRules();
        rules.maxLength = 4;
        rules.keepOverflow = true;

        const auto set = tokenizeSet({kSixTokens}, rules);

        QCOMPARE(sequenceOf(set.rows.at(0)).ids.size(), std::size_t{6});
        QCOMPARE(set.counts.cut, 0);
    }

    void rowsWhoseTargetsAreCutOffAreDropped() {
        TokenizeRules rules = plainRules();
        rules.maxLength = 4;

        const auto set = tokenizeSet({example(PromptCompletionRow{"Once upon a time", " there"}, 3)}, rules);

        QCOMPARE(set.counts.dropped, 1);
        QCOMPARE(set.counts.cut, 0);
        QCOMPARE(set.problems.at(0).reason,
                 std::string("Line 3 of rows.jsonl has no trained token within max_length."));
    }

    void rowsWithoutAnAnswerAreDropped() {
        const auto set = tokenizeSet({turns(R"([{"role": "user", "content": "Hi"}])", 2)}, chatRules());

        QCOMPARE(set.counts.dropped, 1);
        QCOMPARE(set.problems.at(0).reason, std::string("Line 2 of rows.jsonl has no token to train on."));
    }

    void rowsThatTheTemplateRefusesAreDropped() {
        TokenizeRules rules = plainRules();
        rules.chatTemplate = ChatTemplate::parse("{{ raise_exception('Roles must alternate.') }}");

        const auto set = tokenizeSet({turns(R"([{"role": "user", "content": "Hi"}])", 5), kSixTokens}, rules);

        QCOMPARE(set.counts.read, 2);
        QCOMPARE(set.counts.used, 1);
        QCOMPARE(set.counts.dropped, 1);
        QVERIFY(set.problems.at(0).reason.starts_with("Line 5 of rows.jsonl does not fit the chat template: "));
        QVERIFY(set.problems.at(0).reason.find("Roles must alternate") != std::string::npos);
    }

    void aMissingTemplateIsNoRowsFault() {
        const std::vector<Example> rows = {turns(R"([{"role": "user", "content": "Hi"}])", 1)};

        QVERIFY_EXCEPTION_THROWN((void)tokenizeSet(rows, plainRules()), Error);
    }

    void rowsWithAnotherNumberOfAnswersAreDropped() {
        TokenizeRules pairs = plainRules();
        pairs.answers = 2;
        const std::vector<Example> rows = {kSixTokens, example(PairRow{"Once upon", " a time", " there"}, 2)};

        const auto single = tokenizeSet(rows, plainRules()), compared = tokenizeSet(rows, pairs);

        QCOMPARE(single.rows.size(), std::size_t{1});
        QCOMPARE(single.problems.at(0).origin.line, 2);
        QCOMPARE(compared.rows.size(), std::size_t{1});
        QCOMPARE(compared.problems.at(0).reason,
                 std::string("Line 1 of rows.jsonl has one answer, and this objective compares two."));
    }

    void eachAnswerIsCutBehindThePrompt() {
        TokenizeRules rules = plainRules();
        rules.answers = 2;
        rules.maxLength = 5; // <s> Once upon + 2 of each answer
        const auto set = tokenizeSet({example(PairRow{"Once upon", " a time", " there was a cat"}, 1)}, rules);

        QCOMPARE(set.rows.at(0).prompt.size(), std::size_t{3});
        QCOMPARE(set.rows.at(0).answers.at(0).ids.size(), std::size_t{2});
        QCOMPARE(set.rows.at(0).answers.at(1).trained.size(), std::size_t{2});
        QCOMPARE(set.counts.tokens, 7); // the prompt once
        QCOMPARE(set.counts.trainedTokens, 4);
    }

    void aPromptThatFillsTheLengthDropsItsPair() {
        TokenizeRules rules = plainRules();
        rules.answers = 2;
        rules.maxLength = 3;

        QCOMPARE(tokenizeSet({example(PairRow{"Once upon", " a time", " there"}, 1)}, rules).counts.dropped, 1);
    }

    void progressCountsEveryRow() {
        std::vector<std::int64_t> seen;

        const auto note = [&](std::int64_t done, std::int64_t total) { seen.insert(seen.end(), {done, total}); };
        (void)tokenizeSet({kSixTokens, kSixTokens}, plainRules(), {.progress = note, .threads = 1});

        QCOMPARE(seen, (std::vector<std::int64_t>{1, 2, 2, 2}));
    }

    void theNumberOfThreadsChangesNothing() {
        std::vector<Example> rows;
        for (int i = 0; i < 500; ++i)
            rows.push_back(i % 7 == 0 ? turns(R"([{"role": "user", "content": "Hi"}])", i + 1) : kSixTokens);

        const auto one = tokenizeSet(rows, chatRules(), {.threads = 1});
        const auto several = tokenizeSet(rows, chatRules(), {.threads = 5});

        QCOMPARE(several.rows.size(), one.rows.size());
        for (std::size_t i = 0; i < one.rows.size(); ++i)
            QVERIFY(several.rows[i].origin.line == one.rows[i].origin.line &&
                    several.rows[i].answers.front().ids == one.rows[i].answers.front().ids);
        QCOMPARE(several.problems.size(), one.problems.size());
        for (std::size_t i = 0; i < one.problems.size(); ++i)
            QCOMPARE(several.problems[i].reason, one.problems[i].reason);
        QCOMPARE(several.counts.dropped, one.counts.dropped);
    }
};

FETTLE_TEST(TokenizeSetTest)
#include "tokenize_set_test.moc"

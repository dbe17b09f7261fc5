// Rows as methods read them that draw their answers from the model (trl/trainer/grpo_trainer.py).
#include "tests/core/data/rows_on_disk.h"
#include "tests/core/data/small_tokenizer.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

class PromptRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!std::filesystem::exists(kTokenizerFolder)) QSKIP("no fixtures: set FETTLE_FIXTURES");
    }

    void thePromptIsAskedAsItIsWritten() {
        const TokenizedSet set = prepared(R"({"prompt": "Once upon", "completion": " a time"})");

        QCOMPARE(set.rows.at(0).prompt, smallTokenizer()->encode("Once upon", SpecialTokens::Add).ids);
        QCOMPARE(smallTokenizer()->decode(set.rows.at(0).answers.at(0).ids, SpecialText::Skip), std::string(" a time"));
        QCOMPARE(set.counts.trainedTokens, 0); // of the row
    }

    void aConversationIsAskedUpToItsLastAnswer() {
        const TokenizedSet set =
            prepared(R"({"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Yes"},)"
                     R"( {"role": "user", "content": "Who"}, {"role": "assistant", "content": "Me"}]})",
                     "{% for m in messages %}{{ m.content }}|{% endfor %}{% if add_generation_prompt %}>{% endif %}");

        QCOMPARE(smallTokenizer()->decode(set.rows.at(0).prompt, SpecialText::Keep), std::string("Hi|Yes|Who|>"));
        QCOMPARE(smallTokenizer()->decode(set.rows.at(0).answers.at(0).ids, SpecialText::Skip), std::string("Me"));
    }

    void whatCannotBeAskedIsLeftOut_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("kind");
        QTest::newRow("text") << R"({"text": "Once upon a time"})"
                              << "no_prompt";
        QTest::newRow("empty prompt") << R"({"prompt": "", "completion": "a time"})"
                                      << "no_prompt";
        QTest::newRow("no answer") << R"({"prompt": "Once", "completion": ""})"
                                   << "no_reference";
        QTest::newRow("pair") << R"({"prompt": "Once", "chosen": "a", "rejected": "b"})"
                              << "two_answers";
        const QString prompt = QStringLiteral("Once upon a time ").repeated(20);
        QTest::newRow("long") << QStringLiteral("{\"prompt\": \"%1\", \"completion\": \"a\"}").arg(prompt)
                              << "long_prompt";
    }
    void whatCannotBeAskedIsLeftOut() {
        QFETCH(QString, line);
        QFETCH(QString, kind);

        const TokenizedSet set = prepared(line.toUtf8().constData());

        QCOMPARE(set.counts.dropped, 1);
        QCOMPARE(QString::fromStdString(std::string(wireName(set.problems.at(0).kind))), kind);
    }

    void anAnswerIsNotNeededWhereNothingIsCompared() {
        const char* line = R"({"prompt": "Once", "completion": ""})";
        QCOMPARE(prepared(line, {}, {.rewards = {.rewardFuncs = {"length"}, .softPunishCache = 2}}).counts.used, 1);
    }

private:
    TokenizedSet prepared(const char* line, const std::string& chatTemplate = {}, RolloutConfig rollouts = {}) {
        rollouts.maxCompletionLength = 8;
        RunConfig config;
        config.data.train = {m_disk.file("a.jsonl", line)};
        config.data.validationSplit = 0;
        config.data.maxLength = 64;
        config.objective = GrpoObjective{.rollouts = rollouts};
        const auto read = chatTemplate.empty() ? std::nullopt : std::optional(ChatTemplate::parse(chatTemplate));
        return prepareData(config, smallTokenizer(), read).train;
    }

    RowsOnDisk m_disk;
};

FETTLE_TEST(PromptRowsTest)
#include "prompt_rows_test.moc"

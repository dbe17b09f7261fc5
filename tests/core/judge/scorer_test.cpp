#include "core/judge/scorer.h"

#include "core/base/error.h"
#include "tests/support/test_main.h"

#include <vector>

using namespace fettle;

class ScorerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judges_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<double>("score");
        const auto row = [](const char* name, const char* kind, const char* expected, const char* answer,
                            double score) { QTest::newRow(name) << kind << expected << answer << score; };
        row("to the letter", "exact_match", "Paris", " Paris\n", 1);
        row("another letter", "exact_match", "Paris", "paris", 0);
        row("within", "contains", "Paris", "It is PARIS, of course.", 1);
        row("not within", "contains", "Paris", "It is Rome.", 0);
        row("the last number", "numeric", "so 3 + 4 = 7\n#### 7", "3 and 4 make 7.", 1);
        row("another number last", "numeric", "7", "7, not 8", 0);
        row("thousands", "numeric", "#### 1,234,567", "$1234567", 1);
        row("the same number otherwise", "numeric", "0.5", "0.50", 1);
        row("a negative number", "numeric", "-3", "3", 0);
        row("a list is no thousands", "numeric", "2", "1,2", 1);
        row("no number", "numeric", "7", "seven", 0);
        row("a label", "choice", "B", "(b) because", 1);
        row("a longer word", "choice", "B", "Because", 0);
        row("a label of two words", "choice", "not sure", "Not sure.", 1);
        row("the same JSON", "json", R"({"a": 1, "b": [2]})", "```json\n{\"b\":[2],\"a\":1}\n```", 1);
        row("other JSON", "json", R"({"a": 1})", R"({"a": 2})", 0);
        row("no JSON", "json", R"({"a": 1})", "a is 1", 0);
        // rouge_score: RougeScorer(['rougeL']).score(expected, answer)['rougeL'].fmeasure
        row("words in common", "rouge_l", "The quick brown fox jumps over the lazy dog",
            "The quick brown dog jumps on the log.", 2 * 5.0 / 17);
        row("no word in common", "rouge_l", "one two", "three", 0);
        row("in every script", "rouge_l", "Петух живёт", "петух ЖИВЁТ у озера", 2 * 2.0 / 6);
    }

    void judges() {
        QFETCH(QString, kind);
        QFETCH(QString, expected);
        QFETCH(QString, answer);
        QFETCH(double, score);

        QCOMPARE(makeScorer(kind.toStdString())->score(expected.toStdString(), answer.toStdString()), score);
    }

    void aPatternIsFound() {
        const auto scorer = makeScorer("regex", R"(\byes\b)");

        QCOMPARE(scorer->score("", "well, yes."), 1.0);
        QCOMPARE(scorer->score("", "yesterday"), 0.0);
    }

    void whatCannotBeMadeIsSaid_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("pattern");
        QTest::newRow("unknown") << "bleu"
                                 << "";
        QTest::newRow("without its pattern") << "regex"
                                             << "";
        QTest::newRow("a broken pattern") << "regex"
                                          << "(";
    }

    void whatCannotBeMadeIsSaid() {
        QFETCH(QString, kind);
        QFETCH(QString, pattern);
        try {
            (void)makeScorer(kind.toStdString(), pattern.toStdString());
            QFAIL("it was made");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::BadUsage);
            QVERIFY(!error.hint.empty());
        }
    }

    void guesses_data() {
        QTest::addColumn<QStringList>("expected");
        QTest::addColumn<QString>("kind");
        QTest::newRow("numbers") << QStringList{"12", " -3.5", "$1,200"} << "numeric";
        QTest::newRow("reasoned numbers") << QStringList{"1 + 1 = 2\n#### 2", "#### 1,000"} << "numeric";
        QTest::newRow("labels") << QStringList{"A", "B", "A", "B", "B", "A"} << "choice";
        QTest::newRow("short answers") << QStringList{"Rooster lives by the lake.", "Memi is a baker."}
                                       << "exact_match";
        QTest::newRow("JSON") << QStringList{R"({"a": 1})", "[1, 2]"} << "json";
        QTest::newRow("long answers") << QStringList{"one two three four five six seven eight nine", "one"}
                                      << "rouge_l";
        QTest::newRow("nothing") << QStringList{} << "exact_match";
    }

    void guesses() {
        QFETCH(QStringList, expected);
        QFETCH(QString, kind);
        std::vector<std::string> texts;
        for (const QString& text : expected)
            texts.push_back(text.toStdString());

        QCOMPARE(QString::fromStdString(std::string(guessScorer(texts))), kind);
    }
};

FETTLE_TEST(ScorerTest)
#include "scorer_test.moc"

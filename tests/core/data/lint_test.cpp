#include "core/data/lint.h"

#include "tests/core/data/rows_on_disk.h"
#include "tests/core/data/small_tokenizer.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace fettle;
using fettle::test::RowsOnDisk;

namespace {

QStringList messages(const std::vector<Finding>& findings) {
    QStringList texts;
    for (const Finding& finding : findings)
        texts << QString::fromStdString(messageOf(finding));
    return texts;
}

const Finding* ofKind(const std::vector<Finding>& findings, FindingKind kind) {
    const auto found = std::ranges::find(findings, kind, &Finding::kind);
    return found == findings.end() ? nullptr : &*found;
}

std::vector<std::int64_t> linesOf(const Finding& finding) {
    std::vector<std::int64_t> lines;
    for (const RowOrigin& place : finding.places)
        lines.push_back(place.line);
    return lines;
}

std::string pairLine(const std::string& prompt, const std::string& chosen, const std::string& rejected) {
    return toLine(Json{{"prompt", prompt}, {"chosen", chosen}, {"rejected", rejected}}) + "\n";
}

std::string answerLine(const std::string& prompt, const std::string& completion) {
    return toLine(Json{{"prompt", prompt}, {"completion", completion}}) + "\n";
}

} // namespace

class LintTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasANameOfItsOwn() {
        for (int i = 0; i < kFindingKinds; ++i) {
            const auto kind = static_cast<FindingKind>(i);
            QCOMPARE(textsOf(kind).kind, kind);
            QCOMPARE(findingNamed(wireName(kind)), kind);
            QVERIFY(*textsOf(kind).one != '\0' && *textsOf(kind).hint != '\0');
            QVERIFY2(std::string_view(textsOf(kind).many).find("%n") != std::string_view::npos, wireName(kind).data());
        }
        QCOMPARE(findingNamed("something else"), FindingKind::Unreadable);
    }

    void duplicatesEmptyAndEchoedAnswersAreFound() {
        const auto findings = found(answerLine("a", "b") + answerLine("c", " \n") + answerLine("a", "b") +
                                    answerLine("say it", "say it") + answerLine("a", "b"));

        QCOMPARE(messages(findings), QStringList({"One answer is empty.",
                                                  "One answer repeats its question word for "
                                                  "word.",
                                                  "2 rows stand in the file already."}));
        QCOMPARE(linesOf(findings.at(0)), std::vector<std::int64_t>({2}));
        QCOMPARE(linesOf(findings.at(2)), std::vector<std::int64_t>({3, 5}));
    }

    void whatWeighsMostComesFirst() {
        const auto findings = found(answerLine("a", "b") + answerLine("a", "b") + answerLine("a", "b") +
                                    answerLine("c", "") + "{broken\n{\"prompt\": 3}\n{\"prompt\": 4}\n");

        QCOMPARE(messages(findings),
                 QStringList({"2 rows lack a text that the format needs, \"prompt\" for one, and are left out.",
                              "One row is not valid JSON and is left out.", "One answer is empty.",
                              "2 rows stand in the file already."}));
    }

    void everyBadRowIsCountedBeyondTheListsEnd() {
        std::string lines = answerLine("a", "b");
        for (int i = 0; i < 1500; ++i)
            lines += "{}\n";
        lines += "{broken\n";

        const auto findings = found(lines);

        QCOMPARE(findings.at(0).rows, 1500);
        QCOMPARE(findings.at(0).places.size(), kPlacesKept);
        QCOMPARE(findings.at(1).kind, FindingKind::NotJson);
    }

    void badTurnsAreToldByWhatIsWrong() {
        const auto findings = found("{\"messages\": [{\"role\": \"user\", \"content\": \"a\"}]}\n"
                                    "{\"messages\": [{\"role\": \"user\"}]}\n"
                                    "{\"messages\": [{\"role\": \"user\", \"content\": [{\"type\": \"image\"}]}]}\n");

        QCOMPARE(ofKind(findings, FindingKind::UnreadableTurn)->facts.at("detail"), std::string("content"));
        QCOMPARE(ofKind(findings, FindingKind::PartWithoutText)->facts.at("detail"), std::string("\"image\""));
    }

    void anUnknownSpeakerIsNamed() {
        const auto findings = found("{\"conversations\": [{\"from\": \"human\", \"value\": \"a\"}]}\n"
                                    "{\"conversations\": [{\"from\": \"narrator\", \"value\": \"a\"}]}\n");

        QCOMPARE(messages(findings), QStringList({"In one row \"narrator\" speaks, who is not known, and the row is "
                                                  "left out."}));
    }

    void identicalPairsAreFound() {
        const auto findings = found(pairLine("p", "c", "r") + pairLine("p", "c", "c") + pairLine("q", "x", "x"));

        QCOMPARE(findings.at(0).kind, FindingKind::IdenticalPair);
        QCOMPARE(linesOf(findings.at(0)), std::vector<std::int64_t>({2, 3}));
    }

    // 15 of 20 is three quarters; 14 are not.
    void aBiasOfLengthIsFoundWhereThreeQuartersAreLonger() {
        const auto pairs = [](int longer) {
            std::string lines;
            for (int i = 0; i < 20; ++i)
                lines += pairLine(std::to_string(i), i < longer ? "long answer" : "no", "short");
            return lines;
        };

        const auto biased = found(pairs(15));

        QCOMPARE(messages(biased), QStringList({"In 75 % of 20 pairs the better answer is the longer one: the model "
                                                "may learn length instead of quality."}));
        QVERIFY(found(pairs(14)).empty());
    }

    // Four characters of two bytes each are shorter than five of one.
    void lengthIsCountedInCharacters() {
        std::string lines;
        for (int i = 0; i < 20; ++i)
            lines += pairLine(std::to_string(i), "\u00e9\u00e9\u00e9\u00e9", "short");

        QVERIFY(found(lines).empty());
    }

    // <s> Once upon a time </s>: 6 tokens; the completion is "a time" and what follows.
    void cutAnswersAreToldFromCutRows() {
        TokenizeRules rules = test::plainRules();
        rules.maxLength = 4;

        const auto answers = lint(read(answerLine("Once upon", " a time")), rules);
        const auto texts = lint(read("{\"text\": \"Once upon a time\"}\n"), rules);

        QCOMPARE(messages(answers.findings), QStringList({"One row is longer than 4 tokens: its answer loses its "
                                                          "end."}));
        QCOMPARE(answers.findings.at(0).facts.at("longest"), std::string("6"));
        QCOMPARE(messages(texts.findings), QStringList({"One row is longer than 4 tokens and is cut."}));
        QCOMPARE(texts.figures.counts.cut, 1);
        QCOMPARE(texts.figures.lengths, std::vector<std::int32_t>({6}));
    }

    void aPairIsCutWhereItsLongestAnswerIs() {
        TokenizeRules rules = test::plainRules();
        rules.answers = 0;
        const std::int64_t longest = lint(read(pairLine("Once upon", " a time", " a")), rules).figures.lengths.at(0);
        rules.maxLength = longest;
        QVERIFY(lint(read(pairLine("Once upon", " a time", " a")), rules).findings.empty());

        rules.maxLength = longest - 1;
        const auto cut = lint(read(pairLine("Once upon", " a time", " a")), rules);

        QCOMPARE(cut.findings.at(0).kind, FindingKind::CutAnswer);
        QCOMPARE(cut.figures.counts.cut, 1);
    }

    void figuresAreThoseOfARun() {
        TokenizeRules rules = test::plainRules();
        rules.maxLength = 5;
        const DatasetFile file = read(answerLine("Once upon", " a time") + answerLine("a", "b") + "{broken\n");

        const DataFigures figures = lint(file, rules).figures;

        RowCounts run = tokenizeSet(file.examples, rules).counts;
        run.read += 1;
        run.dropped += 1;
        QCOMPARE(figures.counts, run);
    }

    void itsJsonHasKindLevelLinesAndBothSentences() {
        const Json json = toJson(found(answerLine("a", "b") + answerLine("c", "")).at(0));

        QCOMPARE(json.at("kind"), "empty_answer");
        QCOMPARE(json.at("level"), "warning");
        QCOMPARE(json.at("rows"), 1);
        QCOMPARE(json.at("lines"), Json::array({2}));
        QCOMPARE(json.at("message"), "One answer is empty.");
        QVERIFY(!json.at("hint").get<std::string>().empty());
    }

private:
    DatasetFile read(const std::string& lines) const { return readDataset(m_disk.file("a.jsonl", lines)); }
    std::vector<Finding> found(const std::string& lines) const { return lint(read(lines)); }

    RowsOnDisk m_disk;
};

FETTLE_TEST(LintTest)
#include "lint_test.moc"

// CSV and TSV (RFC 4180): https://www.rfc-editor.org/rfc/rfc4180
#include "core/base/error.h"
#include "core/data/row_source.h"
#include "tests/core/data/rows_on_disk.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

class SeparatedValuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quotesHoldSeparatorsLineEndsAndQuotes() {
        const auto rows =
            rowsOf("a.csv", "q,a\r\n\"one, two\",\"he said \"\"no\"\"\"\r\n\"two\nlines\",plain \"x\" y\r\n");

        QCOMPARE(rows, (std::vector<Json>{{{"q", "one, two"}, {"a", "he said \"no\""}},
                                          {{"q", "two\nlines"}, {"a", "plain \"x\" y"}}}));
    }

    void blankLinesAMarkAndAMissingLastLineEndDoNotMatter() {
        const auto rows = rowsOf("a.CSV", "\xEF\xBB\xBFtext\r\r\none\n\n\ntwo");

        QCOMPARE(rows, (std::vector<Json>{{{"text", "one"}}, {{"text", "two"}}}));
    }

    void emptyCellsAreAbsent() {
        QCOMPARE(rowsOf("a.csv", "a,b,c\n,\"\",\n"),
                 (std::vector<Json>{{{"a", nullptr}, {"b", nullptr}, {"c", nullptr}}}));
    }

    void tabsAndSemicolonsSeparate() {
        const std::vector<Json> wanted = {{{"a", "1,5"}, {"b", "2"}}};

        QCOMPARE(rowsOf("a.tsv", "a\tb\n1,5\t2\n"), wanted);
        QCOMPARE(rowsOf("a.csv", "a;b\n1,5;2\n"), wanted);
    }

    void turnsAreWrittenAsJson() {
        const DatasetFile read = readDataset(
            m_disk.file("a.csv", "messages\n\"[{\"\"role\"\": \"\"user\"\", \"\"content\"\": \"\"hi\"\"}]\"\n"));

        QCOMPARE(read.format, std::string("messages"));
        QCOMPARE(std::get<ChatRow>(read.examples.at(0).row).messages,
                 Json::parse(R"([{"role": "user", "content": "hi"}])"));
    }

    void otherTextsInBracketsStayTexts() {
        for (const char* text : {"[INST] hi", "[1]", "{\"a\": 1}", "{", "[]"})
            QCOMPARE(rowsOf("a.tsv", std::string("text\n") + text + "\n"), (std::vector<Json>{{{"text", text}}}));
    }

    void verdictsAndNumbersMayBeTexts() {
        const DatasetFile judged =
            readDataset(m_disk.file("a.csv", "prompt,completion,label\np,c,True\np,c,false\np,c,1\np,c,maybe\n"));
        const DatasetFile pairs =
            readDataset(m_disk.file("b.csv", "prompt,chosen,rejected,margin\np,c,r,0.25\np,c,r,\np,c,r,1x\n"));

        QCOMPARE(judged.format, std::string("unpaired_preference"));
        QCOMPARE(judged.examples.size(), std::size_t{3});
        QVERIFY(!std::get<JudgedRow>(judged.examples[1].row).isDesirable);
        QVERIFY(std::get<JudgedRow>(judged.examples[2].row).isDesirable);
        QCOMPARE(std::get<PairRow>(pairs.examples.at(0).row).margin, 0.25);
        QCOMPARE(std::get<PairRow>(pairs.examples.at(1).row).margin, 0.0);
        QCOMPARE(pairs.problems.at(0).kind, FindingKind::BadNumber);
    }

    void raggedRowsAreProblems() {
        const DatasetFile read = readDataset(m_disk.file("a.csv", "prompt,completion\np,c\np\np,\"c\nc\",x\n\np,c\n"));

        QCOMPARE(read.examples.size(), std::size_t{2});
        QCOMPARE(read.examples[1].origin.line, 7);
        QCOMPARE(read.badRows.at(FindingKind::RaggedRow), 2);
        QCOMPARE(read.problems[0].reason, std::string("Line 3 of a.csv has 1 cell where the header has 2."));
        QCOMPARE(read.problems[1].reason, std::string("Line 4 of a.csv has 3 cells where the header has 2."));
    }

    // A stray quote must not take the rows behind it along.
    void anOpenQuoteCostsItsLineOnly() {
        for (const char* stray : {"\"open", "\"open\"x", "\"open\"\""}) {
            const DatasetFile read =
                readDataset(m_disk.file("a.csv", std::string("prompt,completion\np,") + stray + "\np,\"c\"\np,c\n"));

            QCOMPARE(read.examples.size(), std::size_t{2});
            QCOMPARE(read.problems.at(0).origin.line, 2);
            QCOMPARE(read.problems.at(0).reason,
                     std::string("Line 2 of a.csv has a quote that does not close at the end of a cell."));
        }
    }

    void quotesThatNeverCloseTakeTimeInProportion() {
        std::string text = "text\n";
        for (int i = 0; i < 200'000; ++i)
            text += "\"open\n";

        QVERIFY_EXCEPTION_THROWN((void)readDataset(m_disk.file("a.csv", text)), Error);
    }

    void cellsThatAreNoTextAreNamed() {
        const DatasetFile read = readDataset(m_disk.file("a.csv", "text\none\n\xE9t\xE9\nthree\n"));

        QCOMPARE(read.problems.at(0).reason, std::string("Line 3 of a.csv is not in UTF-8."));
    }

    void equalNamesAreAnError() {
        try {
            (void)openRows(m_disk.file("a.csv", "\ntext,text\none,two\n"));
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::BadDataset);
            QCOMPARE(error.message, std::string("Line 2 of a.csv names the column \"text\" twice."));
        }
    }

    void rewindGoesBackToTheFirstRow() {
        const auto rows = openRows(m_disk.file("a.csv", "\n\"te\nxt\"\none\ntwo\n"));
        QVERIFY(rows->next() && rows->next() && !rows->next());

        rows->rewind();

        QVERIFY(rows->next());
        QCOMPARE(rows->origin().line, 4);
        QCOMPARE(rows->value(), (Json{{"te\nxt", "one"}}));
    }

private:
    std::vector<Json> rowsOf(const char* name, const std::string& text) {
        const auto rows = openRows(m_disk.file(name, text));
        std::vector<Json> values;
        while (rows->next())
            values.push_back(rows->value());
        return values;
    }

    RowsOnDisk m_disk;
};

FETTLE_TEST(SeparatedValuesTest)
#include "separated_values_test.moc"

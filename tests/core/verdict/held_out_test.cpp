#include "core/verdict/held_out.h"

#include "tests/support/byte_model.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

using namespace fettle;

namespace {

// "ab" asks, "cd" answers, "e" is the next turn's.
TokenizedExample conversation(std::int64_t line) {
    return {.prompt = {256, 'a', 'b'},
            .answers = {{{'c', 'd', 257, 'e', 'f'}, {1, 1, 1, 0, 1}}},
            .origin = {"rows.jsonl", line, true}};
}

} // namespace

class HeldOutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        test::writeByteModel(m_folder.path().toStdString());
        m_tokenizer = Tokenizer::load(m_folder.path().toStdString());
    }

    void aRowIsAskedUpToItsFirstAnswer() {
        const auto rows = heldOutRows({.rows = {conversation(7)}}, *m_tokenizer, 5, 1);

        QCOMPARE(rows.size(), 1u);
        QCOMPARE(rows[0].question, std::string("ab"));
        QCOMPARE(rows[0].expected, std::string("cd"));
        QCOMPARE(rows[0].prompt, (std::vector<TokenId>{256, 'a', 'b'}));
        QCOMPARE(rows[0].sequence.trained, (std::vector<std::uint8_t>{0, 0, 0, 1, 1, 1, 0, 1}));
        QCOMPARE(rows[0].origin.line, 7);
    }

    void aDocumentHasNothingToAsk() {
        const auto rows = heldOutRows({.rows = {{.answers = {{{'a', 'b'}, {1, 1}}}}}}, *m_tokenizer, 5, 1);

        QVERIFY(rows[0].prompt.empty() && rows[0].expected.empty());
        QCOMPARE(rows[0].sequence.ids.size(), 2u);
    }

    void theSampleIsOfTheSeedAlone() {
        TokenizedSet set;
        for (int line = 1; line <= 50; ++line)
            set.rows.push_back(conversation(line));
        const auto lines = [&](std::uint64_t seed) {
            std::vector<std::int64_t> drawn;
            for (const HeldOut& row : heldOutRows(set, *m_tokenizer, 10, seed))
                drawn.push_back(row.origin.line);
            return drawn;
        };

        QCOMPARE(lines(1).size(), 10u);
        QVERIFY(lines(1) == lines(1) && lines(1) != lines(2));
        QVERIFY(std::ranges::is_sorted(lines(1)));
    }

    void aProbeIsALine() {
        const auto probes = probeRows("one\n\nx\nthree\n", *m_tokenizer, 4);

        QCOMPARE(probes.size(), 2u); // of one token nothing can be predicted
        QCOMPARE(probes[1].sequence.ids, (std::vector<TokenId>{'t', 'h', 'r', 'e'}));
    }

private:
    QTemporaryDir m_folder;
    std::shared_ptr<const Tokenizer> m_tokenizer;
};

FETTLE_TEST(HeldOutTest)
#include "held_out_test.moc"

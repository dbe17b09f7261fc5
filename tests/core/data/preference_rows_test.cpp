#include "core/base/error.h"
#include "core/data/row_formats.h"
#include "tests/core/data/rows_on_disk.h"
#include "tests/support/test_main.h"

using namespace fettle;
using fettle::test::RowsOnDisk;

namespace {

Json turns(const char* role, const char* content) {
    return Json::array({{{"role", role}, {"content", content}}});
}

} // namespace

class PreferenceRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void promptChosenAndRejectedAsTexts() {
        const auto pair = readPair<PairRow>(R"({"prompt": "p", "chosen": "c", "rejected": "r"})", "preference");

        QCOMPARE(pair.prompt + "|" + pair.chosen + "|" + pair.rejected, std::string("p|c|r"));
    }

    void promptChosenAndRejectedAsTurns() {
        const auto pair = readPair<ChatPairRow>(
            R"({"system": "s", "prompt": [{"role": "user", "content": "p"}], "chosen": [{"role": "assistant", )"
            R"("content": "c"}], "rejected": [{"role": "assistant", "content": "r"}]})",
            "preference");

        QCOMPARE(pair.prompt, Json::parse(R"([{"role": "system", "content": "s"}, {"role": "user", "content": "p"}])"));
        QCOMPARE(pair.chosen, turns("assistant", "c"));
        QCOMPARE(pair.rejected, turns("assistant", "r"));
    }

    // TRL tests/test_data_utils.py, TestExtractPrompt.
    void theImplicitPromptOfTextsIsWhatBothBeginWith() {
        const auto pair =
            readPair<PairRow>(R"({"chosen": "The sky is blue.", "rejected": "The sky is green."})", "preference");

        QCOMPARE(pair.prompt + "|" + pair.chosen + "|" + pair.rejected, std::string("The sky is| blue.| green."));
    }

    void theImplicitPromptNeverEndsInsideACharacter() {
        const auto pair = readPair<PairRow>("{\"chosen\": \"x\u00e9\", \"rejected\": \"x\u00e8\"}", "preference");

        QCOMPARE(pair.prompt, std::string("x"));
        QCOMPARE(pair.rejected, std::string("\u00e8"));
    }

    void theImplicitPromptOfTurnsLeavesEachAnAnswer() {
        const auto pair = readPair<ChatPairRow>(
            R"({"chosen": [{"role": "user", "content": "q"}, {"role": "assistant", "content": "c"}], )"
            R"("rejected": [{"role": "user", "content": "q"}, {"role": "assistant", "content": "r"}]})",
            "preference");

        QCOMPARE(pair.prompt, turns("user", "q"));
        QCOMPARE(pair.chosen, turns("assistant", "c"));
        QCOMPARE(pair.rejected, turns("assistant", "r"));
    }

    void shareGptPairs() {
        const auto pair = readPair<ChatPairRow>(
            R"({"conversations": [{"from": "human", "value": "q"}], "chosen": {"from": "gpt", "value": "c"}, )"
            R"("rejected": {"from": "gpt", "value": "r"}})",
            "sharegpt_preference");

        QCOMPARE(pair.prompt, turns("user", "q"));
        QCOMPARE(pair.chosen, turns("assistant", "c"));
        QCOMPARE(pair.rejected, turns("assistant", "r"));
    }

    void pairsThatSayTheSameAreBadRows() {
        const auto read = readDataset(m_disk.file("a.jsonl", R"({"prompt": "p", "chosen": "c", "rejected": "r"})"
                                                             "\n"
                                                             R"({"prompt": "p", "chosen": "c", "rejected": "c"})"
                                                             "\n"
                                                             R"({"prompt": "p", "chosen": "c"})"));

        QCOMPARE(read.problems.at(0).reason,
                 std::string("Line 2 of a.jsonl has the same answer as \"chosen\" and \"rejected\"."));
        QCOMPARE(read.problems.at(1).reason, std::string("Line 3 of a.jsonl has no \"chosen\" and \"rejected\"."));
    }

    void theConfigurationOffersEveryFormat() {
        std::vector<std::string> offered;
        for (const Json& field : describeFields())
            if (field.at("key") == "data.train[].format") offered = field.at("choices");
        std::vector<std::string> known = formatNames();
        known.push_back("auto");
        std::sort(known.begin(), known.end());
        std::sort(offered.begin(), offered.end());

        QCOMPARE(offered, known);
    }

private:
    template <class Pair>
    Pair readPair(const char* line, const char* format) {
        const auto read = readDataset(m_disk.file("a.jsonl", line));
        return read.format == format ? std::get<Pair>(read.examples.at(0).row) : Pair{};
    }

    RowsOnDisk m_disk;
};

FETTLE_TEST(PreferenceRowsTest)
#include "preference_rows_test.moc"

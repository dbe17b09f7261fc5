#include "core/data/row_view.h"

#include "tests/support/test_main.h"

using namespace fettle;

namespace {

QStringList cells(const Row& row) {
    QStringList texts;
    const RowView& view = viewOf(row);
    for (std::size_t i = 0; i < view.columns.size(); ++i)
        texts << QString::fromStdString(view.cell(row, i));
    return texts;
}

QStringList strands(const Row& row) {
    QStringList texts;
    for (const Strand& strand : viewOf(row).strands(row))
        texts << QString::number(static_cast<int>(strand.kind)) + ":" + QString::fromStdString(textOf(strand));
    return texts;
}

Json turn(const char* role, const char* content) {
    return {{"role", role}, {"content", content}};
}

QString strandText(StrandKind kind, const char* text) {
    return QString::number(static_cast<int>(kind)) + ":" + QString::fromUtf8(text);
}

} // namespace

class RowViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textAndCompletions() {
        QCOMPARE(cells(TextRow{"t"}), QStringList({"t"}));
        QCOMPARE(strands(TextRow{"t"}), QStringList({strandText(StrandKind::Text, "t")}));
        QCOMPARE(cells(PromptCompletionRow{"p", "c"}), QStringList({"p", "c"}));
        QCOMPARE(strands(PromptCompletionRow{"p", "c"}),
                 QStringList({strandText(StrandKind::Prompt, "p"), strandText(StrandKind::Answer, "c")}));
    }

    void instructionsAreAskedWithSystemHistoryAndInput() {
        const InstructionRow row{
            .instruction = "do", .input = "this", .output = "done", .system = "be kind", .history = {{"q", "a"}}};

        QCOMPARE(cells(row), QStringList({"do", "this", "done"}));
        QCOMPARE(strands(row), QStringList({strandText(StrandKind::Prompt, "be kind\n\nq\n\na\n\ndo\n\nthis"),
                                            strandText(StrandKind::Answer, "done")}));
        QCOMPARE(viewOf(row).object(row).at("history"), Json::parse(R"([["q", "a"]])"));
    }

    void conversationsEndWithTheirLastAnswer() {
        const ChatRow row{.messages = Json::array({turn("user", "q1"), turn("assistant", "a1"), turn("user", "q2"),
                                                   turn("assistant", "a2")})};

        QCOMPARE(cells(row), QStringList({"q1", "a2", "4"}));
        QCOMPARE(strands(row),
                 QStringList({strandText(StrandKind::Prompt, "q1\n\na1\n\nq2"), strandText(StrandKind::Answer, "a2")}));
    }

    void aConversationWithoutAnAnswerIsAllPrompt() {
        QCOMPARE(strands(ChatRow{.messages = Json::array({turn("user", "q")})}),
                 QStringList({strandText(StrandKind::Prompt, "q"), strandText(StrandKind::Answer, "")}));
        QCOMPARE(cells(ChatRow{.completionFrom = 0}), QStringList({"", "", "0"}));
    }

    void pairsHavePromptChosenAndRejected() {
        const QStringList wanted = {strandText(StrandKind::Prompt, "p"), strandText(StrandKind::Chosen, "c"),
                                    strandText(StrandKind::Rejected, "r")};
        const ChatPairRow turns{.prompt = Json::array({turn("user", "p")}),
                                .chosen = Json::array({turn("assistant", "c")}),
                                .rejected = Json::array({turn("assistant", "r")})};

        QCOMPARE(strands(PairRow{"p", "c", "r"}), wanted);
        QCOMPARE(strands(turns), wanted);
        QCOMPARE(cells(PairRow{"p", "c", "r"}), QStringList({"p", "c", "r"}));
        QCOMPARE(cells(turns), QStringList({"p", "c", "r"}));
        QCOMPARE(viewOf(turns).object(turns).size(), std::size_t{3});
    }

    void judgedAnswersSayWhetherTheyAreGood() {
        const JudgedRow good{PromptCompletionRow{"p", "c"}, true};
        const ChatRow chat{.messages = Json::array({turn("user", "p"), turn("assistant", "c")}), .completionFrom = 1};

        QCOMPARE(cells(good), QStringList({"p", "c", "true"}));
        QCOMPARE(strands(good),
                 QStringList({strandText(StrandKind::Prompt, "p"), strandText(StrandKind::Chosen, "c")}));
        QCOMPARE(cells(JudgedRow{chat, false}), QStringList({"p", "c", "false"}));
        QCOMPARE(strands(JudgedRow{chat, false}),
                 QStringList({strandText(StrandKind::Prompt, "p"), strandText(StrandKind::Rejected, "c")}));
        QCOMPARE(viewOf(good).object(good).at("label"), Json(true));
    }

    void transcriptsPartWhereTheyDiffer() {
        const TranscriptPairRow row{"\n\nHuman: hi\n\nAssistant: yes?\n\nHuman: help\n\nAssistant: gladly",
                                    "\n\nHuman: hi\n\nAssistant: yes?\n\nHuman: help\n\nAssistant: no"};

        QCOMPARE(cells(row), QStringList({"help", "gladly", "no"}));
        QCOMPARE(strands(row),
                 QStringList({strandText(StrandKind::Prompt, "hi\n\nyes?\n\nhelp"),
                              strandText(StrandKind::Chosen, "gladly"), strandText(StrandKind::Rejected, "no")}));
    }
};

FETTLE_TEST(RowViewTest)
#include "row_view_test.moc"

#include "tests/support/test_main.h"
#include "ui/models/conversation_model.h"

#include <QAbstractItemModelTester>

using namespace fettle;
using namespace fettle::ui;

class ConversationModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void anAnswerGrowsTokenByToken() {
        ConversationModel chat;
        QAbstractItemModelTester tester(&chat);
        chat.say("Hello");

        chat.beginAnswer();
        chat.appendToken({.id = 1, .text = "Good"});
        chat.appendToken({.id = 2, .text = " day"});

        QVERIFY(chat.isStreaming());
        QCOMPARE(chat.turn(1).text, "Good day");
        chat.endAnswer("eos", 196);
        QVERIFY(!chat.isStreaming());
        QCOMPARE(chat.turn(1).tokens.size(), 2u);
        QCOMPARE(chat.index(1).data(ConversationModel::StopRole).toString(), "complete");
    }

    void theEngineGetsWhatWasSaid() {
        ConversationModel chat;
        chat.setSystemPrompt("Be brief.");
        chat.say("Hello");
        chat.beginAnswer();

        QCOMPARE(chat.messages().dump(),
                 std::string(R"([{"role":"system","content":"Be brief."},{"role":"user","content":"Hello"}])"));
    }

    void aFailedAnswerIsNoPartOfTheTalk() {
        ConversationModel chat;
        chat.say("Hello");
        chat.beginAnswer();

        chat.failAnswer("The engine died.");

        QCOMPARE(chat.messages().size(), 1u);
        QCOMPARE(chat.index(1).data(ConversationModel::ErrorRole).toString(), "The engine died.");
    }

    void aCutAnswerGoesOn() {
        ConversationModel chat;
        QAbstractItemModelTester tester(&chat);
        chat.say("Hello");
        chat.beginAnswer();
        chat.appendToken({.text = "Good"});
        chat.endAnswer("length", 1);

        chat.resumeAnswer();
        chat.appendToken({.text = " day"});
        chat.endAnswer("eos", 1);

        QCOMPARE(chat.rowCount(), 2);
        QCOMPARE(chat.turn(1).text, "Good day");
        QCOMPARE(chat.turn(1).tokenCount, 2);
    }

    void whatIsUnusualStandsBelowTheAnswer() {
        ConversationModel chat;
        chat.say("Hello");
        chat.beginAnswer(0.5);
        chat.appendToken({.text = "Good"});
        chat.endAnswer("cancelled", 0);

        chat.tellSpeed(1, 200);

        const QString stats = chat.index(1).data(ConversationModel::StatsRole).toString();
        QVERIFY2(stats.contains("200") && stats.contains("0.50") && stats.contains("stopped"), qPrintable(stats));
    }

    void aConversationSurvivesItsFile() {
        ConversationModel first, second;
        first.setSystemPrompt("Be brief.");
        first.say("Hello");
        first.beginAnswer();
        first.appendToken({.text = "Hi"});
        first.endAnswer("eos", 1);

        second.setMessages(first.messages());

        QCOMPARE(second.messages().dump(), first.messages().dump());
        QCOMPARE(second.rowCount(), 2);
    }

    void whatIsNoConversationIsRefused() {
        ConversationModel chat;
        chat.say("Hello");

        QVERIFY_THROWS_EXCEPTION(Error, chat.setMessages({{"a", 1}}));
        QVERIFY_THROWS_EXCEPTION(Error, chat.setMessages(Json::array({{{"role", "user"}}})));
        QCOMPARE(chat.rowCount(), 1);
    }

    void lateTokensAreIgnored() {
        ConversationModel chat;

        chat.appendToken({.text = "late"});
        chat.endAnswer("eos", 1);

        QCOMPARE(chat.rowCount(), 0);
    }
};

FETTLE_TEST(ConversationModelTest)
#include "conversation_model_test.moc"

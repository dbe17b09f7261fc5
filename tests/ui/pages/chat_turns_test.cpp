#include "tests/ui/pages/chat.h"

#include <QLabel>
#include <QLineEdit>

using namespace fettle;
using namespace fettle::ui;
using fettle::test::Chat;
using fettle::test::FakeEngine;

class ChatTurnsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void anAnswerIsStoppedByEscape() {
        FakeEngine engine;
        Chat chat(engine);
        chat.ask("say nothing for ever");
        QTRY_VERIFY(chat.page().left().isStreaming());

        chat.page().cancel();

        QVERIFY(!chat.page().left().isStreaming());
        QVERIFY(!chat.page().right().isStreaming());
        chat.ask("Where?");
        QTRY_COMPARE(Chat::last(chat.page().left()), QStringLiteral("base: Where?"));
    }

    void aRefusedRequestIsToldWhereTheAnswerWouldBe() {
        FakeEngine engine;
        Chat chat(engine);

        chat.ask("break");

        auto& conversation = chat.page().left().conversation();
        QTRY_COMPARE(conversation.rowCount(), 2);
        QTRY_VERIFY(!conversation.turn(1).error.isEmpty());
    }

    void aServerThatDiesIsToldAndStartsAgain() {
        FakeEngine engine;
        Chat chat(engine);
        chat.ask("die");
        QTRY_VERIFY(!chat.page().left().isStreaming());

        chat.ask("Where?");

        QTRY_COMPARE(Chat::last(chat.page().left()), QStringLiteral("base: Where?"));
    }

    void anEditedMessageTakesThePlaceOfTheOld() {
        FakeEngine engine;
        Chat chat(engine);
        chat.ask("old");
        QTRY_COMPARE(Chat::last(chat.page().left()), QStringLiteral("base: old"));
        QTRY_VERIFY(!chat.page().right().isStreaming());

        chat.edit(0);
        QVERIFY(chat.studio.find<QWidget>("editingBar")->isVisible());
        QCOMPARE(chat.message().toPlainText(), QStringLiteral("old"));
        chat.ask("new");

        QVERIFY(!chat.studio.find<QWidget>("editingBar")->isVisible());
        QTRY_COMPARE(Chat::last(chat.page().left()), QStringLiteral("base: new"));
        QCOMPARE(chat.page().left().conversation().rowCount(), 2);
        QCOMPARE(chat.page().right().conversation().rowCount(), 2);
    }

    void anEditingIsCancelledByEscape() {
        FakeEngine engine;
        Chat chat(engine);
        chat.ask("old");
        QTRY_COMPARE(Chat::last(chat.page().left()), QStringLiteral("base: old"));
        chat.message().setPlainText("half a thought");

        chat.edit(0);
        chat.page().cancel();

        QVERIFY(!chat.studio.find<QWidget>("editingBar")->isVisible());
        QCOMPARE(chat.message().toPlainText(), QStringLiteral("half a thought")); // what was being written comes back
        chat.ask("next");
        QTRY_COMPARE(Chat::last(chat.page().left()), QStringLiteral("base: next"));
        QCOMPARE(chat.page().left().conversation().rowCount(), 4);
    }

    void anotherAnswerToAnEarlierQuestionReplacesWhatFollowed() {
        FakeEngine engine;
        Chat chat(engine);
        for (const char* question : {"one", "two"}) {
            chat.ask(question);
            QTRY_COMPARE(Chat::last(chat.page().left()), QStringLiteral("base: ") + QLatin1String(question));
        }

        auto* first = chat.studio.find<QWidget>("leftTranscript")->findChild<QWidget*>("turn1");
        first->findChild<QAbstractButton*>("askTurnAgain")->click();

        QTRY_COMPARE(Chat::last(chat.page().left()), QStringLiteral("base: one"));
        QCOMPARE(chat.page().left().conversation().rowCount(), 2);
    }

    void aCutAnswerGoesOnWhereItStopped() {
        FakeEngine engine;
        Chat chat(engine);
        auto* most = chat.studio.find<QLineEdit>("sampling.max_new_tokens");
        most->selectAll();
        QTest::keyClicks(most, QStringLiteral("2"));
        chat.ask("one two three");
        QTRY_COMPARE(Chat::last(chat.page().left()), QStringLiteral("base: one"));
        QTRY_VERIFY(chat.bubble("leftTranscript", 1)->findChild<QAbstractButton*>("continueTurn")->isVisible());
        auto* go = chat.bubble("leftTranscript", 1)->findChild<QAbstractButton*>("continueTurn");

        go->click();

        QTRY_COMPARE(Chat::last(chat.page().left()), QStringLiteral("base: one two three"));
        QCOMPARE(chat.page().left().conversation().rowCount(), 2);
    }

    void tooLongAPromptIsToldWhileItIsWritten() {
        FakeEngine engine;
        engine.script("chat", "chat 3");
        Chat chat(engine);

        chat.message().setPlainText("a message"); // three tokens, says the fake engine

        QTRY_VERIFY(chat.studio.find<QLabel>("messageNote")->text().contains("3"));
        QTRY_VERIFY(!chat.studio.find<QAbstractButton>("send")->isEnabled());
        chat.message().clear();
        QVERIFY(chat.studio.find<QAbstractButton>("send")->isEnabled());
    }

    void aStoppedAnswerHasItsSpeedAndItsContextBar() {
        FakeEngine engine;
        Chat chat(engine);
        chat.choose("single");
        chat.ask("Where?");
        QTRY_COMPARE(Chat::last(chat.page().right()), QStringLiteral("tuned 1.00: Where?"));
        QTRY_VERIFY(!chat.page().right().isStreaming());
        const double share = chat.page().right().contextShare(); // after three words
        chat.ask("say nothing for ever");

        chat.page().cancel();

        QVERIFY(!chat.page().right().isStreaming());
        QTRY_COMPARE(chat.page().right().conversation().turn(3).tokensPerSecond, 200.0);
        QVERIFY(chat.page().right().contextShare() > 0 && chat.page().right().contextShare() < share);
        QVERIFY(chat.studio.find<QWidget>("rightContext")->isVisible());
    }
};

FETTLE_TEST(ChatTurnsTest)
#include "chat_turns_test.moc"

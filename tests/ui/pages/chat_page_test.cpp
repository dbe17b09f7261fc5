#include "tests/ui/pages/studio.h"

#include "core/base/resources.h"
#include "ui/pages/chat/chat_page.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QTableView>
#include <QTextEdit>

using namespace fettle;
using namespace fettle::ui;
using fettle::test::FakeEngine;
using fettle::test::Studio;

namespace {

struct Chat {
    explicit Chat(const FakeEngine& engine) : studio(engine.program()) {
        studio.open("chatPage");
        studio.show();
        page().talkTo(ResultRef::ofTraining("/some/adapter", "pocket", "demo"));
    }
    [[nodiscard]] ChatPage& page() const { return *static_cast<ChatPage*>(studio.page("chatPage")); }
    void ask(const QString& text) const {
        auto* message = studio.find<QPlainTextEdit>("message");
        message->setPlainText(text);
        QTest::keyClick(message, Qt::Key_Return);
    }
    [[nodiscard]] QPlainTextEdit& message() const { return *studio.find<QPlainTextEdit>("message"); }
    [[nodiscard]] QWidget* bubble(const char* transcript, int row) const {
        return studio.find<QWidget>(transcript)->findChild<QWidget*>(QStringLiteral("turn%1").arg(row));
    }
    void edit(int row) const { bubble("leftTranscript", row)->findChild<QAbstractButton*>("askTurnAgain")->click(); }
    void choose(const char* mode) const { studio.click(("choice." + QByteArray(mode)).constData()); }
    [[nodiscard]] static QString last(ChatSide& side) {
        const int rows = side.conversation().rowCount();
        return rows > 0 ? side.conversation().turn(rows - 1).text : QString();
    }

    Studio studio;
};

} // namespace

class ChatPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void bothSidesAnswerOneQuestion() {
        FakeEngine engine;
        Chat chat(engine);

        chat.ask("Where?");

        QTRY_COMPARE(Chat::last(chat.page().left()), QStringLiteral("base: Where?"));
        QTRY_COMPARE(Chat::last(chat.page().right()), QStringLiteral("tuned 1.00: Where?"));
    }

    // "Where?" is one line, and so is its bubble; what answers one question stands at one height on both sides.
    void turnsAreAsHighAsTheirTextAndAlign() {
        FakeEngine engine;
        Chat chat(engine);

        chat.ask("Where?");
        QTRY_COMPARE(Chat::last(chat.page().left()), QStringLiteral("base: Where?"));
        QTRY_VERIFY(!chat.page().right().isStreaming());
        chat.ask(QString("long ").repeated(200));
        QTRY_VERIFY(!chat.page().left().isStreaming() && !chat.page().right().isStreaming());

        QTRY_VERIFY(chat.bubble("leftTranscript", 0)->height() <= scaled(kControlHeight) + 2 * kGap);
        QVERIFY(chat.bubble("leftTranscript", 0)->height() >=
                chat.bubble("leftTranscript", 0)->fontMetrics().lineSpacing());
        for (int row = 0; row < 4; ++row)
            QTRY_COMPARE(chat.bubble("leftTranscript", row)->y(), chat.bubble("rightTranscript", row)->y());
        auto* bar = chat.studio.find<QScrollArea>("leftTranscript")->verticalScrollBar();
        bar->setValue(bar->maximum() / 2);
        QCOMPARE(chat.studio.find<QScrollArea>("rightTranscript")->verticalScrollBar()->value(), bar->value());
    }

    void theStrengthIsThatOfTheSlider() {
        FakeEngine engine;
        Chat chat(engine);

        chat.page().right().setStrength(0.5);
        chat.ask("Where?");

        QTRY_COMPARE(Chat::last(chat.page().right()), QStringLiteral("tuned 0.50: Where?"));
    }

    void anotherPairStartsAnotherConversation() {
        FakeEngine engine;
        Chat chat(engine);
        auto* strength = chat.studio.find<QSlider>("strengthTrack");
        for (auto* slider : chat.page().findChildren<QSlider*>(QStringLiteral("strengthTrack")))
            if (slider->isVisible()) strength = slider;
        strength->setValue(10); // 0.5
        chat.ask("Where?");
        QTRY_COMPARE(Chat::last(chat.page().right()), QStringLiteral("tuned 0.50: Where?"));
        QTRY_COMPARE(Chat::last(chat.page().left()), QStringLiteral("base: Where?"));
        chat.studio.find<QAbstractButton>("runPromptSet")->click();
        const auto* set = chat.studio.find<QTableView>("promptSet")->model();
        QTRY_VERIFY(!set->index(0, 2).data().toString().isEmpty());

        chat.page().talkTo(ResultRef::ofTraining("/another/adapter", "pocket", "other"));
        QCOMPARE(chat.page().left().conversation().rowCount(), 0);
        QCOMPARE(chat.page().right().conversation().rowCount(), 0);
        QCOMPARE(strength->value(), 20); // 1
        QVERIFY(set->index(0, 1).data().toString().isEmpty() && set->index(0, 2).data().toString().isEmpty());
        QCOMPARE(set->headerData(2, Qt::Horizontal).toString(), QStringLiteral("other"));
        chat.ask("Who?");
        QTRY_COMPARE(Chat::last(chat.page().right()), QStringLiteral("tuned 1.00: Who?"));
        QTRY_COMPARE(Chat::last(chat.page().left()), QStringLiteral("base: Who?"));

        auto* targets = chat.studio.find<QComboBox>("rightTarget");
        int row = targets->count() - 1;
        while (row > 0 && !targets->itemText(row).contains(QLatin1String("demo")))
            --row;
        targets->setCurrentIndex(row);
        Q_EMIT targets->activated(row);
        QCOMPARE(Chat::last(chat.page().right()), QStringLiteral("tuned 0.50: Where?")); // what that pair said
        QCOMPARE(Chat::last(chat.page().left()), QStringLiteral("base: Where?"));
        QCOMPARE(chat.page().right().strength(), 1.0);
    }

    // The latest result was not trained from the first model in the list.
    void afterARestartThePairFitsTogether() {
        FakeEngine engine;
        Studio studio(engine.program());
        const QString base = studio.homePath("models/other");
        makeFolder(studio.homePath("models").toStdString());
        std::filesystem::copy(resourceFolder() / "pocket", base.toStdString());
        studio.settings.setModelFolders({studio.homePath("models")});
        const RunFolder run{test::addRun(studio, "demo", 8, "finished").toStdString()};
        RunConfig config = readRunConfig(run.configFile());
        config.model.path = base.toStdString();
        writeJson(run.configFile(), toJson(config));
        makeFolder(run.adapterFolder());
        studio.open("chatPage");

        studio.show();

        auto& page = *static_cast<ChatPage*>(studio.page("chatPage"));
        QTRY_VERIFY(page.right().target().isTuned());
        QCOMPARE(page.right().target().name, QStringLiteral("demo"));
        QCOMPARE(page.left().target().path, base);
        QVERIFY(!page.left().target().isTuned());
        QVERIFY(studio.find<QComboBox>("leftTarget")->currentIndex() >= 0);
    }

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

    void oneModelIsAskedAlone() {
        FakeEngine engine;
        Chat chat(engine);
        chat.choose("single");
        QVERIFY(!chat.studio.find<QWidget>("leftTarget")->isVisible());

        chat.ask("Where?");

        QTRY_COMPARE(Chat::last(chat.page().right()), QStringLiteral("tuned 1.00: Where?"));
        QTRY_VERIFY(!chat.page().right().isStreaming());
        QCOMPARE(chat.page().left().conversation().rowCount(), 0);
        chat.choose("compare");
        QCOMPARE(chat.page().right().conversation().rowCount(), 0); // theirs is another conversation
        chat.choose("single");
        QCOMPARE(chat.page().right().conversation().rowCount(), 2);
    }

    void nothingIsGeneratedTwiceUnasked() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.open("chatPage");
        studio.show();
        auto& page = *static_cast<ChatPage*>(studio.page("chatPage"));
        QTRY_COMPARE(page.right().target().path, QStringLiteral("pocket")); // a first start: nothing to compare
        QVERIFY(!studio.find<QWidget>("leftTarget")->isVisible());

        studio.find<QAbstractButton>("choice.compare")->click();

        QVERIFY(!studio.find<QAbstractButton>("send")->isEnabled());
        QVERIFY(studio.find<QLabel>("messageNote")->text().contains("same"));
    }

    void aSampleQuestionIsAskedByAClick() {
        FakeEngine engine;
        Chat chat(engine);
        QVERIFY(chat.studio.find<QWidget>("sampleQuestions")->isVisible());

        auto* chip = chat.studio.find<QAbstractButton>("sampleQuestion");
        const QString question = chip->toolTip();
        chip->click();

        QTRY_COMPARE(Chat::last(chat.page().left()), QStringLiteral("base: ") + question);
        QVERIFY(!chat.studio.find<QWidget>("sampleQuestions")->isVisible());
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

    void aConversationIsKeptAndReopened() {
        FakeEngine engine;
        Chat chat(engine);
        chat.ask("Where?");
        QTRY_COMPARE(Chat::last(chat.page().right()), QStringLiteral("tuned 1.00: Where?"));
        QTRY_VERIFY(!chat.page().left().isStreaming() && !chat.page().right().isStreaming());
        chat.studio.trigger("showConversations");
        auto* list = chat.studio.find<QListView>("conversations");
        QTRY_COMPARE(list->model()->rowCount(), 1);
        chat.studio.trigger("newChat");
        QCOMPARE(chat.page().right().conversation().rowCount(), 0);
        chat.choose("single");

        Q_EMIT list->activated(list->model()->index(0, 0));

        QTRY_COMPARE(Chat::last(chat.page().right()), QStringLiteral("tuned 1.00: Where?"));
        QCOMPARE(Chat::last(chat.page().left()), QStringLiteral("base: Where?"));
        QVERIFY(chat.studio.find<QWidget>("leftTarget")->isVisible()); // two were compared
        list->setCurrentIndex(list->model()->index(0, 0));
        chat.studio.click("removeConversation");
        QTRY_VERIFY(chat.studio.find<QWidget>("restoreConversation")->isVisible());
        chat.studio.click("restoreConversation");
        QTRY_COMPARE(list->model()->rowCount(), 1);
    }

    void theCursorIsWhereOneTypesNext() {
        FakeEngine engine;
        Chat chat(engine);
        chat.studio.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&chat.studio.window));
        const auto isInMessage = [&] { return QApplication::focusWidget() == &chat.message(); };
        chat.page().setFocus();
        QVERIFY(isInMessage());

        for (const char* button : {"sampleQuestion", "send"}) {
            auto* control = chat.studio.find<QAbstractButton>(button);
            control->setFocus();
            control->click();
            QVERIFY2(isInMessage(), button);
            QTRY_VERIFY(!chat.page().left().isStreaming());
        }
        chat.studio.find<QAbstractButton>("send")->setFocus();
        chat.studio.trigger("newChat");
        QVERIFY(isInMessage());
    }

    void whoSpeaksIsNamedInTheirColour() {
        FakeEngine engine;
        Chat chat(engine);

        QCOMPARE(chat.studio.find<QWidget>("leftMark")->accessibleName(), QStringLiteral("Base"));
        QCOMPARE(chat.studio.find<QWidget>("rightMark")->accessibleName(), QStringLiteral("Tuned"));
    }

    void aPromptSetFillsItsTable() {
        FakeEngine engine;
        Chat chat(engine);
        const auto* model = chat.studio.find<QTableView>("promptSet")->model();
        QVERIFY(model->rowCount() > 1);

        chat.studio.find<QAbstractButton>("runPromptSet")->click();

        const int last = model->rowCount() - 1;
        QTRY_VERIFY(model->index(last, 1).data().toString().startsWith(QLatin1String("base:")));
        QTRY_VERIFY(model->index(last, 2).data().toString().startsWith(QLatin1String("tuned 1.00:")));
    }

    void theExactPromptIsShownOnDemand() {
        FakeEngine engine;
        Chat chat(engine);

        chat.studio.find<QAction>("showPrompt")->setChecked(true);

        QTRY_VERIFY(chat.studio.find<QPlainTextEdit>("renderedPrompt")
                        ->toPlainText()
                        .startsWith(QLatin1String("<|im_start|>")));
    }

    void aTokensAlternativesAreShown() {
        FakeEngine engine;
        Chat chat(engine);
        chat.ask("Where?");
        QTRY_COMPARE(Chat::last(chat.page().left()), QStringLiteral("base: Where?"));
        QTRY_VERIFY(!chat.page().left().isStreaming());
        auto* text = chat.bubble("leftTranscript", 1)->findChild<QTextEdit*>("turnText");
        QTRY_COMPARE(text->toPlainText(), QStringLiteral("base: Where?"));

        QTextCursor cursor = text->textCursor();
        cursor.setPosition(8); // in the second word
        text->setTextCursor(cursor);
        QTest::keyClick(text, Qt::Key_Return);

        auto* table = chat.studio.find<QTableView>("likelyTokensTable");
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral(" Where?"));
        QTest::keyClick(table->window(), Qt::Key_Escape);
        QVERIFY(!table->isVisible());
    }
};

FETTLE_TEST(ChatPageTest)
#include "chat_page_test.moc"

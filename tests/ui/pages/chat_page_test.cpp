#include "tests/ui/pages/studio.h"

#include "core/base/resources.h"
#include "ui/pages/chat/chat_page.h"
#include "ui/pages/chat/side_panel.h"
#include "ui/widgets/message_strip.h"

#include <QPlainTextEdit>
#include <QSlider>
#include <QTableView>

using namespace fettle;
using namespace fettle::ui;
using fettle::test::FakeEngine;
using fettle::test::Studio;

namespace {

struct Chat {
    explicit Chat(const FakeEngine& engine) : studio(engine.program()) {
        studio.open("chatPage");
        studio.show();
        page().compare({.name = "pocket", .model = "pocket"},
                       {.name = "demo", .model = "pocket", .adapter = "/some/adapter", .isTuned = true});
    }
    [[nodiscard]] ChatPage& page() const { return *static_cast<ChatPage*>(studio.page("chatPage")); }
    void ask(const QString& text) const {
        auto* message = studio.find<QPlainTextEdit>("message");
        message->setPlainText(text);
        QTest::keyClick(message, Qt::Key_Return);
    }
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

    void turnsAreHighEnoughToBeRead() {
        FakeEngine engine;
        Chat chat(engine);

        chat.ask("Where?");

        QTRY_COMPARE(Chat::last(chat.page().left()), QStringLiteral("base: Where?"));
        const auto* answer = chat.studio.find<QWidget>("leftTranscript")->findChild<QWidget*>(QStringLiteral("turn1"));
        QVERIFY(answer != nullptr);
        QTRY_VERIFY(answer->height() >= answer->minimumSizeHint().height() && answer->height() > scaled(24));
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

        chat.page().talkTo({.name = "other", .model = "pocket", .adapter = "/another/adapter", .isTuned = true});
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
        QTRY_VERIFY(page.right().target().isTuned);
        QCOMPARE(page.right().target().name, QStringLiteral("demo"));
        QCOMPARE(page.left().target().model, base);
        QVERIFY(!page.left().target().isTuned);
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

        chat.page().left().askAgain(0, QStringLiteral("new"));

        QTRY_COMPARE(Chat::last(chat.page().left()), QStringLiteral("base: new"));
        QCOMPARE(chat.page().left().conversation().rowCount(), 2);
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
        auto* side = chat.page().findChild<SidePanel*>();

        Q_EMIT side->tokenChosen(
            {.id = 7, .text = "Where", .logprob = -0.1, .top = {{7, "Where", -0.1}, {8, "?", -2.5}}});

        auto* table = chat.studio.find<QTableView>("likelyTokensTable");
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), 2);
    }
};

FETTLE_TEST(ChatPageTest)
#include "chat_page_test.moc"

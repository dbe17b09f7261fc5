#include "tests/ui/pages/chat.h"

#include "core/base/resources.h"

#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QTableView>
#include <QTextEdit>

using namespace fettle;
using namespace fettle::ui;
using fettle::test::Chat;
using fettle::test::FakeEngine;
using fettle::test::Studio;

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

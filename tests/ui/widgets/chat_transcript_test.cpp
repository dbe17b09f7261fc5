#include "ui/widgets/chat_transcript.h"

#include "tests/support/fail_on_warning.h"
#include "tests/support/test_main.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTextBrowser>

using namespace fettle::ui;

class ChatTranscriptTest : public QObject {
    Q_OBJECT

    static QString textOf(ChatTranscript& transcript, int turn) {
        const auto* bubble = transcript.findChild<QWidget*>(QStringLiteral("turn%1").arg(turn));
        return bubble->findChild<QTextBrowser*>("turnText")->toPlainText();
    }

private Q_SLOTS:
    void init() { fettle::test::failOnWarning(); }

    void showsTurnsAsTheyStream() {
        ConversationModel model;
        ChatTranscript transcript(ChatTranscript::Side::Tuned);
        transcript.setModel(&model);

        model.say("Where does Fengutu live?");
        model.beginAnswer();
        model.appendToken({.id = 1, .text = "By "});
        model.appendToken({.id = 2, .text = "the lake."});

        QCOMPARE(textOf(transcript, 0), "Where does Fengutu live?");
        QTRY_COMPARE(textOf(transcript, 1), "By the lake.");
    }

    void removedTurnsGo() {
        ConversationModel model;
        ChatTranscript transcript(ChatTranscript::Side::Base);
        transcript.setModel(&model);
        model.say("one");
        model.beginAnswer();
        model.endAnswer("eos", 100);

        model.truncate(0);

        QVERIFY(transcript.findChildren<QTextBrowser*>().isEmpty() || model.rowCount() == 0);
    }

    // They take no attention while somebody reads, and are there for the mouse and for the keyboard.
    void asksToAnswerAgain() {
        ConversationModel model;
        ChatTranscript transcript(ChatTranscript::Side::Base);
        transcript.setModel(&model);
        model.say("one");
        model.beginAnswer();
        model.appendToken({.id = 1, .text = "two"});
        model.endAnswer("eos", 100);
        QSignalSpy again(&transcript, &ChatTranscript::regenerateRequested);

        for (auto* button : transcript.findChild<QWidget*>("turn1")->findChildren<QAbstractButton*>())
            if (button->accessibleName() == QLatin1String("Answer again")) button->click();

        QCOMPARE(again.size(), 1);
        QCOMPARE(again[0][0].toInt(), 1);
    }
};

FETTLE_TEST(ChatTranscriptTest)
#include "chat_transcript_test.moc"

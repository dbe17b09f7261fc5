#include "tests/ui/pages/studio.h"

#include "ui/pages/chat/chat_page.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/state_chip.h"

#include <QFileInfo>
#include <QPlainTextEdit>
#include <QTableView>

using namespace fettle;
using namespace fettle::ui;
using fettle::test::Studio;

namespace {

constexpr int kMinutes = 60000;

EngineProgram realEngine() {
    EngineProgram program = EngineProgram::find();
    if (!qEnvironmentVariableIsSet("FETTLE_PROGRAM")) program.path = QStringLiteral(FETTLE_BINARIES "/fettle");
    return program;
}

bool hasEngine(const EngineProgram& program) {
    return QFileInfo::exists(QFileInfo(program.path).absolutePath() + QStringLiteral("/fettle-engine"));
}

void type(QWidget* field, const QString& text) {
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Tab);
}

QString answerOf(ChatSide& side) {
    const int rows = side.conversation().rowCount();
    return rows > 0 && !side.isStreaming() ? side.conversation().turn(rows - 1).text : QString();
}

void ask(const Studio& studio, const QString& question) {
    auto* message = studio.find<QPlainTextEdit>("message");
    QTest::keyClicks(message, question);
    QTest::keyClick(message, Qt::Key_Return);
}

} // namespace

// The main job with the real engine: train, watch the loss fall, compare, export with proof, open the export.
class MainPathTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void someoneTunesTheirFirstModel() {
        const EngineProgram program = realEngine();
        if (!hasEngine(program)) QSKIP("fettle-engine is not built beside fettle");
        Studio studio(program);
        studio.open("trainPage");
        studio.show();
        auto* start = studio.page("trainPage")->primaryAction();
        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), kMinutes);
        type(studio.find<QWidget>("config.duration.num_train_epochs"), QLocale().toString(0.25));

        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), kMinutes);
        studio.primary("trainPage");

        QTRY_VERIFY(studio.shows("runsPage"));
        QTRY_COMPARE_WITH_TIMEOUT(studio.find<StateChip>("runState")->state(), RunState::Finished, 4 * kMinutes);
        const auto& losses = studio.workspace.runs.record(studio.workspace.controller.folder())
                                 ->metrics()
                                 .values(QStringLiteral("loss"));
        QVERIFY(losses.size() > 20);
        QVERIFY2(losses.back() < losses.front() / 2, qPrintable(QString::number(losses.back())));

        QTRY_VERIFY(studio.page("runsPage")->primaryAction()->isEnabled());
        studio.primary("runsPage");
        QVERIFY(studio.shows("chatPage"));
        auto* chat = static_cast<ChatPage*>(studio.page("chatPage"));
        QTRY_VERIFY(!chat->right().target().adapter.isEmpty());
        ask(studio, QStringLiteral("Where does Glogan live?"));
        QTRY_VERIFY_WITH_TIMEOUT(!answerOf(chat->left()).isEmpty() && !answerOf(chat->right()).isEmpty(), kMinutes);
        QVERIFY(answerOf(chat->left()) != answerOf(chat->right()));

        studio.open("exportPage");
        QTRY_VERIFY_WITH_TIMEOUT(studio.page("exportPage")->primaryAction()->isEnabled(), kMinutes);
        studio.primary("exportPage");
        QTRY_VERIFY_WITH_TIMEOUT(studio.find<MessageStrip>("proofVerdict")->isVisible(), kMinutes);
        const auto* proof = studio.find<QTableView>("proofTable")->model();
        QTRY_VERIFY_WITH_TIMEOUT(proof->index(proof->rowCount() - 1, 3).data().isValid(), kMinutes);

        studio.trigger("openExport");
        QVERIFY(studio.shows("chatPage"));
        ask(studio, QStringLiteral("What is Duppy?"));
        QTRY_VERIFY_WITH_TIMEOUT(!answerOf(chat->right()).isEmpty(), kMinutes);
    }
};

FETTLE_TEST(MainPathTest)
#include "main_path_test.moc"

#include "core/base/files.h"
#include "tests/support/test_main.h"
#include "ui/models/conversations_model.h"
#include "ui/tasks/run_in_background.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::ui;

namespace {

struct ConversationsHome {
    ConversationsHome() { qputenv("XDG_DATA_HOME", folder.path().toUtf8()); }
    ~ConversationsHome() {
        backgroundThreads().waitForDone(); // else a file may still be written into the folder that goes
        qunsetenv("XDG_DATA_HOME");
    }
    [[nodiscard]] QString file(const char* id) const {
        return folder.filePath(QStringLiteral("fettle/conversations/%1.json").arg(QLatin1String(id)));
    }
    QTemporaryDir folder;
};

Conversation talk(const char* id, const char* question, int minute) {
    Conversation conversation{.id = QLatin1String(id),
                              .changed = QDateTime(QDate(2026, 1, 2), QTime(3, minute), Qt::UTC),
                              .isCompared = true};
    const ChatTurn asked{.role = "user", .text = QLatin1String(question)};
    conversation.left = {ResultRef::ofBase("pocket", "pocket"), {asked}};
    conversation.right = {ResultRef::ofTraining("/runs/demo/adapter", "pocket", "demo"),
                          {asked,
                           {.role = "assistant",
                            .text = "By the lake.",
                            .tokenCount = 4,
                            .tokensPerSecond = 200,
                            .strength = 0.5,
                            .stop = "length"}}};
    return conversation;
}

} // namespace

class ConversationsModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void aConversationSurvivesItsFile() {
        const Conversation before = talk("one", "Where?", 1);

        const Conversation after = conversationFrom(toJson(before));

        QCOMPARE(after.changed, before.changed);
        QVERIFY(after.isCompared);
        QCOMPARE(after.left.result, before.left.result);
        QCOMPARE(after.right.result, before.right.result);
        const ChatTurn& answer = after.right.turns.at(1);
        QCOMPARE(answer.text, "By the lake.");
        QCOMPARE(answer.tokenCount, 4);
        QCOMPARE(answer.strength, 0.5);
        QCOMPARE(answer.stop, "length");
        QCOMPARE(after.title(), "Where?");
        QVERIFY_THROWS_EXCEPTION(Error, (void)conversationFrom(Json::array()));
        QVERIFY_THROWS_EXCEPTION(Error, (void)conversationFrom({{"right", 1}}));
    }

    void theLatestComesFirst() {
        const ConversationsHome home;
        ConversationsModel model;
        QAbstractItemModelTester tester(&model);
        model.keep(talk("one", "First?", 1));
        model.keep(talk("two", "Second?", 2));
        QCOMPARE(model.rowOf("two"), 0);

        model.keep(talk("one", "First?", 3));

        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowOf("one"), 0);
        QTRY_VERIFY(QFile::exists(home.file("one")) && QFile::exists(home.file("two")));
    }

    void theyAreThereAfterARestart() {
        const ConversationsHome home;
        {
            ConversationsModel model;
            model.keep(talk("one", "First?", 1));
            model.keep(talk("two", "Second?", 2));
            QTRY_VERIFY(QFile::exists(home.file("two")));
        }
        writeFileAtomically(home.file("other").toStdString(), "{}");
        ConversationsModel model;
        Conversation opened;
        connect(&model, &ConversationsModel::opened, this, [&](const Conversation& found) { opened = found; });

        model.refresh();
        QTRY_COMPARE(model.rowCount(), 2);
        QVERIFY(model.index(0).data().toString().startsWith("Second?"));
        model.open(1);

        QTRY_COMPARE(opened.id, "one");
        QCOMPARE(opened.right.turns.size(), 2u);
    }

    void whatWasRemovedCanComeBack() {
        const ConversationsHome home;
        ConversationsModel model;
        QAbstractItemModelTester tester(&model);
        QSignalSpy removed(&model, &ConversationsModel::removed);
        model.keep(talk("one", "First?", 1));
        QTRY_VERIFY(QFile::exists(home.file("one")));
        QVERIFY(!model.canRestore());

        model.remove(0);
        QTRY_COMPARE(removed.count(), 1);
        QVERIFY(!QFile::exists(home.file("one")));

        model.restore();
        QCOMPARE(model.rowCount(), 1);
        QTRY_VERIFY(QFile::exists(home.file("one")));
    }

    void onlyItsOwnerReadsThem() {
        const ConversationsHome home;
        ConversationsModel model;
        model.keep(talk("one", "First?", 1));
        QTRY_VERIFY(QFile::exists(home.file("one")));

        const auto others = QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(home.folder.filePath("fettle/conversations")) & others));
    }
};

FETTLE_TEST(ConversationsModelTest)
#include "conversations_model_test.moc"

#include "ui/pages/chat/chat_page.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/state_chip.h"
#include "ui/widgets/style.h"
#include "ui/window/main_window.h"

#include "core/base/files.h"
#include "tests/support/fail_on_warning.h"
#include "tests/support/test_main.h"

#include <QApplication>
#include <QFileInfo>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTableView>
#include <QTemporaryDir>
#include <QWindow>

using namespace fettle;
using namespace fettle::ui;

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

// The window as a person has it: what is not on the screen cannot be clicked.
class Person {
public:
    explicit Person(MainWindow& window) : m_window(window) {}

    template <class Control>
    [[nodiscard]] Control* see(const char* objectName) const {
        for (auto* control : m_window.findChildren<Control*>(QLatin1String(objectName)))
            if (control->isVisible()) return control;
        return nullptr;
    }
    [[nodiscard]] bool canClick(const char* objectName) const {
        const auto* control = see<QWidget>(objectName);
        return control != nullptr && control->isEnabled();
    }
    // The event goes to the window, which finds who lies there.
    void click(const char* objectName) const {
        auto* control = see<QWidget>(objectName);
        if (control == nullptr) return QTest::qFail(objectName, __FILE__, __LINE__);
        scrollTo(control);
        QTest::mouseClick(m_window.windowHandle(), Qt::LeftButton, Qt::NoModifier,
                          control->mapTo(&m_window, control->rect().center()));
    }
    void type(const QString& text) const {
        for (const QChar letter : text)
            QTest::keyClick(m_window.windowHandle(), letter.toLatin1());
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const {
        QTest::keyClick(m_window.windowHandle(), key, modifiers);
    }
    void fill(const char* objectName, const QString& text) const {
        click(objectName);
        press(Qt::Key_A, Qt::ControlModifier);
        type(text);
        press(Qt::Key_Tab);
    }
    void ask(const QString& question) const {
        click("message");
        type(question);
        press(Qt::Key_Return);
    }

private:
    static void scrollTo(QWidget* control) {
        for (QWidget* above = control->parentWidget(); above != nullptr; above = above->parentWidget())
            if (auto* area = qobject_cast<QScrollArea*>(above)) area->ensureWidgetVisible(control);
        QCoreApplication::processEvents();
    }

    MainWindow& m_window;
};

QString answerOf(ChatSide& side) {
    const int rows = side.conversation().rowCount();
    return rows > 0 && !side.isStreaming() ? side.conversation().turn(rows - 1).text : QString();
}

} // namespace

// The main job with the real engine, by clicks and keys alone: choose the pocket model and its data, train, watch the
// loss fall, compare, export with proof, open the export.
class MainPathTest : public QObject {
    Q_OBJECT

    struct Studio {
        explicit Studio(const EngineProgram& program)
            : settings(home.filePath("settings.ini")),
              workspace((qputenv("XDG_DATA_HOME", home.path().toUtf8()), program), settings),
              window((settings.setRunsFolder(home.filePath("runs")), workspace)) {}
        ~Studio() { qunsetenv("XDG_DATA_HOME"); }

        QTemporaryDir home;
        Settings settings;
        Workspace workspace;
        MainWindow window;
    };

private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, Settings::Theme::Light, 100); }
    void init() { test::failOnWarning(); }

    void someoneTunesTheirFirstModel() {
        const EngineProgram program = realEngine();
        if (!hasEngine(program)) QSKIP("fettle-engine is not built beside fettle");
        Studio studio(program);
        MainWindow& window = studio.window;
        const Person person(window);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        studio.workspace.start();

        person.click("rail.models");
        QTRY_VERIFY(person.canClick("train.pocket"));
        person.click("train.pocket");
        QCOMPARE(window.currentPage()->objectName(), "trainPage");
        person.fill("trainDataPath", QStringLiteral(FETTLE_SOURCE "/resources/pocket/data/chat.jsonl"));
        person.fill("config.duration.num_train_epochs", QLocale().toString(0.25));
        QTRY_VERIFY_WITH_TIMEOUT(person.canClick("primaryButton"), kMinutes);
        person.click("primaryButton");

        QTRY_COMPARE(window.currentPage()->objectName(), "runsPage");
        QTRY_VERIFY(person.see<StateChip>("runState") != nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(person.see<StateChip>("runState")->state(), RunState::Finished, 4 * kMinutes);
        const QString run = studio.workspace.runs.folderAt(0);
        const auto& losses = studio.workspace.registry.record(run)->metrics().values(QStringLiteral("loss"));
        QVERIFY(losses.size() > 20);
        QVERIFY2(losses.back() < losses.front() / 2, qPrintable(QString::number(losses.back())));

        QTRY_VERIFY(person.canClick("primaryButton"));
        person.click("primaryButton");
        QCOMPARE(window.currentPage()->objectName(), "chatPage");
        auto* chat = static_cast<ChatPage*>(window.currentPage());
        QTRY_VERIFY(!chat->right().target().adapter().isEmpty());
        person.ask(QStringLiteral("Where does Glogan live?"));
        QTRY_VERIFY_WITH_TIMEOUT(!answerOf(chat->left()).isEmpty() && !answerOf(chat->right()).isEmpty(), kMinutes);
        QVERIFY(answerOf(chat->left()) != answerOf(chat->right()));

        person.press(Qt::Key_6, Qt::ControlModifier);
        QCOMPARE(window.currentPage()->objectName(), "exportPage");
        QTRY_VERIFY_WITH_TIMEOUT(person.canClick("primaryButton"), kMinutes);
        person.click("primaryButton");
        QTRY_VERIFY_WITH_TIMEOUT(person.see<MessageStrip>("proofVerdict") != nullptr, kMinutes);
        const auto* proof = person.see<QTableView>("proofTable")->model();
        QTRY_VERIFY_WITH_TIMEOUT(proof->index(proof->rowCount() - 1, 3).data().isValid(), kMinutes);

        person.click("openExportButton");
        QCOMPARE(window.currentPage()->objectName(), "chatPage");
        person.ask(QStringLiteral("What is Duppy?"));
        QTRY_VERIFY_WITH_TIMEOUT(!answerOf(chat->right()).isEmpty(), kMinutes);
        // tests/gpu/check.sh trains what the window wrote.
        writeFileAtomically(FETTLE_BINARIES "/main-path-config.json", readFile((run + "/config.json").toStdString()));
    }
};

FETTLE_TEST(MainPathTest)
#include "main_path_test.moc"

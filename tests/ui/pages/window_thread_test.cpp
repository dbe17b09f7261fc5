#include "tests/support/file_calls.h"
#include "tests/ui/pages/studio.h"

#include "core/base/files.h"
#include "ui/pages/chat/chat_page.h"

#include <fstream>

using namespace fettle;
using namespace fettle::ui;
using fettle::test::FakeEngine;
using fettle::test::FileCalls;
using fettle::test::Studio;

// A disk that answers late must never be felt: no file is touched on the window's thread. Only the settings are, by
// QSettings, which reads its small file once and writes it when the window is idle.
class WindowThreadTest : public QObject {
    Q_OBJECT

    // Everything that the window could want to read or write lies in one of these.
    static FileCalls watch(const Studio& studio) {
        return FileCalls({studio.homePath("runs").toStdString(), studio.homePath("fettle").toStdString(),
                          studio.homePath("data").toStdString(), studio.homePath("models").toStdString(),
                          studio.homePath("written").toStdString(), FETTLE_SOURCE "/resources/pocket",
                          FETTLE_SOURCE "/resources/recipes"});
    }

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void theWatchSeesFiles() {
        const QTemporaryDir folder;
        const std::string place = folder.path().toStdString();
        const FileCalls calls({place});

        (void)std::filesystem::exists(place + "/by-stat");
        (void)std::ifstream(place + "/by-stream").good();
        (void)QFile::exists(folder.filePath("by-qt"));
        QFile file(folder.filePath("by-qfile"));
        (void)file.open(QIODevice::ReadOnly);

        for (const char* name : {"by-stat", "by-stream", "by-qt", "by-qfile"})
            QVERIFY2(calls.text().find(name) != std::string::npos, name);
    }

    void trainingTouchesNone() {
        FakeEngine engine;
        engine.script("train", "begin 40\nsteps 40 1\nend finished");
        Studio studio(engine.program());
        const FileCalls calls = watch(studio);
        studio.show();
        studio.open("trainPage");
        auto* start = studio.page("trainPage")->primaryAction();
        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), 20000);
        studio.primary("trainPage");
        QTRY_VERIFY(studio.shows("runsPage"));
        const QString run = studio.workspace.runs.folderAt(0);
        RunRegistry& registry = studio.workspace.registry;
        QTRY_COMPARE(registry.record(run)->state(), RunState::Finished);

        QTRY_VERIFY(registry.record(run)->isLoaded());
        registry.rename(run, QStringLiteral("another name"));
        QTRY_COMPARE(registry.record(run)->name(), QStringLiteral("another name"));
        studio.trigger("removeRun");
        studio.trigger("confirmDelete");
        QTRY_COMPARE(studio.workspace.runs.rowCount(), 0);

        QCOMPARE(calls.text(), std::string());
    }

    void dataTouchesNone() {
        FakeEngine engine;
        Studio studio(engine.program());
        const QString file = studio.homePath("data.jsonl");
        QByteArray rows;
        for (int i = 0; i < 500; ++i)
            rows += R"({"messages":[{"role":"user","content":"Who?"},{"role":"assistant","content":" Me."}]})"
                    "\n";
        writeFileAtomically(file.toStdString(), rows.toStdString());
        const FileCalls calls = watch(studio);
        studio.show();
        studio.pages.open({file});
        QTRY_VERIFY(studio.shows("dataPage"));
        QTRY_VERIFY_WITH_TIMEOUT(studio.page("dataPage")->primaryAction()->isEnabled(), 20000);
        studio.primary("dataPage");
        QVERIFY(studio.shows("trainPage"));
        QTRY_VERIFY_WITH_TIMEOUT(studio.page("trainPage")->primaryAction()->isEnabled(), 20000);

        QCOMPARE(calls.text(), std::string());
    }

    void chatAndExportTouchNone() {
        FakeEngine engine;
        Studio studio(engine.program());
        const FileCalls calls = watch(studio);
        studio.show();
        studio.open("chatPage");
        auto* chat = static_cast<ChatPage*>(studio.page("chatPage"));
        QTRY_VERIFY(!chat->right().target().isEmpty());
        chat->ask(QStringLiteral("Where?"));
        QTRY_VERIFY(chat->right().conversation().rowCount() == 2 && !chat->right().isStreaming());
        studio.open("exportPage");
        studio.pages.open({studio.homePath("models")});
        studio.workspace.baseModels.refresh({studio.homePath("models")});
        QTRY_VERIFY(!studio.workspace.baseModels.isReading());

        QCOMPARE(calls.text(), std::string());
    }
};

FETTLE_TEST(WindowThreadTest)
#include "window_thread_test.moc"

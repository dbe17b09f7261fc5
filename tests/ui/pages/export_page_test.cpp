#include "tests/ui/pages/studio.h"

#include "core/base/files.h"
#include "core/base/resources.h"
#include "core/run/event_log.h"
#include "ui/pages/chat/chat_page.h"
#include "ui/pages/export/export_kinds.h"
#include "ui/pages/export/export_page.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/path_field.h"
#include "ui/widgets/segmented_choice.h"

#include <QLineEdit>
#include <QTableView>

using namespace fettle;
using namespace fettle::ui;
using namespace std::string_view_literals;
using fettle::test::FakeEngine;
using fettle::test::Studio;

namespace {

QString addResult(const Studio& studio) {
    const RunFolder folder{studio.homePath("runs").toStdString() + "/demo"};
    makeFolder(folder.adapterFolder());
    RunConfig config;
    config.name = "demo";
    writeJson(folder.configFile(), toJson(config));
    writeFileAtomically(folder.adapterFolder() / "adapter_config.json", "{}\n");
    writeFileAtomically(folder.adapterFolder() / "adapter_model.safetensors", std::string(64, 'x'));
    EventLog log(folder.eventsFile());
    log.append({{"type", "started"}, {"at", "2026-01-02T03:04:05Z"}});
    log.append({{"type", "step"}, {"step", 1}, {"loss", 2.0}});
    log.append({{"type", "ended"}, {"reason", "finished"}});
    return QString::fromStdString(folder.path().string());
}

void openExport(Studio& studio) {
    const QString run = addResult(studio);
    studio.open("exportPage");
    studio.show();
    static_cast<ExportPage*>(studio.page("exportPage"))
        ->choose(ResultRef::ofTraining(run + "/adapter", "pocket", "demo"));
}

} // namespace

class ExportPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void withoutARunThereIsNothingToExport() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.show();

        QVERIFY(!studio.page("exportPage")->primaryAction()->isEnabled());
        QCOMPARE(studio.page("exportPage")->primaryAction()->text(), QStringLiteral("Train a run first"));
    }

    void aMergeIsProvedAndOpensInChat() {
        FakeEngine engine;
        Studio studio(engine.program());
        openExport(studio);
        auto* start = studio.page("exportPage")->primaryAction();
        QTRY_VERIFY(start->isEnabled());
        QCOMPARE(start->text(), QStringLiteral("Merge and prove"));

        studio.primary("exportPage");

        auto* verdict = studio.find<MessageStrip>("proofVerdict");
        QTRY_VERIFY(verdict->isVisible());
        QVERIFY(verdict->text().contains(QLatin1String("100")));
        const auto* table = studio.find<QTableView>("proofTable")->model();
        QTRY_VERIFY(table->index(table->rowCount() - 1, 3).data().isValid());
        studio.trigger("openExport");
        QVERIFY(studio.shows("chatPage"));
        QVERIFY(static_cast<ChatPage*>(studio.page("chatPage"))
                    ->right()
                    .target()
                    .path.endsWith(QLatin1String("demo-merged")));
    }

    void anAdapterIsCopiedWhole() {
        FakeEngine engine;
        Studio studio(engine.program());
        openExport(studio);
        auto* kind = studio.find<SegmentedChoice>("exportKind");
        QTRY_VERIFY(studio.page("exportPage")->primaryAction()->isEnabled());
        kind->setCurrent(QStringLiteral("adapter"));
        Q_EMIT kind->chosen(QStringLiteral("adapter"));
        const QString target = studio.find<PathField>("exportTarget")->path();
        QTRY_VERIFY(studio.page("exportPage")->primaryAction()->isEnabled());

        studio.primary("exportPage");

        QTRY_VERIFY(studio.find<MessageStrip>("exportDone")->isVisible());
        QVERIFY(QFile::exists(target + QStringLiteral("/adapter_model.safetensors")));
        QTRY_COMPARE(studio.find<PathField>("exportTarget")->path(),
                     target + QStringLiteral("-2")); // that one is taken
        QVERIFY(studio.page("exportPage")->primaryAction()->isEnabled());
    }

    void aGgufIsWrittenInTheFormatChosen() {
        FakeEngine engine;
        engine.script(QStringLiteral("export"), QStringLiteral(R"(print {"type": "q4_k_m"})"));
        Studio studio(engine.program());
        openExport(studio);
        auto* kind = studio.find<SegmentedChoice>("exportKind");
        QTRY_VERIFY(studio.page("exportPage")->primaryAction()->isEnabled());
        kind->setCurrent(QStringLiteral("gguf"));
        Q_EMIT kind->chosen(QStringLiteral("gguf"));
        QTRY_VERIFY(studio.page("exportPage")->primaryAction()->isEnabled());
        auto* format = studio.find<QComboBox>("exportDetail");
        QCOMPARE(format->currentText(), QStringLiteral("q8_0"));
        QCOMPARE(format->accessibleName(), QStringLiteral("Number format"));
        format->setCurrentText(QStringLiteral("q4_k_m"));

        studio.primary("exportPage");

        auto* done = studio.find<MessageStrip>("exportDone");
        QTRY_VERIFY(done->isVisible());
        QVERIFY(done->text().contains(QLatin1String("demo-gguf")));
    }

    void theArgumentsOfAGgufNameBaseAndAdapter() {
        const auto kinds = exportKinds();
        const auto gguf = std::ranges::find_if(kinds, [](const ExportKind& kind) { return kind.name == "gguf"sv; });

        const QStringList arguments = gguf->arguments(
            {.result = ResultRef::ofTraining("/run/adapter", "/base", "demo"), .target = "/out", .detail = "f16"});

        QCOMPARE(arguments, (QStringList{"--model", "/base", "--out", "/out/model.gguf", "--type", "f16", "--name",
                                         "demo", "--adapter", "/run/adapter"}));
    }

    void aTakenFolderIsRefusedBeforehand() {
        FakeEngine engine;
        Studio studio(engine.program());
        openExport(studio);
        QTRY_VERIFY(studio.page("exportPage")->primaryAction()->isEnabled());

        auto* target = studio.find<PathField>("exportTarget");
        target->setPath(studio.homePath("runs"));
        Q_EMIT target->pathChosen(target->path());

        QTRY_COMPARE(studio.page("exportPage")->primaryAction()->text(), QStringLiteral("Choose a new folder"));
    }

    void aPathCountsWhileItIsTyped() {
        FakeEngine engine;
        Studio studio(engine.program());
        openExport(studio);
        auto* start = studio.page("exportPage")->primaryAction();
        QTRY_VERIFY(start->isEnabled());
        auto* path = studio.find<QLineEdit>("exportTargetPath");

        path->selectAll();
        QTest::keyClicks(path, studio.homePath("runs"));
        QTRY_COMPARE(start->text(), QStringLiteral("Choose a new folder"));
        QTest::keyClicks(path, "-new");
        QTRY_VERIFY(start->isEnabled());
        QCOMPARE(start->text(), QStringLiteral("Merge and prove"));
    }

    void aFailedMergeIsTold() {
        FakeEngine engine;
        engine.script(
            "merge", R"(print {"error":{"kind":"disk_full","facts":{},"message":"No space left.","hint":"Free some."}})"
                     "\nexit 1");
        Studio studio(engine.program());
        QStringList told;
        connect(&studio.workspace.failures, &Failures::told, this,
                [&](const Failure& failure) { told << failure.what; });
        openExport(studio);
        QTRY_VERIFY(studio.page("exportPage")->primaryAction()->isEnabled());

        studio.primary("exportPage");

        QTRY_COMPARE(told, QStringList{"Exporting"});
        QTRY_VERIFY(studio.page("exportPage")->primaryAction()->isEnabled());
    }

    // As a merge that was cancelled leaves nothing, and a copy either.
    void anExportIsCancelled() {
        FakeEngine engine;
        engine.script("merge", R"(print {"type":"progress","phase":"merging","done":0,"total":9})"
                               "\nsleep");
        Studio studio(engine.program());
        openExport(studio);
        QTRY_VERIFY(studio.page("exportPage")->primaryAction()->isEnabled());
        studio.primary("exportPage");
        QTRY_VERIFY(studio.find<QWidget>("exportProgress")->isVisible());
        QCOMPARE(studio.workspace.jobs.running().size(), 1);

        studio.click("cancelExport");

        QTRY_VERIFY(studio.workspace.jobs.running().isEmpty());
        QVERIFY(!studio.find<QWidget>("exportProgress")->isVisible());
        QTRY_VERIFY(studio.page("exportPage")->primaryAction()->isEnabled());
    }

    void exportedAndOpenedModelsStayAfterARestart() {
        FakeEngine engine;
        const QTemporaryDir elsewhere;
        const QString exported = elsewhere.filePath("exported"), opened = elsewhere.filePath("opened");
        for (const QString& model : {exported, opened})
            std::filesystem::copy(resourceFolder() / "pocket", model.toStdString());
        Studio studio(engine.program());
        studio.show();
        studio.workspace.baseModels.addFolder(exported);
        studio.page("modelsPage")->open({opened});
        QTRY_VERIFY(studio.settings.modelFolders().contains(exported));
        QTRY_VERIFY(studio.settings.modelFolders().contains(opened));
        makeFolder(exportsFolder());
        std::filesystem::copy(resourceFolder() / "pocket", exportsFolder() / "merged");

        Workspace again(engine.program(), studio.settings);
        again.start();

        QTRY_VERIFY(!again.baseModels.isReading());
        QVERIFY(again.baseModels.rowOf(exported) >= 0);
        QVERIFY(again.baseModels.rowOf(opened) >= 0);
        QVERIFY(again.baseModels.rowOf(QString::fromStdString((exportsFolder() / "merged").string())) >= 0);
    }
};

FETTLE_TEST(ExportPageTest)
#include "export_page_test.moc"

#include "tests/ui/pages/studio.h"

#include "ui/models/suggested_models.h"
#include "ui/widgets/message_strip.h"

#include <QLineEdit>
#include <QTableView>

using namespace fettle;
using namespace fettle::ui;
using fettle::test::FakeEngine;
using fettle::test::Studio;

namespace {

constexpr const char* kDownloaded =
    R"(print {"type": "progress", "phase": "downloading", "done": 50, "total": 100}
print {"type": "result", "path": "/models/one"})";

void openCard(Studio& studio) {
    studio.open("modelsPage");
    studio.show();
    studio.trigger("getModel");
}

} // namespace

class GetModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void aNameHasAnOwner() {
        FakeEngine engine;
        Studio studio(engine.program());
        openCard(studio);
        auto* download = studio.find<QAction>("downloadModel");
        QVERIFY(!download->isEnabled());

        studio.find<QLineEdit>("hubName")->setText(QStringLiteral("SmolLM2"));
        QVERIFY(!download->isEnabled());
        QCOMPARE(download->text(), QStringLiteral("A name is owner/name"));

        studio.find<QLineEdit>("hubName")->setText(QStringLiteral(" HuggingFaceTB/SmolLM2-135M "));
        QVERIFY(download->isEnabled());
    }

    void aSuggestionIsDownloadedAndTrained() {
        FakeEngine engine;
        engine.script(QStringLiteral("get"), QLatin1String(kDownloaded));
        Studio studio(engine.program());
        openCard(studio);

        studio.find<QTableView>("suggestedModels")->selectRow(0);
        QCOMPARE(studio.find<QLineEdit>("hubName")->text(), QLatin1String(suggestedModels()[0].name));
        studio.trigger("downloadModel");

        auto* done = studio.find<MessageStrip>("modelFetched");
        QTRY_VERIFY(done->isVisible());
        QVERIFY(done->text().contains(QLatin1String(suggestedModels()[0].name)));
        studio.trigger("trainFetchedModel");
        QVERIFY(studio.shows("trainPage"));
    }

    void aFailureSaysWhatToDo() {
        FakeEngine engine;
        engine.script(QStringLiteral("get"), QStringLiteral(R"(print {"type": "failed", "kind": "file_not_found", )"
                                                            R"("message": "The hub has no model o/n.", )"
                                                            R"("hint": "Check the name."}
exit 1)"));
        Studio studio(engine.program());
        openCard(studio);
        studio.find<QLineEdit>("hubName")->setText(QStringLiteral("o/n"));

        studio.trigger("downloadModel");

        QTRY_VERIFY(studio.find<MessageStrip>("modelNotFetched")->isVisible());
        QVERIFY(studio.find<QAction>("downloadModel")->isEnabled());
    }

    void aDownloadIsAskedAboutAtClosingAndCanBeEnded() {
        FakeEngine engine;
        engine.script(QStringLiteral("get"), QStringLiteral("sleep"));
        Studio studio(engine.program());
        openCard(studio);
        studio.find<QLineEdit>("hubName")->setText(QStringLiteral("o/n"));
        studio.trigger("downloadModel");
        QTRY_COMPARE(studio.workspace.jobs.running().size(), 1);
        QVERIFY(!studio.find<QAction>("downloadModel")->isEnabled());

        studio.click("cancelModelFetch");

        QTRY_COMPARE(studio.workspace.jobs.running().size(), 0);
    }

    void whatNeedsMoreMemorySaysSo() {
        SuggestedModelsTable table;
        const auto fits = [&](int row) { return table.index(row, 0).data(SuggestedModelsTable::FitsRole).toBool(); };
        const int last = table.rowCount() - 1;
        QVERIFY(fits(0) && fits(last)); // of unknown memory nothing is said

        table.setMemory(8'000'000'000);

        QVERIFY(fits(0) && !fits(last));
        QVERIFY(table.index(last, SuggestedModelsTable::Training).data().toString().contains(QLatin1String("more")));
    }
};

FETTLE_TEST(GetModelTest)
#include "get_model_test.moc"

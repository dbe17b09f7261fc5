#include "tests/ui/pages/studio.h"

#include "core/base/files.h"
#include "ui/pages/runs/runs_page.h"
#include "ui/pages/runs/verdict_rows.h"
#include "ui/widgets/message_strip.h"

#include <QLineEdit>
#include <QTableView>

using namespace fettle;
using namespace fettle::ui;
using fettle::test::FakeEngine;
using fettle::test::Studio;

namespace {

const Json kVerdict = parseJson(R"({
  "type": "verdict", "rows": 100, "verdict": "better", "scorer": "exact_match",
  "score": {"rows": 100, "base": 0.1, "tuned": 0.75, "difference": 0.65, "low": 0.55, "high": 0.74, "verdict": "better"},
  "loss": {"rows": 100, "base": 3, "tuned": 1, "difference": -2, "low": -2.5, "high": -1.5, "verdict": "better"},
  "probes": {"rows": 30, "base": 4, "tuned": 4, "difference": 0, "low": null, "high": null,
             "verdict": "no_difference_shown"},
  "improved": [{"origin": "Line 3 of held_out.jsonl", "question": "Where does Memi live?", "expected": "By the lake.",
                "base": "I", "tuned": "By the lake.", "base_score": 0, "tuned_score": 1}],
  "worsened": []})",
                                "a verdict");

QString runWithResult(const Studio& studio) {
    const QString run = test::addRun(studio, "demo", 8, "finished");
    makeFolder(run.toStdString() + "/adapter");
    writeJson(run.toStdString() + "/adapter/adapter_config.json", Json::object());
    writeFileAtomically(run.toStdString() + "/adapter/adapter_model.safetensors", "x");
    return run;
}

void showRun(Studio& studio, const QString& run) {
    studio.open("runsPage");
    studio.show();
    static_cast<RunsPage*>(studio.page("runsPage"))->showRun(run);
}

} // namespace

class RunVerdictTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void whatTheEngineFoundIsShown() {
        FakeEngine engine;
        engine.script(QStringLiteral("evaluate"), QStringLiteral(R"(print {"type": "verdict"})"));
        Studio studio(engine.program());
        const QString run = runWithResult(studio);
        showRun(studio, run);
        auto* strip = studio.find<MessageStrip>("runVerdict");
        QTRY_VERIFY(strip->text().contains(QLatin1String("Did the run help?")));
        QTRY_VERIFY(studio.find<QAction>("askForVerdict")->isEnabled());
        writeJson(run.toStdString() + "/verdict.json", kVerdict);

        studio.trigger("askForVerdict");

        QTRY_VERIFY(strip->text().contains(QLatin1String("did help")));
        QVERIFY(strip->text().contains(QLatin1String("100")));
        const auto* figures = studio.find<QTableView>("verdictFigures")->model();
        QCOMPARE(figures->rowCount(), 3);
        QCOMPARE(figures->index(0, 2).data().toString(), QStringLiteral("75 %"));
        QCOMPARE(figures->index(1, 3).data().toString(), QStringLiteral("\u22122.000"));
        QCOMPARE(figures->index(2, 5).data().toString(), QStringLiteral("no difference shown"));
        QCOMPARE(studio.find<QTableView>("changedRows")->model()->index(0, 0).data().toString(),
                 QStringLiteral("Where does Memi live?"));
    }

    void aVerdictOfEarlierIsThere() {
        FakeEngine engine;
        Studio studio(engine.program());
        const QString run = runWithResult(studio);
        writeJson(run.toStdString() + "/verdict.json", kVerdict);

        showRun(studio, run);

        QTRY_VERIFY(studio.find<MessageStrip>("runVerdict")->text().contains(QLatin1String("did help")));
    }

    void aRunWithoutAResultCannotBeJudged() {
        FakeEngine engine;
        Studio studio(engine.program());

        showRun(studio, test::addRun(studio, "demo", 8, nullptr));

        QTRY_COMPARE(studio.find<QAction>("askForVerdict")->text(), QStringLiteral("The run has no result yet"));
        QVERIFY(!studio.find<QAction>("askForVerdict")->isEnabled());
    }

    void aPatternIsAskedFor() {
        FakeEngine engine;
        Studio studio(engine.program());
        showRun(studio, runWithResult(studio));
        auto* ask = studio.find<QAction>("askForVerdict");
        QTRY_VERIFY(ask->isEnabled());

        auto* scorer = studio.find<QComboBox>("verdictScorer");
        scorer->setCurrentIndex(scorer->findData(QStringLiteral("regex")));
        QVERIFY(!ask->isEnabled());
        studio.find<QLineEdit>("verdictPattern")->setText(QStringLiteral("yes"));
        QVERIFY(ask->isEnabled());
    }

    void aFailureIsSaid() {
        FakeEngine engine;
        engine.script(QStringLiteral("evaluate"),
                      QStringLiteral(R"(print {"error": {"kind": "bad_dataset", )"
                                     R"("message": "There are no rows.", "hint": "Add some."}}
exit 1)"));
        Studio studio(engine.program());
        showRun(studio, runWithResult(studio));
        QTRY_VERIFY(studio.find<QAction>("askForVerdict")->isEnabled());

        studio.trigger("askForVerdict");

        QTRY_COMPARE(studio.workspace.jobs.running().size(), 0);
        QVERIFY(studio.find<QAction>("askForVerdict")->isEnabled());
    }
};

FETTLE_TEST(RunVerdictTest)
#include "run_verdict_test.moc"

#include "tests/ui/pages/studio.h"

#include <QSplitter>
#include <QTableView>

using namespace fettle;
using namespace fettle::ui;
using fettle::test::addRun;
using fettle::test::FakeEngine;
using fettle::test::Studio;

class RunListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void aListWithRoomShowsWhatRunsCameTo() {
        FakeEngine engine;
        Studio studio(engine.program());
        addRun(studio, "small", 4, "finished");
        studio.open("runsPage");
        studio.show();
        studio.window.resize(860, 700);
        const auto* list = studio.find<QTableView>("runList");
        QTRY_VERIFY(list->isColumnHidden(RunsModel::Method));

        studio.window.resize(2400, 700);
        auto* sides = studio.page("runsPage")->findChild<QSplitter*>();
        QTRY_VERIFY((sides->setSizes({1200, 1200}), !list->isColumnHidden(RunsModel::Method)));

        for (const auto column :
             {RunsModel::State, RunsModel::Loss, RunsModel::Time, RunsModel::Model, RunsModel::Method})
            QVERIFY2(!list->isColumnHidden(column), qPrintable(QString::number(column)));
    }
};

FETTLE_TEST(RunListTest)
#include "run_list_test.moc"

#include "tests/support/test_main.h"
#include "ui/models/runs_model.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QLocale>
#include <QSignalSpy>
#include <QSortFilterProxyModel>

using namespace fettle;
using namespace fettle::ui;

namespace {

RunSummary run(const char* name, int hour, std::optional<double> loss = {}) {
    return {.folder = QString("/runs/") + name,
            .name = name,
            .model = "pocket",
            .objective = "sft",
            .adapter = "lora",
            .state = RunState::Finished,
            .loss = loss,
            .since = QDateTime(QDate(2026, 1, 1), QTime(hour, 0), Qt::UTC)};
}

QStringList names(const RunsModel& model) {
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list << model.index(row, RunsModel::Name).data().toString();
    return list;
}

QString text(const RunsModel& model, int row, int column) {
    return model.index(row, column).data().toString();
}

} // namespace

class RunsModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QTest::failOnWarning(QRegularExpression(".*"));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    void aRowSaysWhatTheRunIs() {
        RunsModel model;
        model.setRuns({run("a", 1, 1.5)});

        QCOMPARE(text(model, 0, RunsModel::State), "Finished");
        QCOMPARE(text(model, 0, RunsModel::Loss), "1.500");
        QCOMPARE(text(model, 0, RunsModel::Method), "SFT, LoRA");
        QCOMPARE(text(model, 0, RunsModel::Model), "pocket");
    }

    void theLiveStateIsShown() {
        RunsModel model;
        model.setRuns({run("a", 1)});

        model.setLiveState("/runs/a", RunState::Queued);
        QCOMPARE(text(model, 0, RunsModel::State), "Queued");
        model.setLiveState("/runs/a", std::nullopt);

        QCOMPARE(text(model, 0, RunsModel::State), "Finished");
    }

    // A new run comes to its place by time; one that starts again or changes stays where it is.
    void runsStayInPlace() {
        RunsModel model;
        QAbstractItemModelTester tester(&model);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setRuns({run("c", 3), run("b", 2), run("a", 1)});

        model.setRuns({run("a", 9), run("d", 4), run("c", 3), run("b", 2, 0.5)});

        QCOMPARE(names(model), QStringList({"d", "c", "b", "a"}));
        QCOMPARE(text(model, 2, RunsModel::Loss), "0.5000");
        QCOMPARE(reset.count(), 0);
    }

    void theSelectionSurvivesEveryUpdate() {
        RunsModel model;
        QSortFilterProxyModel sorted;
        sorted.setSourceModel(&model);
        QItemSelectionModel selection(&sorted);
        model.setRuns({run("c", 3), run("b", 2), run("a", 1)});
        selection.select(sorted.index(1, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);

        model.setRuns({run("d", 4), run("c", 3), run("b", 2, 0.1)});
        model.set(run("e", 5));
        model.remove("/runs/c");
        model.setLiveState("/runs/b", RunState::Training);

        QCOMPARE(selection.selectedRows(RunsModel::Name).size(), 1);
        QCOMPARE(selection.selectedRows(RunsModel::Name).front().data().toString(), "b");
    }

    void onlyWhatChangedIsTold() {
        RunsModel model;
        model.setRuns({run("b", 2), run("a", 1)});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

        model.setRuns({run("b", 2), run("a", 1, 0.5)});

        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 1);
    }
};

FETTLE_TEST(RunsModelTest)
#include "runs_model_test.moc"

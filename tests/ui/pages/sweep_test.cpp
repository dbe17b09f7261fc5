#include "tests/ui/pages/studio.h"

#include "ui/pages/train/train_page.h"

#include <QLineEdit>

using namespace fettle;
using namespace fettle::ui;
using fettle::test::FakeEngine;
using fettle::test::Studio;

namespace {

void showReady(Studio& studio) {
    studio.show();
    studio.open("trainPage");
    QTRY_VERIFY_WITH_TIMEOUT(studio.page("trainPage")->primaryAction()->isEnabled(), 20000);
}

} // namespace

class SweepTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void everyCombinationIsQueued() {
        FakeEngine engine;
        engine.script("train", "begin 20\nsteps 5\nhold");
        Studio studio(engine.program());
        showReady(studio);
        auto* sweep = studio.find<QAction>("startSweep");
        QVERIFY(!sweep->isEnabled());
        studio.find<QLineEdit>("sweep.optimizer.learning_rate")->setText(QStringLiteral("1e-4; 2e-4"));
        studio.find<QLineEdit>("sweep.adapter.r")->setText(QStringLiteral("4 16"));
        QCOMPARE(sweep->text(), QStringLiteral("Queue 4 runs"));
        QVERIFY(sweep->isEnabled());

        sweep->trigger();

        QTRY_COMPARE(studio.trainingState(), RunState::Training);
        QTRY_COMPARE(studio.workspace.registry.queue().rowCount(), 3);
        const QString first = studio.workspace.registry.training().value(0);
        QVERIFY(studio.workspace.registry.nameOf(first).endsWith(QLatin1String("learning_rate 0.0001, r 4")));
        QTRY_VERIFY(studio.shows("runsPage"));
    }

    void whatIsNoNumberIsSaid() {
        FakeEngine engine;
        Studio studio(engine.program());
        showReady(studio);
        auto* sweep = studio.find<QAction>("startSweep");

        studio.find<QLineEdit>("sweep.adapter.r")->setText(QStringLiteral("4; many"));
        QVERIFY(!sweep->isEnabled());

        studio.find<QLineEdit>("sweep.adapter.r")->setText(QStringLiteral("4; 0"));
        QVERIFY(!sweep->isEnabled()); // no rank
    }
};

FETTLE_TEST(SweepTest)
#include "sweep_test.moc"

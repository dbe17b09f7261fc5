#include "tests/support/test_main.h"
#include "ui/tasks/progress_watch.h"

#include <QSignalSpy>

using namespace fettle::ui;

class ProgressWatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChangeIsToldOnce() {
        ProgressWatch watch;
        QSignalSpy progressed(&watch, &ProgressWatch::progressed);
        const auto cell = watch.begin();

        cell->total = 10;
        cell->done = 3;

        QTRY_COMPARE(progressed.count(), 1);
        QCOMPARE(progressed.first(), QVariantList({qint64{3}, qint64{10}}));
    }

    void whatWasForgottenIsSilent() {
        ProgressWatch watch;
        QSignalSpy progressed(&watch, &ProgressWatch::progressed);
        const auto old = watch.begin();
        const auto current = watch.begin();

        old->done = 99;
        current->done = 1;

        QTRY_COMPARE(progressed.count(), 1);
        QCOMPARE(progressed.first().first().toLongLong(), 1);
    }
};

FETTLE_TEST(ProgressWatchTest)
#include "progress_watch_test.moc"

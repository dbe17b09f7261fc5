#include "tests/support/test_main.h"
#include "ui/tasks/path_watch.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace fettle::ui;

namespace {

void append(const QString& path) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write("a line\n");
}

} // namespace

class PathWatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    // The watch begins on its own thread: what happens until then is written again.
    void aNewEntryAndAWrittenFileAreTold() {
        const QTemporaryDir folder;
        const QString file = folder.filePath("file");
        append(file);
        PathWatch watch;
        QSet<QString> told;
        connect(&watch, &PathWatch::changed, this, [&told](const QString& path) { told << path; });

        watch.setPaths({folder.path(), file, folder.filePath("absent")});

        int entries = 0;
        QTRY_VERIFY((append(file), append(folder.filePath(QString::number(++entries))),
                     told == QSet<QString>({folder.path(), file})));
    }

    void whatIsNotWatchedAnyMoreIsNotTold() {
        const QTemporaryDir first, second;
        PathWatch watch;
        QStringList told;
        connect(&watch, &PathWatch::changed, this, [&told](const QString& path) { told << path; });
        watch.setPaths({first.path()});

        watch.setPaths({second.path()});

        int entries = 0;
        QTRY_VERIFY((append(second.filePath(QString::number(++entries))), told.contains(second.path())));
        told.clear();
        append(first.filePath("entry"));
        append(second.filePath("last"));
        QTRY_VERIFY(told.contains(second.path()));
        QVERIFY(!told.contains(first.path()));
    }
};

FETTLE_TEST(PathWatchTest)
#include "path_watch_test.moc"

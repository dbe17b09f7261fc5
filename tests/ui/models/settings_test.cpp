#include "tests/support/test_main.h"
#include "ui/models/settings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace fettle::ui;

namespace {

struct SettingsStage {
    QTemporaryDir folder;
    QString file = folder.filePath("studio.ini");
    Settings settings{file};
};

} // namespace

class SettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void defaultsAreSensible() {
        const SettingsStage stage;

        QCOMPARE(stage.settings.theme(), Settings::Theme::System);
        QCOMPARE(stage.settings.fontPercent(), 100);
        QCOMPARE(stage.settings.device(), "auto");
        QVERIFY(stage.settings.runsFolder().endsWith("fettle/runs"));
    }

    void choicesSurviveARestart() {
        const QTemporaryDir folder;
        const QString file = folder.filePath("studio.ini");
        {
            Settings settings(file);
            settings.setTheme(Settings::Theme::Dark);
            settings.setFontPercent(150);
            settings.setModelFolders({"/models", "/more"});
            settings.setState("window/geometry", QByteArray("\x01\x02", 2));
        }

        const Settings again(file);

        QCOMPARE(again.theme(), Settings::Theme::Dark);
        QCOMPARE(again.fontPercent(), 150);
        QCOMPARE(again.modelFolders(), QStringList({"/models", "/more"}));
        QCOMPARE(again.state("window/geometry").toByteArray(), QByteArray("\x01\x02", 2));
    }

    void aDamagedFileMeansDefaults() {
        const QTemporaryDir folder;
        QFile file(folder.filePath("studio.ini"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[General]\ntheme=purple\nfont_percent=many\nthreads=-5\ndevice=\n");
        file.close();

        const Settings settings(file.fileName());

        QCOMPARE(settings.theme(), Settings::Theme::System);
        QCOMPARE(settings.fontPercent(), 100);
        QCOMPARE(settings.threads(), 0);
        QCOMPARE(settings.device(), "auto");
    }

    void onlyAChangeIsTold() {
        SettingsStage stage;
        QSignalSpy changed(&stage.settings, &Settings::fontPercentChanged);

        stage.settings.setFontPercent(150);
        stage.settings.setFontPercent(150);

        QCOMPARE(changed.count(), 1);
    }

    void theTokenIsForItsOwnerAlone() {
        SettingsStage stage;
        QSignalSpy written(&stage.settings, &Settings::tokenWritten), read(&stage.settings, &Settings::tokenRead);

        stage.settings.writeToken(" hf_secret\n");

        QTRY_COMPARE(written.count(), 1);
        const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QCOMPARE(QFile::permissions(stage.settings.tokenFile()) & ~owner, QFile::Permissions());
        stage.settings.readToken();
        QTRY_COMPARE(read.count(), 1);
        QCOMPARE(read.first().first().toString(), "hf_secret");
    }

    void anEmptyTokenRemovesTheFile() {
        SettingsStage stage;
        QSignalSpy written(&stage.settings, &Settings::tokenWritten);
        stage.settings.writeToken("hf_secret");
        QTRY_COMPARE(written.count(), 1);

        stage.settings.writeToken("");

        QTRY_COMPARE(written.count(), 2);
        QVERIFY(!QFile::exists(stage.settings.tokenFile()));
    }

    void theTokenIsNotInTheSettings() {
        SettingsStage stage;
        QSignalSpy written(&stage.settings, &Settings::tokenWritten);
        stage.settings.setThreads(1);

        stage.settings.writeToken("hf_secret");

        QTRY_COMPARE(written.count(), 1);
        QFile file(stage.file);
        QVERIFY(!file.open(QIODevice::ReadOnly) || !file.readAll().contains("hf_secret"));
    }
};

FETTLE_TEST(SettingsTest)
#include "settings_test.moc"

#include "ui/widgets/icon.h"

#include "tests/support/fail_on_warning.h"
#include "tests/support/test_main.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QSvgRenderer>

using namespace fettle::ui;

class IconTest : public QObject {
    Q_OBJECT

    static QImage drawn(const QString& name, const QColor& color) {
        QImage image(24, 24, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintIcon(painter, QRectF(0, 0, 24, 24), name, color);
        return image;
    }

private Q_SLOTS:
    void init() { fettle::test::failOnWarning(); }

    void everyFileIsADrawing() {
        const QDir folder(QStringLiteral(FETTLE_SOURCE "/resources/icons"));
        const auto files = folder.entryList({QStringLiteral("*.svg")});
        QVERIFY(files.size() > 50);
        for (const QString& file : files) {
            QVERIFY2(QSvgRenderer(folder.filePath(file)).isValid(), qPrintable(file));
            QVERIFY2(hasIcon(QFileInfo(file).completeBaseName()), qPrintable(file));
        }
    }

    void takesTheColourAsked() {
        const QImage image = drawn(QStringLiteral("stop"), Qt::red);
        int red = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                red += image.pixelColor(x, y).alpha() > 100 && image.pixelColor(x, y).red() > 240;
        QVERIFY(red > 10);
    }

    void followsTheTheme() {
        applyLook(*qApp, Settings::Theme::Light, 100);
        const QIcon play = icon(QStringLiteral("play"));
        const QImage light = play.pixmap(24, 24).toImage();

        applyLook(*qApp, Settings::Theme::Dark, 100);

        QVERIFY(play.pixmap(24, 24).toImage() != light);
        applyLook(*qApp, Settings::Theme::Light, 100);
    }

    void anUnknownNameIsNoIcon() { QVERIFY(!hasIcon(QStringLiteral("no such icon"))); }
};

FETTLE_TEST(IconTest)
#include "icon_test.moc"

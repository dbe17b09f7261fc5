#include "ui/widgets/style.h"

#include "tests/support/fail_on_warning.h"
#include "tests/support/test_main.h"

#include <QApplication>

using namespace fettle::ui;

class StyleTest : public QObject {
    Q_OBJECT

    static void addLooks() {
        QTest::addColumn<int>("look");
        QTest::newRow("light") << int(Look::Light);
        QTest::newRow("dark") << int(Look::Dark);
        QTest::newRow("high contrast") << int(Look::HighContrast);
    }

private Q_SLOTS:
    void init() { fettle::test::failOnWarning(); }

    void textCanBeRead_data() { addLooks(); }
    void textCanBeRead() {
        QFETCH(int, look);
        const auto of = [&](Ink role) { return ink(role, Look(look)); };

        for (const Ink text :
             {Ink::Text, Ink::Secondary, Ink::Danger, Ink::Warning, Ink::Good, Ink::Accent, Ink::Base, Ink::Tuned})
            QVERIFY2(contrast(of(text), of(Ink::Card)) >= 4.5, qPrintable(QString::number(int(text))));
        for (const Ink ground : {Ink::Window, Ink::Hover, Ink::Pressed, Ink::Selection})
            QVERIFY2(contrast(of(Ink::Text), of(ground)) >= 4.5, qPrintable(QString::number(int(ground))));
        QVERIFY(contrast(of(Ink::Secondary), of(Ink::Window)) >= 4.5);
        QVERIFY(contrast(of(Ink::OnAccent), of(Ink::Accent)) >= 4.5);
    }

    void linesAndIconsCanBeSeen_data() { addLooks(); }
    void linesAndIconsCanBeSeen() {
        QFETCH(int, look);
        const QPalette palette = paletteOf(Look(look));
        const QColor card = ink(Ink::Card, palette);

        QVERIFY(contrast(ink(Ink::FieldBorder, palette), card) >= 3);
        for (int series = 0; series < 8; ++series)
            QVERIFY2(contrast(seriesInk(series, palette), card) >= 3, qPrintable(QString::number(series)));
    }

    void aPaletteRemembersItsLook_data() { addLooks(); }
    void aPaletteRemembersItsLook() {
        QFETCH(int, look);
        QCOMPARE(int(lookOf(paletteOf(Look(look)))), look);
    }

    void contrastOfBlackOnWhite() { QCOMPARE(contrast(Qt::black, Qt::white), 21.0); }

    void lengthsGrowWithTheFont() {
        applyLook(*qApp, Settings::Theme::Light, 100);
        const int before = scaled(100);

        applyLook(*qApp, Settings::Theme::Light, 150);

        QVERIFY(scaled(100) >= before * 145 / 100);
        applyLook(*qApp, Settings::Theme::Light, 100);
    }
};

FETTLE_TEST(StyleTest)
#include "style_test.moc"

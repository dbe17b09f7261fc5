#include "ui/widgets/decimal_box.h"

#include "tests/support/fail_on_warning.h"
#include "tests/support/test_main.h"

using namespace fettle::ui;

class DecimalBoxTest : public QObject {
    Q_OBJECT

    static double typed(DecimalBox& box, const char* text) {
        box.setDecimals(3);
        box.setRange(0, 5000);
        box.setValue(0.5);
        box.selectAll();
        QTest::keyClicks(&box, text);
        box.interpretText();
        return box.value();
    }

private Q_SLOTS:
    void init() { fettle::test::failOnWarning(); }
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void aSeparatorOfThousandsIsNoPartOfANumber() {
        QLocale::setDefault(QLocale(QLocale::English));
        DecimalBox box;
        QCOMPARE(typed(box, "0,001"), 0.5);
        QCOMPARE(typed(box, "1,000"), 0.5);
        QCOMPARE(typed(box, "0.001"), 0.001);
        QCOMPARE(typed(box, "2e-1"), 0.2);
        QCOMPARE(typed(box, "50000"), 5000.0); // the last key is not taken
        QCOMPARE(typed(box, "much"), 0.5);
    }

    void theLocalesPointIsRead() {
        QLocale::setDefault(QLocale(QLocale::German));
        DecimalBox box;
        QCOMPARE(typed(box, "0,001"), 0.001);
        QCOMPARE(typed(box, "0.001"), 0.001);
        box.setValue(0.25);
        QCOMPARE(box.text(), "0,250");
    }
};

FETTLE_TEST(DecimalBoxTest)
#include "decimal_box_test.moc"

#include "ui/widgets/whole_box.h"

#include "tests/support/fail_on_warning.h"
#include "tests/support/test_main.h"

using namespace fettle::ui;

class WholeBoxTest : public QObject {
    Q_OBJECT

    static int typedWholeInto(WholeBox& box, const char* text) {
        box.setRange(0, 5000);
        box.setValue(7);
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
        WholeBox box;
        QCOMPARE(typedWholeInto(box, "0,001"), 7);
        QCOMPARE(typedWholeInto(box, "1,000"), 7);
        QCOMPARE(typedWholeInto(box, "1.5"), 7);
        QCOMPARE(typedWholeInto(box, "12"), 12);
        QCOMPARE(typedWholeInto(box, "many"), 7);
    }

    void aSuffixAndAWordForZeroStay() {
        WholeBox box;
        box.setSuffix(" %");
        QCOMPARE(typedWholeInto(box, "120"), 120);
        QCOMPARE(box.text(), "120 %");

        box.setSpecialValueText("One per core");
        box.setValue(0);
        QCOMPARE(box.text(), "One per core");
        box.interpretText();
        QCOMPARE(box.value(), 0);
    }
};

FETTLE_TEST(WholeBoxTest)
#include "whole_box_test.moc"

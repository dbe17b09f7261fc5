#include "tests/support/test_main.h"
#include "ui/text/numbers.h"

#include <QLocale>

#include <limits>

using namespace fettle::ui;

class NumbersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void cleanup() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void typedNumbersHaveNoSeparatorOfThousands() {
        QCOMPARE(typedNumber("0.001"), std::optional(0.001));
        QCOMPARE(typedNumber(" 2e-4 "), std::optional(2e-4));
        QVERIFY(!typedNumber("0,001")); // 1, if a comma were nothing
        QVERIFY(!typedNumber("1,000"));
        QVERIFY(!typedWhole("1,000"));
        QVERIFY(!typedWhole("1.5"));
        QCOMPARE(typedWhole("-12"), std::optional<std::int64_t>(-12));
        for (const char* none : {"", "x", "nan", "inf", "1e999", "1 2"})
            QVERIFY2(!typedNumber(none), none);
    }

    void typedNumbersFollowTheLocaleAndThePrograms() {
        QLocale::setDefault(QLocale(QLocale::German));
        QCOMPARE(typedNumber("0,001"), std::optional(0.001));
        QCOMPARE(typedNumber("0.001"), std::optional(0.001));
        QCOMPARE(typedNumber("1.5"), std::optional(1.5));
        QVERIFY(!typedNumber("1.000")); // a thousand there, 1 in a program
        QVERIFY(!typedWhole("1.000"));
    }

    void whatIsEditedIsReadAsTheSame() {
        for (const auto language : {QLocale::English, QLocale::German, QLocale::Polish, QLocale::Russian}) {
            QLocale::setDefault(QLocale(language));
            for (const double value : {0.0, 0.05, 2e-4, 1.2345e-5, 1024.5, 65536.0, 1e12, -0.3})
                QCOMPARE(typedNumber(editedText(value, QLocale())), std::optional(value));
            QCOMPARE(typedWhole(editedText(std::int64_t{1234567}, QLocale())), std::optional<std::int64_t>(1234567));
        }
        QCOMPARE(editedText(2e-4, QLocale::c()), QStringLiteral("2e-4"));
        QCOMPARE(editedText(1024.5, QLocale::c()), QStringLiteral("1024.5"));
    }

    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    void countsAreGrouped() { QCOMPARE(countText(136346688), "136,346,688"); }

    void countsFollowTheLocale() {
        QLocale::setDefault(QLocale(QLocale::German));

        QCOMPARE(countText(136346688), "136.346.688");
        QCOMPARE(decimalText(0.42, 2), "0,42");
    }

    void shortCountsHaveThreeDigits_data() {
        QTest::addColumn<double>("count");
        QTest::addColumn<QString>("text");
        QTest::newRow("small") << 900.0 << "900";
        QTest::newRow("thousands") << 61440.0 << "61.4 k";
        QTest::newRow("millions") << 2.8e6 << "2.8 M";
        QTest::newRow("whole") << 135e6 << "135 M";
        QTest::newRow("rounds up a unit") << 999999.0 << "1 M";
        QTest::newRow("billions") << 7.24e9 << "7.24 B";
        QTest::newRow("zero") << 0.0 << "0";
    }
    void shortCountsHaveThreeDigits() {
        QFETCH(double, count);
        QFETCH(QString, text);

        QCOMPARE(shortCountText(count), text);
    }

    void sizesAreDecimal() {
        QCOMPARE(sizeText(999), "999 bytes");
        QCOMPARE(sizeText(5'600'000), "5.6 MB");
        QCOMPARE(sizeText(24'000'000'000), "24 GB");
        QCOMPARE(sizeText(530'700'000), "531 MB");
    }

    void learningRatesAreScientific() {
        QCOMPARE(learningRateText(2e-4), "2e-4");
        QCOMPARE(learningRateText(2.5e-5), "2.5e-5");
        QCOMPARE(learningRateText(1e-3), "1e-3");
        QCOMPARE(learningRateText(0), "0");
    }

    void metricsHaveFourDigits() {
        QCOMPARE(metricText(2.31234), "2.312");
        QCOMPARE(metricText(190.52), "190.5");
        QCOMPARE(metricText(0.00421), "0.004210");
        QCOMPARE(metricText(123456.7), "123,457");
        QCOMPARE(metricText(3e-5), "3e-5");
        QCOMPARE(metricText(-2.5), "-2.500");
    }

    void percentagesKeepWhatMatters() {
        QCOMPARE(percentText(0.31), "31 %");
        QCOMPARE(percentText(0.065), "6.5 %");
        QCOMPARE(percentText(0.0004), "0.04 %");
        QCOMPARE(percentText(0), "0 %");
        QCOMPARE(percentText(1), "100 %");
    }

    void durationsAreShort() {
        QCOMPARE(durationText(50), "50 s");
        QCOMPARE(durationText(0.2), "under 1 s");
        QCOMPARE(durationText(180), "3 min");
        QCOMPARE(durationText(2 * 3600 + 600), "2 h 10 min");
        QCOMPARE(clockText(42), "0:42");
        QCOMPARE(clockText(3723), "1:02:03");
    }

    void whatIsNoNumberIsADash() {
        const double nan = std::numeric_limits<double>::quiet_NaN();

        for (const QString& text : {metricText(nan), decimalText(nan, 2), learningRateText(nan), percentText(nan),
                                    clockText(nan), durationText(-1), rateText(nan), shortCountText(nan)})
            QCOMPARE(text, QString(QChar(0x2013)));
    }

    void speedsAreGrouped() {
        QCOMPARE(rateText(4310.4), "4,310 tokens/s");
        QCOMPARE(rateText(3.14), "3.1 tokens/s");
    }
};

FETTLE_TEST(NumbersTest)
#include "numbers_test.moc"

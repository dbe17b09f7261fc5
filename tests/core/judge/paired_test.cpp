#include "core/judge/paired.h"

#include "tests/support/test_main.h"

#include <cmath>
#include <vector>

using namespace fettle;

class PairedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalValuesDifferByNothing() {
        const std::vector<double> values = {1, 0, 1, 0.5};

        const PairedDifference difference = pairedDifference(values, values);

        QCOMPARE(difference.base, 0.625);
        QCOMPARE(difference.mean, 0.0);
        QCOMPARE(difference.low, 0.0);
        QCOMPARE(difference.high, 0.0);
        QCOMPARE(verdictOf(difference, true), Verdict::NoDifferenceShown);
    }

    // Of 400 rows 240 turned from wrong to right: the binomial's standard deviation is sqrt(0.6 * 0.4 / 400).
    void theIntervalIsThatOfTheMean() {
        const std::vector<double> base(400, 0);
        std::vector<double> tuned(400, 0);
        std::fill_n(tuned.begin(), 240, 1);
        const double half = 1.96 * std::sqrt(0.6 * 0.4 / 400);

        const PairedDifference difference = pairedDifference(base, tuned);

        QCOMPARE(difference.count, 400);
        QVERIFY(std::abs(difference.mean - 0.6) < 1e-12);
        QVERIFY(std::abs(difference.low - (0.6 - half)) < 0.005);
        QVERIFY(std::abs(difference.high - (0.6 + half)) < 0.005);
    }

    // What differs from row to row alike in both does not blur the difference.
    void rowsArePaired() {
        std::vector<double> base, tuned;
        for (int i = 0; i < 50; ++i) {
            base.push_back(i);
            tuned.push_back(i - 0.1);
        }

        const PairedDifference difference = pairedDifference(base, tuned);

        QVERIFY(std::abs(difference.low + 0.1) < 1e-9 && std::abs(difference.high + 0.1) < 1e-9);
        QCOMPARE(verdictOf(difference, false), Verdict::Better);
        QCOMPARE(verdictOf(difference, true), Verdict::Worse);
    }

    void ofOneRowNothingIsShown() {
        const double base[] = {0}, tuned[] = {1};

        const PairedDifference difference = pairedDifference(base, tuned);

        QCOMPARE(difference.mean, 1.0);
        QCOMPARE(verdictOf(difference, true), Verdict::NoDifferenceShown);
    }
};

FETTLE_TEST(PairedTest)
#include "paired_test.moc"

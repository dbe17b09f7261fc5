#include "tests/support/test_main.h"
#include "ui/models/thin_out.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace fettle::ui;

namespace {

std::vector<double> ramp(std::size_t count) {
    std::vector<double> xs(count);
    std::iota(xs.begin(), xs.end(), 0.0);
    return xs;
}

double highest(const std::vector<QPointF>& points) {
    return std::ranges::max_element(points, {}, &QPointF::y)->y();
}

} // namespace

class ThinOutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fewPointsStayAsTheyAre() {
        const std::vector<double> xs = {0, 1, 2}, ys = {5, 4, 6};

        const auto points = thinOut(xs, ys, 0, 2, 100);

        QCOMPARE(points, std::vector<QPointF>({{0, 5}, {1, 4}, {2, 6}}));
    }

    void aMillionPointsBecomeAtMostFourAPixel() {
        const auto xs = ramp(1'000'000);
        std::vector<double> ys(xs.size());
        for (std::size_t i = 0; i < ys.size(); ++i)
            ys[i] = std::sin(0.001 * xs[i]);

        const auto points = thinOut(xs, ys, xs.front(), xs.back(), 900);

        QVERIFY(points.size() <= 4 * 901);
        QVERIFY(std::ranges::is_sorted(points, {}, &QPointF::x));
    }

    void noPeakIsLost() {
        const auto xs = ramp(100'000);
        std::vector<double> ys(xs.size(), 1.0);
        ys[54321] = 99;

        QCOMPARE(highest(thinOut(xs, ys, 0, 99'999, 500)), 99.0);
    }

    void onlyTheViewIsReturnedWithItsNeighbours() {
        const auto xs = ramp(100);

        const auto points = thinOut(xs, xs, 10, 20, 1000);

        QCOMPARE(points.front().x(), 9.0);
        QCOMPARE(points.back().x(), 21.0);
    }

    void gapsAreLeftOut() {
        const std::vector<double> xs = {0, 1, 2}, ys = {1, std::numeric_limits<double>::quiet_NaN(), 3};

        QCOMPARE(thinOut(xs, ys, 0, 2, 100).size(), 2u);
    }

    void nothingComesFromNothing() {
        QVERIFY(thinOut({}, {}, 0, 1, 100).empty());
        const std::vector<double> one = {1};
        QVERIFY(thinOut(one, one, 1, 1, 100).empty());
        QVERIFY(thinOut(one, one, 0, 2, 0).empty());
    }
};

FETTLE_TEST(ThinOutTest)
#include "thin_out_test.moc"

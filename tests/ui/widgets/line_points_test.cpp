#include "ui/widgets/charts/line_points.h"

#include "tests/support/test_main.h"

#include <algorithm>
#include <cmath>

using namespace fettle;
using namespace fettle::ui;

namespace {

// A restless line with one peak and one pit of a single point.
QVector<QCPGraphData> restless(int count) {
    QVector<QCPGraphData> points;
    for (int i = 0; i < count; ++i)
        points.push_back({static_cast<double>(i), std::sin(i * 0.7)});
    points[count / 3].value = 9;
    points[count / 2].value = -9;
    return points;
}

QVector<double> keysOf(const QVector<QCPGraphData>& points) {
    QVector<double> keys;
    for (const QCPGraphData& point : points)
        keys.push_back(point.key);
    return keys;
}

QVector<double> valuesOf(const QVector<QCPGraphData>& points) {
    QVector<double> values;
    for (const QCPGraphData& point : points)
        values.push_back(point.value);
    return values;
}

} // namespace

class LinePointsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fewAreSeenAsTheyAreWithOneBeyondEitherEnd() {
        LinePoints line;
        line.append(restless(10));

        const auto [points, level] = line.seen({2, 5}, 100);

        QCOMPARE(keysOf(points), (QVector<double>{1, 2, 3, 4, 5, 6}));
        QCOMPARE(level, 0);
        QCOMPARE(keysOf(line.seen({-5, 50}, 100).points).size(), 10);
    }

    void manyKeepPeakAndPitAndTheirOrder() {
        LinePoints line;
        line.append(restless(100'000));

        const auto [points, level] = line.seen({0, 1e5}, 400);
        const QVector<double> keys = keysOf(points), values = valuesOf(points);

        QVERIFY2(keys.size() > 200 && keys.size() <= 400, qPrintable(QString::number(keys.size())));
        QVERIFY(level > 0);
        QVERIFY(std::is_sorted(keys.begin(), keys.end()));
        QCOMPARE(values.count(9), 1);
        QCOMPARE(values.count(-9), 1);
        QCOMPARE(keys[values.indexOf(9)], 33'333.0);
    }

    void aPartOfManyIsSeenWhole() {
        LinePoints line;
        line.append(restless(100'000));

        QCOMPARE(keysOf(line.seen({50'000, 50'003}, 400).points),
                 (QVector<double>{49'999, 50'000, 50'001, 50'002, 50'003, 50'004}));
    }

    void whatComesInPiecesIsAsIfItCameAtOnce() {
        const QVector<QCPGraphData> all = restless(10'007);
        LinePoints once, pieces;
        once.append(all);
        for (qsizetype at = 0, size = 1; at < all.size(); at += size, size = size % 13 + 1)
            pieces.append(all.mid(at, size));

        for (const std::ptrdiff_t most : {20, 300, 5000}) {
            const auto left = once.seen({10, 9'000}, most), right = pieces.seen({10, 9'000}, most);
            QCOMPARE(keysOf(right.points), keysOf(left.points));
            QCOMPARE(valuesOf(right.points), valuesOf(left.points));
            QCOMPARE(right.level, left.level);
        }
    }

    void theNearestIsFoundOnEitherSide() {
        LinePoints line;
        line.append({{1, 10}, {2, 20}, {4, 40}});

        QCOMPARE(line.nearest(-3).value, 10.0);
        QCOMPARE(line.nearest(2.9).value, 20.0);
        QCOMPARE(line.nearest(3.1).value, 40.0);
        QCOMPARE(line.nearest(99).value, 40.0);
    }
};

FETTLE_TEST(LinePointsTest)
#include "line_points_test.moc"

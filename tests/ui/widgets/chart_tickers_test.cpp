#include "ui/widgets/charts/chart_tickers.h"

#include "tests/support/test_main.h"

#include <QLocale>

#include <cmath>
#include <set>

using namespace fettle;
using namespace fettle::ui;

namespace {

struct Ticks {
    QVector<double> places;
    QVector<QString> labels;
};

Ticks ticksOf(QCPAxisTicker& ticker, double from, double to) {
    Ticks ticks;
    ticker.generate(QCPRange(from, to), QLocale(), 'g', 4, ticks.places, nullptr, &ticks.labels);
    return ticks;
}

// The number that a label says.
double read(QString label) {
    static const std::pair<const char*, double> units[] = {{" kB", 1e3}, {" MB", 1e6}, {" GB", 1e9}, {" k", 1e3},
                                                           {" M", 1e6},  {" %", 1e-2}, {" bytes", 1}};
    double scale = 1;
    for (const auto& [unit, factor] : units)
        if (label.endsWith(QLatin1String(unit)) && scale == 1) {
            label.chop(static_cast<qsizetype>(qstrlen(unit)));
            scale = factor;
        }
    if (label.contains(':')) {
        double seconds = 0;
        for (const QString& part : label.split(':'))
            seconds = 60 * seconds + part.toDouble();
        return seconds;
    }
    bool isNumber = false;
    const double number = QLocale().toDouble(label, &isNumber);
    return isNumber ? number * scale : std::nan("");
}

void stand(const Ticks& ticks, double from, double to) {
    QCOMPARE(ticks.places.size(), ticks.labels.size());
    std::set<QString> seen;
    int inside = 0;
    for (qsizetype i = 0; i < ticks.places.size(); ++i) {
        const double tick = ticks.places[i];
        if (tick < from || tick > to) continue;
        ++inside;
        QVERIFY2(seen.insert(ticks.labels[i]).second, qPrintable(ticks.labels[i]));
        QVERIFY2(std::abs(read(ticks.labels[i]) - tick) <= 1e-9 * std::max(std::abs(tick), to - from),
                 qPrintable(QStringLiteral("%1 stands at %2").arg(ticks.labels[i]).arg(tick, 0, 'g', 12)));
    }
    QVERIFY(inside >= 2);
}

} // namespace

class ChartTickersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    void figuresStandWhereTheirLabelsSay_data() {
        QTest::addColumn<MetricUnit>("unit");
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::newRow("loss") << MetricUnit::NatsPerToken << 0.0 << 2.41;
        QTest::newRow("loss, close") << MetricUnit::NatsPerToken << 0.41235 << 0.41291;
        QTest::newRow("small loss") << MetricUnit::NatsPerPair << 0.00012 << 0.00089;
        QTest::newRow("negative margin") << MetricUnit::Nats << -3.7 << 1.2;
        QTest::newRow("learning rate") << MetricUnit::LearningRate << 0.0 << 2.1e-4;
        QTest::newRow("learning rate, close") << MetricUnit::LearningRate << 1.97e-4 << 2.0e-4;
        QTest::newRow("memory, steady") << MetricUnit::Bytes << 83999000.0 << 84001000.0;
        QTest::newRow("memory, over a GB") << MetricUnit::Bytes << 0.0 << 1.7e9;
        QTest::newRow("speed") << MetricUnit::TokensPerSecond << 4200.0 << 4400.0;
        QTest::newRow("speed of a GPU") << MetricUnit::TokensPerSecond << 100100.0 << 101000.0;
        QTest::newRow("accuracy") << MetricUnit::Share << 0.0 << 1.06;
        QTest::newRow("norm of thousands") << MetricUnit::Number << 0.0 << 23456.0;
    }
    void figuresStandWhereTheirLabelsSay() {
        QFETCH(MetricUnit, unit);
        QFETCH(double, from);
        QFETCH(double, to);

        const auto ticker = yTicker(unit, Scale::Linear);
        for (const int count : {3, 5}) {
            ticker->setTickCount(count);
            stand(ticksOf(*ticker, from, to), from, to);
        }
    }

    void logarithmicTicksStandWhereTheirLabelsSay_data() {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::newRow("less than a decade") << 0.35 << 2.4;
        QTest::newRow("three decades") << 0.0021 << 2.4;
        QTest::newRow("many decades") << 2e-7 << 31000.0;
    }
    void logarithmicTicksStandWhereTheirLabelsSay() {
        QFETCH(double, from);
        QFETCH(double, to);

        stand(ticksOf(*yTicker(MetricUnit::NatsPerToken, Scale::Logarithmic), from, to), from, to);
    }

    void stepsTokensAndTimeStandWhereTheirLabelsSay_data() {
        QTest::addColumn<XAxis>("axis");
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::newRow("few steps") << XAxis::Step << 1.0 << 4.0;
        QTest::newRow("many steps") << XAxis::Step << 100000.0 << 100900.0;
        QTest::newRow("tokens") << XAxis::Tokens << 0.0 << 61440.0;
        QTest::newRow("some seconds") << XAxis::Seconds << 0.3 << 4.7;
        QTest::newRow("minutes") << XAxis::Seconds << 0.0 << 190.0;
        QTest::newRow("a day") << XAxis::Seconds << 0.0 << 90000.0;
    }
    void stepsTokensAndTimeStandWhereTheirLabelsSay() {
        QFETCH(XAxis, axis);
        QFETCH(double, from);
        QFETCH(double, to);

        stand(ticksOf(*xTicker(axis), from, to), from, to);
    }

    void timeGoesByRoundMinutes() {
        const Ticks ticks = ticksOf(*xTicker(XAxis::Seconds), 0, 660);

        QVERIFY(ticks.labels.contains("2:00"));
        QVERIFY(!ticks.labels.contains("1:40")); // 100 s
    }
};

FETTLE_TEST(ChartTickersTest)
#include "chart_tickers_test.moc"

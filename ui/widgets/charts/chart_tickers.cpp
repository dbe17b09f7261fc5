#include "ui/widgets/charts/chart_tickers.h"

#include "ui/text/axis_numbers.h"
#include "ui/text/numbers.h"

#include <algorithm>
#include <cmath>

namespace fettle::ui {

namespace {

// Labels are made for all ticks at once, since they depend on the step between them.
class ExactTicker : public QCPAxisTicker {
protected:
    QVector<QString> createLabelVector(const QVector<double>& ticks, const QLocale&, QChar, int) override {
        AxisNumbers numbers{.largest = 0, .step = 1};
        for (const double tick : ticks)
            numbers.largest = std::max(numbers.largest, std::abs(tick));
        if (ticks.size() > 1) numbers.step = ticks[1] - ticks[0];
        QVector<QString> labels;
        for (const double tick : ticks)
            labels << label(numbers, tick);
        return labels;
    }
    [[nodiscard]] virtual QString label(const AxisNumbers& numbers, double tick) const = 0;
};

class CountTicker : public ExactTicker {
protected:
    double getTickStep(const QCPRange& range) override { return std::max(1.0, QCPAxisTicker::getTickStep(range)); }
    QString label(const AxisNumbers& numbers, double tick) const override {
        return tick < 0 ? QString() : numbers.count(tick);
    }
};

class ClockTicker : public ExactTicker {
protected:
    double getTickStep(const QCPRange& range) override {
        constexpr double kMinute = 60, kHour = 3600;
        static const QVector<double> steps = {
            1,       2,           5,           10,           15,           30,
            kMinute, 2 * kMinute, 5 * kMinute, 10 * kMinute, 15 * kMinute, 30 * kMinute,
            kHour,   2 * kHour,   6 * kHour,   12 * kHour,   24 * kHour};
        const double rough = range.size() / tickCount();
        return rough <= steps.back() ? pickClosest(rough, steps)
                                     : std::ceil(rough / steps.back()) * steps.back(); // whole days
    }
    QString label(const AxisNumbers&, double tick) const override { return tick < 0 ? QString() : clockText(tick); }
};

class FigureTicker : public ExactTicker {
public:
    explicit FigureTicker(MetricUnit unit) : m_unit(unit) {}

protected:
    double getTickStep(const QCPRange& range) override {
        const double step = QCPAxisTicker::getTickStep(range);
        return m_unit == MetricUnit::Bytes ? std::max(1.0, step) : step;
    }
    QString label(const AxisNumbers& numbers, double tick) const override { return numbers.figure(m_unit, tick); }

private:
    MetricUnit m_unit;
};

// Powers of ten; over less than two of them, 2 and 5 times these as well.
class LogarithmicTicker : public QCPAxisTicker {
public:
    explicit LogarithmicTicker(MetricUnit unit) : m_unit(unit) {}

protected:
    QVector<double> createTickVector(double, const QCPRange& range) override {
        const double first = std::floor(std::log10(range.lower)), last = std::ceil(std::log10(range.upper));
        const double every = std::max(1.0, std::ceil((last - first) / tickCount()));
        const auto multiples = last - first > 3 ? QVector<double>{1} : QVector<double>{1, 2, 5};
        QVector<double> ticks;
        for (double power = first; power <= last; power += every)
            for (const double multiple : multiples)
                ticks << multiple * std::pow(10, power);
        return ticks;
    }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override {
        return AxisNumbers{.largest = tick, .step = tick}.figure(m_unit, tick);
    }

private:
    MetricUnit m_unit;
};

} // namespace

QString xText(XAxis axis, double value) {
    return axis == XAxis::Seconds ? clockText(value) : countText(std::llround(value));
}

QSharedPointer<QCPAxisTicker> xTicker(XAxis axis) {
    return QSharedPointer<QCPAxisTicker>(axis == XAxis::Seconds ? static_cast<QCPAxisTicker*>(new ClockTicker)
                                                                : new CountTicker);
}

QSharedPointer<QCPAxisTicker> yTicker(MetricUnit unit, Scale scale) {
    return QSharedPointer<QCPAxisTicker>(scale == Scale::Logarithmic
                                             ? static_cast<QCPAxisTicker*>(new LogarithmicTicker(unit))
                                             : new FigureTicker(unit));
}

} // namespace fettle::ui

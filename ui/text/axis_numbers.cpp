#include "ui/text/axis_numbers.h"

#include "ui/text/numbers.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace fettle::ui {

namespace {

constexpr int kMostDecimals = 9;
constexpr double kAlmost = 1e-6;

// As few as write `step` in full.
int decimalsOf(double step) {
    int decimals = 0;
    for (double left = step; decimals < kMostDecimals; ++decimals, left *= 10)
        if (std::abs(left - std::round(left)) < kAlmost * std::max(1.0, std::abs(left))) break;
    return decimals;
}

// The exponent of what is read as 2e-4.
int powerOf(double value) {
    return static_cast<int>(std::floor(std::log10(std::abs(value)) + 1e-9));
}

QString plain(double tick, double step) {
    const bool isZero = std::abs(tick) < kAlmost * step;
    return QLocale().toString(isZero ? 0.0 : tick, 'f', decimalsOf(step));
}

QString withPower(double tick, double step) {
    if (std::abs(tick) < kAlmost * step) return QLocale().toString(0);
    const double mantissa = tick / std::pow(10, powerOf(tick));
    return QStringLiteral("%1e%2").arg(QLocale().toString(mantissa, 'f', decimalsOf(mantissa))).arg(powerOf(tick));
}

template <class Pattern>
QString inThousands(double tick, const AxisNumbers& axis, int most, Pattern pattern) {
    int power = 0;
    for (double left = axis.largest; left >= 1000 && power < most; left /= 1000)
        ++power;
    const double unit = std::pow(1000, power);
    return pattern(power).arg(plain(tick / unit, axis.step / unit));
}

constexpr double kShortFrom = 10000, kPowersBelow = 1e-3;

} // namespace

QString AxisNumbers::count(double tick) const {
    return largest < kShortFrom ? plain(tick, step) : inThousands(tick, *this, kCountPatterns - 1, countPattern);
}

QString AxisNumbers::figure(MetricUnit unit, double tick) const {
    if (unit == MetricUnit::Bytes) return inThousands(tick, *this, kSizePatterns - 1, sizePattern);
    if (unit == MetricUnit::Share) return percentPattern().arg(plain(100 * tick, 100 * step));
    if (unit == MetricUnit::LearningRate || largest < kPowersBelow) return withPower(tick, step);
    return count(tick);
}

} // namespace fettle::ui

#include "ui/text/numbers.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>
#include <cmath>

namespace fettle::ui {

namespace {

struct NumberTexts {
    Q_DECLARE_TR_FUNCTIONS(Numbers)
};

constexpr QChar kDash(0x2013);

// 0 to 2 digits after the point: three significant ones, and no zeros at the end.
QString threeDigits(double value) {
    const int digits = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    QString text = QLocale().toString(value, 'f', digits);
    const QString point = QLocale().decimalPoint();
    if (!text.contains(point)) return text;
    while (text.endsWith(QLocale().zeroDigit()))
        text.chop(1);
    if (text.endsWith(point)) text.chop(point.size());
    return text;
}

// The power of 1000 that a number is read in; 999.6 k is 1 M.
int thousands(double value, int most) {
    int power = 0;
    for (; power < most && value >= 999.5; ++power)
        value /= 1000;
    return power;
}

QString scaled(double value, int patterns, QString (*pattern)(int)) {
    const int power = thousands(value, patterns - 1);
    return pattern(power).arg(threeDigits(value / std::pow(1000, power)));
}

QLocale withoutGroups(QLocale locale) {
    locale.setNumberOptions(QLocale::OmitGroupSeparator | QLocale::RejectGroupSeparator);
    return locale;
}

// "1.000" where that is a thousand: in the notation of programs it would be 1. Nobody writes a thousand as "0.001".
bool hasGroups(const QString& text) {
    QLocale locale;
    locale.setNumberOptions(QLocale::DefaultNumberOptions);
    bool isNumber = false;
    locale.toDouble(text, &isNumber);
    return isNumber && !text.startsWith(locale.zeroDigit()) && text.contains(locale.groupSeparator());
}

} // namespace

QString countText(std::int64_t count) {
    return QLocale().toString(static_cast<qlonglong>(count));
}

QString shortCountText(double count) {
    if (!std::isfinite(count)) return kDash;
    return scaled(count, kCountPatterns, countPattern);
}

QString countPattern(int power) {
    //: thousand, million, thousand million, million million
    const std::array<QString, kCountPatterns> patterns = {QStringLiteral("%1"), NumberTexts::tr("%1 k"),
                                                          NumberTexts::tr("%1 M"), NumberTexts::tr("%1 B"),
                                                          NumberTexts::tr("%1 T")};
    return patterns.at(static_cast<std::size_t>(power));
}

QString sizePattern(int power) {
    const std::array<QString, kSizePatterns> patterns = {NumberTexts::tr("%1 bytes"), NumberTexts::tr("%1 kB"),
                                                         NumberTexts::tr("%1 MB"), NumberTexts::tr("%1 GB"),
                                                         NumberTexts::tr("%1 TB")};
    return patterns.at(static_cast<std::size_t>(power));
}

QString percentPattern() {
    return NumberTexts::tr("%1 %");
}

QString sizeText(std::uint64_t bytes) {
    if (bytes < 1000) return sizePattern(0).arg(bytes);
    return scaled(static_cast<double>(bytes), kSizePatterns, sizePattern);
}

QString decimalText(double value, int digits) {
    return std::isfinite(value) ? QLocale().toString(value, 'f', digits) : QString(kDash);
}

QString metricText(double value) {
    if (!std::isfinite(value)) return kDash;
    const double size = std::abs(value);
    if (size == 0) return QLocale().toString(0);
    if (size < 1e-3) return learningRateText(value);
    if (size >= 99999.5) return countText(std::llround(value));
    const int digits = 3 - static_cast<int>(std::floor(std::log10(size)));
    return decimalText(value, std::max(0, digits));
}

QString percentText(double share) {
    if (!std::isfinite(share)) return kDash;
    const double percent = 100 * share;
    const int digits = percent == 0 || percent >= 9.95 ? 0 : percent >= 0.095 ? 1 : 2;
    return percentPattern().arg(decimalText(percent, digits));
}

QString learningRateText(double rate) {
    if (!std::isfinite(rate)) return kDash;
    if (rate == 0) return QLocale().toString(0);
    const int power = static_cast<int>(std::floor(std::log10(std::abs(rate)) + 1e-9));
    QString digits = QLocale().toString(rate / std::pow(10, power), 'g', 3);
    return QStringLiteral("%1e%2").arg(digits).arg(power);
}

QString clockText(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0) return kDash;
    const std::int64_t whole = std::llround(seconds);
    const QString last = QStringLiteral("%1").arg(whole % 60, 2, 10, QLatin1Char('0'));
    if (whole < 3600) return QStringLiteral("%1:%2").arg(whole / 60).arg(last);
    return QStringLiteral("%1:%2:%3").arg(whole / 3600).arg(whole / 60 % 60, 2, 10, QLatin1Char('0')).arg(last);
}

QString durationText(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0) return kDash;
    const std::int64_t whole = std::llround(seconds);
    if (whole < 1) return NumberTexts::tr("under 1 s");
    if (whole < 100) return NumberTexts::tr("%1 s").arg(whole);
    if (whole < 6000) return NumberTexts::tr("%1 min").arg((whole + 30) / 60);
    if (whole < 100 * 3600) return NumberTexts::tr("%1 h %2 min").arg(whole / 3600).arg(whole / 60 % 60);
    return NumberTexts::tr("%1 days").arg((whole + 43200) / 86400);
}

QString speedText(double tokensPerSecond) {
    if (!std::isfinite(tokensPerSecond)) return kDash;
    return tokensPerSecond < 10 ? decimalText(tokensPerSecond, 1) : countText(std::llround(tokensPerSecond));
}

QString rateText(double tokensPerSecond) {
    if (!std::isfinite(tokensPerSecond)) return kDash;
    return NumberTexts::tr("%1 tokens/s").arg(speedText(tokensPerSecond));
}

QString dateText(const QDateTime& when) {
    if (!when.isValid()) return kDash;
    const QDateTime local = when.toLocalTime();
    const QString time = QLocale().toString(local.time(), QLocale::ShortFormat);
    const qint64 days = local.date().daysTo(QDate::currentDate());
    if (days == 0) return NumberTexts::tr("today %1").arg(time);
    if (days == 1) return NumberTexts::tr("yesterday %1").arg(time);
    return QLocale().toString(local.date(), QLocale::ShortFormat);
}

std::optional<double> typedNumber(const QString& text) {
    const QString typed = text.trimmed();
    bool isNumber = false;
    double number = withoutGroups(QLocale()).toDouble(typed, &isNumber);
    if (!isNumber && !hasGroups(typed)) number = withoutGroups(QLocale::c()).toDouble(typed, &isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<std::int64_t> typedWhole(const QString& text) {
    const QString typed = text.trimmed();
    bool isNumber = false;
    qlonglong number = withoutGroups(QLocale()).toLongLong(typed, &isNumber);
    if (!isNumber) number = withoutGroups(QLocale::c()).toLongLong(typed, &isNumber);
    return isNumber ? std::optional<std::int64_t>(number) : std::nullopt;
}

QString editedText(double value, const QLocale& locale) {
    const double size = std::abs(value);
    if (size == 0 || (size >= 1e-3 && size < 1e7))
        return withoutGroups(locale).toString(value, 'f', QLocale::FloatingPointShortest);
    QString digits = QString::number(value, 'e', QLocale::FloatingPointShortest);
    const qsizetype power = digits.indexOf(QLatin1Char('e'));
    if (power < 0) return digits; // not finite
    const int exponent = digits.mid(power + 1).toInt();
    digits = digits.left(power).replace(QLatin1Char('.'), locale.decimalPoint());
    return QStringLiteral("%1e%2").arg(digits).arg(exponent);
}

QString editedText(std::int64_t value, const QLocale& locale) {
    return withoutGroups(locale).toString(static_cast<qlonglong>(value));
}

} // namespace fettle::ui

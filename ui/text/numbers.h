#pragma once

#include <QString>

#include <cstdint>
#include <optional>

class QDateTime;
class QLocale;

namespace fettle::ui {

// Numbers as people read them, in the application's locale (QLocale()). Non-finite numbers are a dash.

[[nodiscard]] QString countText(std::int64_t count);         // 136,346,688
[[nodiscard]] QString shortCountText(double count);          // 135 M, 2.8 M, 900
[[nodiscard]] QString sizeText(std::uint64_t bytes);         // 5.6 MB: decimal units, as disks are sold
[[nodiscard]] QString decimalText(double value, int digits); // 0.4213
[[nodiscard]] QString metricText(double value);              // four significant digits: 2.312, 0.004213, 190.5
[[nodiscard]] QString percentText(double share);             // 31 %, 6.5 %, 0.04 %
[[nodiscard]] QString learningRateText(double rate);         // 2e-4, 2.5e-5
[[nodiscard]] QString clockText(double seconds);             // 0:42, 1:02:03
[[nodiscard]] QString durationText(double seconds);          // 50 s, 3 min, 2 h 10 min
[[nodiscard]] QString speedText(double tokensPerSecond);     // 4,310; 3.4
[[nodiscard]] QString rateText(double tokensPerSecond);      // 4,310 tokens/s
[[nodiscard]] QString dateText(const QDateTime& when);       // today 14:05, yesterday 9:30, 3 May 2026

// How a number of the n-th power of a thousand is written, with %1 in its place.
inline constexpr int kCountPatterns = 5, kSizePatterns = 5;
[[nodiscard]] QString countPattern(int power); // %1 k
[[nodiscard]] QString sizePattern(int power);  // %1 MB
[[nodiscard]] QString percentPattern();        // %1 %

// Numbers as people type them: in their locale's notation, or as 0.05 and 2e-4. A separator of thousands is refused: it
// is the next locale's decimal point, and "0,001" would be read as 1. Nothing: no such number.
[[nodiscard]] std::optional<double> typedNumber(const QString& text);
[[nodiscard]] std::optional<std::int64_t> typedWhole(const QString& text);
// What a field shows to be edited: read again it is the same number.
[[nodiscard]] QString editedText(double value, const QLocale& locale);
[[nodiscard]] QString editedText(std::int64_t value, const QLocale& locale);

} // namespace fettle::ui

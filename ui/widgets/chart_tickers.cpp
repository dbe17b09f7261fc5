#include "ui/widgets/chart_tickers.h"

#include "ui/text/numbers.h"

#include <cmath>

namespace fettle::ui {

namespace {

class XTicker : public QCPAxisTicker {
public:
    explicit XTicker(XAxis axis) : m_axis(axis) {}

protected:
    double getTickStep(const QCPRange& range) override { return std::max(1.0, QCPAxisTicker::getTickStep(range)); }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return xText(m_axis, tick); }

private:
    XAxis m_axis;
};

class YTicker : public QCPAxisTicker {
public:
    explicit YTicker(QString key) : m_key(std::move(key)) {}

protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return axisText(m_key, tick); }

private:
    QString m_key;
};

class LogTicker : public QCPAxisTickerLog {
public:
    explicit LogTicker(QString key) : m_key(std::move(key)) {}

protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return axisText(m_key, tick); }

private:
    QString m_key;
};

} // namespace

QString axisText(const QString& key, double value) {
    if (key.endsWith(QLatin1String("bytes")))
        return value < 0 ? QString() : sizeText(static_cast<std::uint64_t>(std::llround(value)));
    if (key == QLatin1String("learning_rate")) return value == 0 ? QStringLiteral("0") : learningRateText(value);
    if (std::abs(value) >= 10000) return shortCountText(value);
    if (value != 0 && std::abs(value) < 1e-3) return learningRateText(value);
    return QLocale().toString(std::abs(value) < 1e-12 ? 0.0 : value, 'g', 4);
}

QString xText(XAxis axis, double value) {
    if (value < 0) return {};
    if (axis == XAxis::Seconds) return clockText(value);
    return value >= 10000 ? shortCountText(value) : countText(std::llround(value));
}

QSharedPointer<QCPAxisTicker> xTicker(XAxis axis, bool isSmall) {
    const QSharedPointer<QCPAxisTicker> ticker(new XTicker(axis));
    ticker->setTickCount(isSmall ? 3 : 6);
    return ticker;
}

QSharedPointer<QCPAxisTicker> yTicker(const QString& key, bool isLogarithmic, bool isSmall) {
    const QSharedPointer<QCPAxisTicker> ticker(isLogarithmic ? static_cast<QCPAxisTicker*>(new LogTicker(key))
                                                             : new YTicker(key));
    ticker->setTickCount(isSmall ? 3 : 5);
    return ticker;
}

} // namespace fettle::ui

#include "ui/widgets/schedule_preview.h"

#include "ui/text/numbers.h"
#include "ui/widgets/style.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fettle::ui {

namespace {

constexpr qint64 kUnknownSteps = 1000; // for the shape alone
constexpr int kPoints = 120;

double factorAt(const ScheduleConfig& schedule, qint64 warmup, qint64 steps, qint64 step) {
    if (schedule.kind == "constant") return 1;
    if (step < warmup) return double(step) / double(std::max<qint64>(1, warmup));
    if (schedule.kind == "constant_with_warmup") return 1;
    const double rest = double(step - warmup) / double(std::max<qint64>(1, steps - warmup));
    if (schedule.kind == "linear") return std::max(0.0, 1 - rest);
    return std::max(0.0, 0.5 * (1 + std::cos(std::numbers::pi * rest)));
}

} // namespace

QVector<double> scheduleCurve(const ScheduleConfig& schedule, qint64 steps, int points) {
    const auto share = static_cast<qint64>(std::ceil(schedule.warmupRatio * double(steps)));
    const qint64 warmup = schedule.warmupSteps > 0 ? schedule.warmupSteps : share;
    QVector<double> curve;
    for (int i = 0; i < points; ++i)
        curve << factorAt(schedule, warmup, steps, steps * i / std::max(1, points - 1));
    return curve;
}

SchedulePreview::SchedulePreview(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Learning rate over the run"));
}

void SchedulePreview::setSchedule(const ScheduleConfig& schedule, double peak, qint64 steps) {
    m_factors = scheduleCurve(schedule, steps > 0 ? steps : kUnknownSteps, kPoints);
    m_peak = peak;
    m_steps = steps;
    setAccessibleDescription(tr("%1, at most %2").arg(QString::fromStdString(schedule.kind), learningRateText(peak)));
    update();
}

QSize SchedulePreview::sizeHint() const {
    return {scaled(220), scaled(64)};
}

QSize SchedulePreview::minimumSizeHint() const {
    return {scaled(140), scaled(56)};
}

void SchedulePreview::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(fontOf(TextRole::Secondary));
    const QFontMetrics metrics = painter.fontMetrics();
    const QString peak = learningRateText(m_peak);
    const QRectF plot =
        QRectF(rect()).adjusted(metrics.horizontalAdvance(peak) + kGap, 5, -kTightGap, -metrics.height() - 2);
    painter.setPen(ink(Ink::Border, palette()));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.drawLine(plot.topLeft(), plot.bottomLeft());
    painter.setPen(ink(Ink::Secondary, palette()));
    painter.drawText(QRectF(0, plot.top() - 5, plot.left() - kTightGap, metrics.height()), Qt::AlignRight, peak);
    const QString end = m_steps > 0 ? tr("%n step(s)", nullptr, static_cast<int>(m_steps)) : tr("steps");
    painter.drawText(QRectF(plot.left(), plot.bottom() + 1, plot.width(), metrics.height()), Qt::AlignRight, end);
    QPolygonF line;
    for (qsizetype i = 0; i < m_factors.size(); ++i)
        line << QPointF(plot.left() + plot.width() * double(i) / double(std::max<qsizetype>(1, m_factors.size() - 1)),
                        plot.bottom() - m_factors[i] * plot.height());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink(Ink::Accent, palette()), 2));
    painter.drawPolyline(line);
}

} // namespace fettle::ui

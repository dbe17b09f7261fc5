#include "ui/widgets/schedule_preview.h"

#include "core/config/schedule.h"
#include "core/config/schedule_fields.h"
#include "ui/text/numbers.h"
#include "ui/widgets/field_texts.h"
#include "ui/widgets/style.h"

#include <QPainter>

#include <algorithm>

namespace fettle::ui {

namespace {

constexpr qint64 kUnknownSteps = 1000; // for the shape alone
constexpr int kMostPoints = 400;

} // namespace

QPolygonF scheduleCurve(const ScheduleConfig& schedule, double peak, qint64 steps, int mostPoints) {
    const ScheduleSpan span{.warmupSteps = warmupSteps(schedule, steps), .totalSteps = steps, .learningRate = peak};
    const qint64 points = std::min<qint64>(steps, mostPoints);
    const qint64 last = std::max<qint64>(1, steps - 1), intervals = std::max<qint64>(1, points - 1);
    QPolygonF curve;
    for (qint64 i = 0; i < points; ++i) {
        const qint64 step = i * last / intervals;
        curve << QPointF(double(step) / double(last), scheduleFactor(schedule, step, span));
    }
    return curve;
}

SchedulePreview::SchedulePreview(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Learning rate over the run"));
}

void SchedulePreview::setSchedule(const ScheduleConfig& schedule, double peak, qint64 steps) {
    m_curve = scheduleCurve(schedule, peak, steps > 0 ? steps : kUnknownSteps, kMostPoints);
    m_peak = peak;
    m_steps = steps;
    setAccessibleDescription(
        tr("%1, at most %2")
            .arg(choiceText("schedule.kind", QString::fromUtf8(kindName(schedule.kind))), learningRateText(peak)));
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
    for (const QPointF& point : m_curve)
        line << QPointF(plot.left() + point.x() * plot.width(), plot.bottom() - point.y() * plot.height());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink(Ink::Accent, palette()), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
}

} // namespace fettle::ui

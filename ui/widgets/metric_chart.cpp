#include "ui/widgets/metric_chart.h"

#include "ui/widgets/chart_tickers.h"
#include "ui/widgets/style.h"

#include <algorithm>
#include <cmath>

namespace fettle::ui {

namespace {

constexpr int kRedrawMs = 100;
constexpr double kRawShare = 0.35;

QString xTitle(XAxis axis) {
    switch (axis) {
    case XAxis::Step:
        return MetricChart::tr("Step");
    case XAxis::Tokens:
        return MetricChart::tr("Tokens");
    case XAxis::Seconds:
        break;
    }
    return MetricChart::tr("Training time (h:mm:ss)");
}

// The values from `first` on, without those that are no numbers.
QVector<QCPGraphData> points(const std::vector<double>& xs, const std::vector<double>& ys, std::size_t first) {
    QVector<QCPGraphData> data;
    const std::size_t end = std::min(xs.size(), ys.size());
    data.reserve(static_cast<qsizetype>(end - std::min(end, first)));
    for (std::size_t i = first; i < end; ++i)
        if (std::isfinite(xs[i]) && std::isfinite(ys[i])) data.push_back({xs[i], ys[i]});
    return data;
}

} // namespace

MetricChart::MetricChart(bool isSmall, QWidget* parent)
    : QCustomPlot(parent), m_isSmall(isSmall), m_empty(new QCPItemText(this)), m_card(new QCPItemText(this)),
      m_cross(new QCPItemStraightLine(this)) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setLocale(QLocale());
    setMinimumSize(isSmall ? QSize(140, 90) : QSize(240, 140)); // not by the font: the text inside gives way
    setInteractions(QCP::iRangeDrag);
    axisRect()->setRangeDrag(Qt::Horizontal);
    setUpAxes();
    setUpCrosshair();
    applyColours();
    m_timer.setSingleShot(true);
    m_timer.setInterval(kRedrawMs);
    connect(&m_timer, &QTimer::timeout, this, &MetricChart::redraw);
    connect(this, &QCustomPlot::mousePress, this, [this] {
        m_isDragging = true;
        hideCrosshair();
    });
    connect(this, &QCustomPlot::mouseRelease, this, [this] { m_isDragging = false; });
    connect(xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this] {
        if (m_isDragging) follow();
    });
    redraw();
}

void MetricChart::setUpAxes() {
    xAxis->setTicker(xTicker(m_axis, m_isSmall));
    yAxis->setTicker(yTicker({}, false, m_isSmall));
    xAxis->setLabel(m_isSmall ? QString() : xTitle(m_axis));
    for (QCPAxis* axis : {xAxis, yAxis}) {
        axis->setSubTicks(false);
        axis->setTickPen(Qt::NoPen);
        axis->setTickLength(0, 0);
        axis->setNumberFormat(QStringLiteral("g")); // 2e-4, as everywhere
        axis->setTickLabelPadding(6);
        axis->setLabelPadding(4);
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    yAxis->setBasePen(Qt::NoPen);
    xAxis->grid()->setVisible(false);
    axisRect()->setMinimumMargins(QMargins(0, kGap, 0, 0));
}

void MetricChart::setUpCrosshair() {
    m_empty->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_empty->position->setCoords(0.5, 0.45);
    m_empty->setTextAlignment(Qt::AlignCenter);
    m_card->position->setTypeX(QCPItemPosition::ptAbsolute);
    m_card->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_card->setTextAlignment(Qt::AlignLeft);
    m_card->setPadding(QMargins(kGap, kTightGap, kGap, kTightGap));
    m_card->setLayer(QStringLiteral("overlay"));
    m_card->setClipToAxisRect(false);
    m_cross->setLayer(QStringLiteral("overlay"));
    layer(QStringLiteral("overlay"))->setMode(QCPLayer::lmBuffered); // the crosshair moves without drawing curves anew
    m_card->setVisible(false);
    m_cross->setVisible(false);
}

void MetricChart::applyColours() {
    const QPalette colours = palette();
    const QColor card = ink(Ink::Card, colours), secondary = ink(Ink::Secondary, colours);
    const QFont small = fontOf(TextRole::Secondary);
    setBackground(card);
    for (QCPAxis* axis : {xAxis, yAxis}) {
        axis->setTickLabelColor(secondary);
        axis->setLabelColor(secondary);
        axis->setTickLabelFont(small);
        axis->setLabelFont(small);
        axis->grid()->setPen(QPen(ink(Ink::Grid, colours), 1));
    }
    xAxis->setBasePen(QPen(ink(Ink::Border, colours), 1));
    m_empty->setColor(secondary);
    m_empty->setFont(small);
    m_card->setFont(small);
    m_card->setColor(ink(Ink::Text, colours));
    m_card->setBrush(card);
    m_card->setPen(QPen(ink(Ink::FieldBorder, colours), 1));
    m_cross->setPen(QPen(ink(Ink::FieldBorder, colours), 1));
    for (std::size_t i = 0; i < m_curves.size(); ++i)
        colourCurve(i);
}

void MetricChart::colourCurve(std::size_t place) {
    static constexpr Qt::PenStyle kDashes[] = {Qt::SolidLine, Qt::DashLine, Qt::DashDotLine, Qt::DotLine,
                                               Qt::DashDotDotLine};
    const QColor card = ink(Ink::Card, palette());
    const bool isAlone = m_curves.size() == 1;
    const QColor color = isAlone ? ink(Ink::Accent, palette()) : seriesInk(static_cast<int>(place) + 2, palette());
    Curve& curve = m_curves[place];
    curve.raw->setPen(QPen(m_smoothing > 0 ? blended(color, card, kRawShare) : color, 1));
    curve.smooth->setPen(QPen(color, 1, isAlone ? Qt::SolidLine : kDashes[place % std::size(kDashes)]));
    curve.validation->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(ink(Ink::Text, palette()), 1), color, m_isSmall ? 6 : 9));
    curve.label->setColor(color);
    curve.label->setFont(fontOf(TextRole::Secondary));
}

void MetricChart::addCurve(MetricModel* model, const QString& key, const QString& name) {
    Curve curve{.model = model, .key = key, .name = name};
    curve.raw = addGraph();
    curve.smooth = addGraph();
    curve.validation = addGraph();
    curve.validation->setLineStyle(QCPGraph::lsNone);
    curve.label = new QCPItemText(this);
    curve.label->setClipToAxisRect(false);
    curve.label->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    curve.label->position->setTypeY(QCPItemPosition::ptPlotCoords);
    curve.label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_curves.push_back(curve);
    connect(model, &MetricModel::appended, this, &MetricChart::schedule);
    connect(model, &MetricModel::wasReset, this, [this, model] {
        for (Curve& own : m_curves)
            if (own.model == model) refill(own);
        schedule();
    });
    if (m_curves.size() == 1) yAxis->setTicker(yTicker(key, m_isLogarithmic, m_isSmall));
    applyColours();
    refill(m_curves.back());
    schedule();
}

void MetricChart::clearCurves() {
    for (const Curve& curve : m_curves) {
        if (curve.model) disconnect(curve.model, nullptr, this, nullptr);
        removeItem(curve.label);
    }
    m_curves.clear();
    clearGraphs();
    m_showsAll = true;
    schedule();
}

void MetricChart::refill(Curve& curve) {
    for (QCPGraph* graph : {curve.raw, curve.smooth, curve.validation})
        graph->data()->clear();
    curve.shown = curve.validationShown = 0;
    append(curve);
}

void MetricChart::append(Curve& curve) {
    if (!curve.model) return;
    const auto& xs = curve.model->x(m_axis);
    const auto& raw = curve.model->values(curve.key);
    if (raw.size() < curve.shown) return refill(curve);
    curve.raw->data()->add(points(xs, raw, curve.shown), true);
    if (m_smoothing > 0)
        curve.smooth->data()->add(points(xs, curve.model->smoothed(curve.key, m_smoothing), curve.shown), true);
    curve.shown = raw.size();
    const auto& evaluations = curve.model->history().evaluations;
    const auto& scores = evaluations.values(MetricModel::evaluationKeyOf(curve.key));
    curve.validation->data()->add(points(evaluations.x(m_axis), scores, curve.validationShown), true);
    curve.validationShown = scores.size();
}

void MetricChart::schedule() {
    if (!m_timer.isActive()) m_timer.start();
}

void MetricChart::redraw() {
    for (Curve& curve : m_curves)
        append(curve);
    bool hasData = false;
    const QCPRange range = dataRange(&hasData);
    m_empty->setVisible(!hasData);
    xAxis->setVisible(hasData);
    yAxis->setVisible(hasData);
    if (m_showsAll && hasData) xAxis->setRange(range);
    fitY();
    placeLabels();
    replot(QCustomPlot::rpQueuedReplot);
}

QCPRange MetricChart::dataRange(bool* isFound) const {
    QCPRange all;
    *isFound = false;
    for (const Curve& curve : m_curves) {
        bool isOwn = false;
        const QCPRange own = curve.raw->getKeyRange(isOwn);
        if (!isOwn) continue;
        all = *isFound ? QCPRange(std::min(all.lower, own.lower), std::max(all.upper, own.upper)) : own;
        *isFound = true;
    }
    if (all.size() <= 0) all = QCPRange(all.lower - 1, all.upper + 1);
    return all;
}

// To what can be seen, with a little air; a peak of the raw curve may not be cut.
void MetricChart::fitY() {
    const auto domain = m_isLogarithmic ? QCP::sdPositive : QCP::sdBoth;
    double low = INFINITY, high = -INFINITY;
    for (const Curve& curve : m_curves) {
        for (const QCPGraph* graph : {curve.raw, curve.validation}) {
            bool isFound = false;
            const QCPRange own = graph->getValueRange(isFound, domain, xAxis->range());
            if (!isFound) continue;
            low = std::min(low, own.lower);
            high = std::max(high, own.upper);
        }
    }
    if (low > high) return;
    if (m_isLogarithmic) return yAxis->setRange(low / 1.15, high * 1.15);
    const double air = high > low ? (high - low) * 0.06 : std::max(1e-12, std::abs(high) * 0.5);
    const bool isNearZero = low >= 0 && low < (high - low) * 0.25;
    yAxis->setRange(isNearZero ? 0 : low - air, high + air);
}

// At the right end of each curve, pushed apart where they would cover each other.
void MetricChart::placeLabels() {
    const QFontMetrics metrics(fontOf(TextRole::Secondary));
    const bool isAlone = m_curves.size() == 1;
    std::vector<std::pair<double, QCPItemText*>> labels;
    int width = 0;
    for (Curve& curve : m_curves) {
        const QCPGraph* graph = m_smoothing > 0 ? curve.smooth : curve.raw;
        curve.label->setVisible(!graph->data()->isEmpty());
        if (graph->data()->isEmpty()) continue;
        const double last = (graph->data()->constEnd() - 1)->value;
        curve.label->setText(isAlone ? valueText(curve.key, last)
                                     : metrics.elidedText(curve.name, Qt::ElideRight, scaled(110)));
        width = std::max(width, metrics.horizontalAdvance(curve.label->text()));
        labels.emplace_back(yAxis->coordToPixel(last), curve.label);
    }
    std::sort(labels.begin(), labels.end());
    double above = -INFINITY;
    for (auto& [pixel, label] : labels) {
        pixel = std::max(pixel, above + metrics.height());
        above = pixel;
        label->position->setCoords(1.0, yAxis->pixelToCoord(pixel));
        label->setPadding(QMargins(kTightGap, 0, 0, 0));
    }
    axisRect()->setMinimumMargins(QMargins(0, kGap, labels.empty() ? kGap : width + kGap, 0));
}

void MetricChart::setEmptyText(const QString& text) {
    m_empty->setText(text);
    schedule();
}

void MetricChart::setAxis(XAxis axis) {
    m_axis = axis;
    m_showsAll = true;
    xAxis->setTicker(xTicker(axis, m_isSmall));
    if (!m_isSmall) xAxis->setLabel(xTitle(axis));
    for (Curve& curve : m_curves)
        refill(curve);
    redraw();
}

void MetricChart::setSmoothing(double weight) {
    m_smoothing = weight;
    for (Curve& curve : m_curves)
        refill(curve);
    applyColours();
    redraw();
}

void MetricChart::setLogarithmic(bool isLogarithmic) {
    m_isLogarithmic = isLogarithmic;
    yAxis->setScaleType(isLogarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    yAxis->setTicker(yTicker(m_curves.empty() ? QString() : m_curves.front().key, isLogarithmic, m_isSmall));
    redraw();
}

} // namespace fettle::ui

#include "ui/widgets/charts/chart_base.h"

#include "ui/widgets/charts/hover_card.h"
#include "ui/widgets/style.h"

#include <algorithm>

namespace fettle::ui {

namespace {

constexpr int kRedrawMs = 100;
constexpr double kZoomStep = 0.8;
constexpr int kTickWidth = 84, kTickHeight = 36;

} // namespace

ChartBase::ChartBase(Size size, QWidget* parent)
    : QCustomPlot(parent), m_size(size), m_empty(new QCPItemText(this)), m_cross(new QCPItemStraightLine(this)) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setLocale(QLocale());
    setMinimumSize(isSmall() ? QSize(140, 90) : QSize(240, 140)); // not by the font: the text inside gives way
    axisRect()->setRangeDrag(Qt::Horizontal);
    axisRect()->setRangeZoom(Qt::Horizontal);
    axisRect()->setRangeZoomFactor(kZoomStep);
    setNavigable(true);
    setUpAxes();
    addPictureActions();
    m_empty->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_empty->position->setCoords(0.5, 0.45);
    m_empty->setTextAlignment(Qt::AlignCenter);
    m_cross->setLayer(QStringLiteral("overlay"));
    m_cross->setVisible(false);
    layer(QStringLiteral("overlay"))->setMode(QCPLayer::lmBuffered); // the crosshair moves without drawing the rest
    m_timer.setSingleShot(true);
    m_timer.setInterval(kRedrawMs);
    connect(&m_timer, &QTimer::timeout, this, &ChartBase::refresh);
    connect(xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, &ChartBase::follow);
}

ChartBase::~ChartBase() {
    delete m_card;
}

void ChartBase::setUpAxes() {
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

void ChartBase::applyColours() {
    const QPalette colours = palette();
    const QColor secondary = ink(Ink::Secondary, colours);
    const QFont small = fontOf(TextRole::Secondary);
    setBackground(ink(Ink::Card, colours));
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
    m_cross->setPen(QPen(ink(Ink::FieldBorder, colours), 1));
}

void ChartBase::setEmptyText(const QString& text) {
    m_empty->setText(text);
    schedule();
}

void ChartBase::setNavigable(bool isNavigable) {
    setInteractions(isNavigable ? QCP::iRangeDrag | QCP::iRangeZoom : QCP::Interactions());
}

void ChartBase::schedule() {
    if (!m_timer.isActive()) m_timer.start();
}

// A widget that cannot be seen gets no paint event, and therefore no work.
void ChartBase::refresh() {
    m_isStale = true;
    update();
}

void ChartBase::recolour() {
    m_awaitsColours = true;
    refresh();
}

void ChartBase::catchUp() {
    if (!m_isStale) return;
    m_isStale = false;
    m_awaitsPicture = true;
    if (m_awaitsColours) applyColours();
    m_awaitsColours = false;
    takeValues();
    const auto all = reach();
    m_empty->setVisible(!all);
    xAxis->setVisible(all.has_value());
    yAxis->setVisible(all.has_value());
    if (m_showsAll && all) showRange(wholeView(*all));
    fit();
}

// As many as have room for their labels.
void ChartBase::fit() {
    xAxis->ticker()->setTickCount(std::clamp(width() / scaled(kTickWidth), 2, 8));
    yAxis->ticker()->setTickCount(std::clamp(height() / scaled(kTickHeight), 2, 6));
    if (reach()) fitValues();
    placeLabels();
}

void ChartBase::paintEvent(QPaintEvent* event) {
    catchUp();
    if (m_awaitsPicture) replot(QCustomPlot::rpQueuedRefresh);
    m_awaitsPicture = false;
    QCustomPlot::paintEvent(event);
}

// In place of QCustomPlot's, which draws at once, be it seen or not.
void ChartBase::resizeEvent(QResizeEvent* event) {
    setViewport(QRect(QPoint(), event->size()));
    refresh();
}

void ChartBase::changeEvent(QEvent* event) {
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) recolour();
}

} // namespace fettle::ui

#include "ui/widgets/charts/metric_plot.h"

#include "ui/text/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/charts/metric_chart.h"
#include "ui/widgets/control_painting.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_strip.h"

#include <QActionGroup>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace fettle::ui {

namespace {

// A button that opens a menu of alternatives.
template <class Value, class Chosen>
void addMenu(QWidget* tools, const QString& iconName, const QString& text, const QString& objectName, Value current,
             const std::vector<std::pair<Value, QString>>& values, Chosen chosen) {
    auto* button = new IconButton(iconName, text);
    button->setObjectName(objectName);
    auto* menu = new QMenu(button);
    auto* group = new QActionGroup(menu);
    for (const auto& [value, label] : values) {
        QAction* action = menu->addAction(label);
        action->setCheckable(true);
        action->setChecked(value == current);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, button, [chosen, value = value] { chosen(value); });
    }
    QObject::connect(button, &QPushButton::clicked, menu,
                     [menu, button] { menu->popup(button->mapToGlobal(QPoint(0, button->height()))); });
    tools->layout()->addWidget(button);
}

} // namespace

MetricPlot::MetricPlot(Size size, QWidget* parent)
    : QWidget(parent), m_chart(new MetricChart(size == Size::Small ? ChartBase::Size::Small : ChartBase::Size::Large)),
      m_title(new Label({}, TextRole::Strong)), m_direction(new Label({}, TextRole::Secondary)),
      m_offer(new Button(tr("Logarithmic axis"), ButtonKind::Quiet)), m_tools(new QWidget), m_error(new ErrorStrip) {
    if (size == Size::Large)
        m_title->setMinimumHeight(scaled(kControlHeight)); // as high as the tools, which come and go
    auto* layout = new QVBoxLayout(this);
    const int margin = size == Size::Large ? kGap + kTightGap : kGap;
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(kTightGap);
    layout->addLayout(makeHead());
    layout->addWidget(m_error);
    layout->addWidget(m_chart, 1);
    m_chart->setObjectName(QStringLiteral("chart"));
    m_chart->installEventFilter(this);
    setFocusProxy(m_chart);
    connect(m_chart, &MetricChart::viewChanged, this, &MetricPlot::viewChanged);
    connect(m_chart, &MetricChart::saved, this, &MetricPlot::saved);
    connect(m_chart, &MetricChart::saved, m_error, &QWidget::hide);
    connect(m_chart, &MetricChart::saveFailed, m_error, &ErrorStrip::showError);
    connect(m_chart, &MetricChart::widened, this, [this] {
        m_isWide = true;
        showOffer();
    });
    if (size == Size::Large) addTools();
    setMetric(m_chart->metric());
}

MetricPlot::~MetricPlot() = default;

QLayout* MetricPlot::makeHead() {
    m_title->setElided(true);
    m_title->setElideMode(Qt::ElideRight);
    m_direction->setObjectName(QStringLiteral("direction"));
    m_direction->setWordWrap(false);
    m_offer->setObjectName(QStringLiteral("logOffer"));
    m_offer->setIconName(QStringLiteral("axis-log"));
    m_offer->setToolTip(
        tr("The values are 100 times apart or more: on a logarithmic axis the small ones show as well."));
    connect(m_offer, &QPushButton::clicked, this, [this] { setLogarithmic(true); });
    connect(m_offer, &QPushButton::clicked, this, &MetricPlot::settingsChanged);
    auto* tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(0);
    m_tools->setVisible(false);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kTightGap, 0, 0, 0);
    head->addWidget(m_title);
    head->addWidget(m_direction);
    head->addStretch(1);
    head->addWidget(m_offer);
    head->addWidget(m_tools);
    return head;
}

void MetricPlot::addMenus() {
    addMenu<XAxis>(m_tools, QStringLiteral("clock"), tr("Horizontal axis"), QStringLiteral("xAxisButton"), XAxis::Step,
                   {{XAxis::Step, tr("Steps")}, {XAxis::Tokens, tr("Tokens")}, {XAxis::Seconds, tr("Training time")}},
                   [this](XAxis axis) {
                       setXAxis(axis);
                       Q_EMIT settingsChanged();
                   });
    addMenu<double>(m_tools, QStringLiteral("smooth"), tr("Smoothing"), QStringLiteral("smoothingButton"),
                    m_chart->metric().smoothing,
                    {{0, tr("None")}, {0.6, tr("Light")}, {0.9, tr("Medium")}, {0.98, tr("Strong")}},
                    [this](double weight) {
                        setSmoothing(weight);
                        Q_EMIT settingsChanged();
                    });
}

void MetricPlot::addTools() {
    addMenus();
    const auto add = [this](const char* iconName, const QString& text, const char* name) {
        auto* button = new IconButton(QString::fromLatin1(iconName), text);
        button->setObjectName(QString::fromLatin1(name));
        m_tools->layout()->addWidget(button);
        return button;
    };
    auto* logarithm = add("axis-log", tr("Logarithmic axis"), "logButton");
    logarithm->setCheckable(true);
    connect(logarithm, &QPushButton::toggled, this, &MetricPlot::setLogarithmic);
    connect(logarithm, &QPushButton::clicked, this, &MetricPlot::settingsChanged);
    connect(add("zoom-reset", tr("Show everything"), "resetButton"), &QPushButton::clicked, this,
            &MetricPlot::resetView);
    connect(add("copy", tr("Copy the picture"), "copyButton"), &QPushButton::clicked, m_chart,
            &MetricChart::copyPicture);
    connect(add("save", tr("Save the picture …"), "saveButton"), &QPushButton::clicked, m_chart,
            &MetricChart::askWhereToSave);
}

void MetricPlot::setMetric(const Metric& metric) {
    m_chart->setMetric(metric);
    m_title->setText(metricTitle(metric));
    m_direction->setText(betterSign(metric.better));
    m_direction->setToolTip(betterText(metric.better));
    m_direction->setAccessibleName(betterText(metric.better));
    m_direction->setVisible(metric.better != Better::Neither);
    m_chart->setAccessibleName(tr("Chart of %1").arg(metricTitle(metric)));
    const QString keys = tr("Plus and minus zoom, left and right pan, 0 shows everything.");
    m_chart->setAccessibleDescription(betterText(metric.better) + QLatin1Char(' ') + keys);
    if (auto* button = findChild<QPushButton*>(QStringLiteral("smoothingButton")))
        button->setEnabled(!metric.isExact());
    m_isWide = false;
    setLogarithmic(false);
}

void MetricPlot::setEmptyText(const QString& text) {
    m_chart->setEmptyText(text);
}
void MetricPlot::addCurve(MetricModel* model, const QString& name) {
    m_chart->addCurve(model, name);
}
void MetricPlot::clearCurves() {
    m_chart->clearCurves();
    m_isWide = false;
    showOffer();
}
int MetricPlot::curveCount() const {
    return m_chart->curveCount();
}
const Metric& MetricPlot::metric() const {
    return m_chart->metric();
}
XAxis MetricPlot::xAxis() const {
    return m_chart->axis();
}
double MetricPlot::smoothing() const {
    return m_chart->smoothing();
}
bool MetricPlot::isLogarithmic() const {
    return m_chart->scale() == Scale::Logarithmic;
}
void MetricPlot::setXAxis(XAxis axis) {
    m_chart->setAxis(axis);
}
void MetricPlot::setSmoothing(double weight) {
    m_chart->setSmoothing(weight);
}
void MetricPlot::setLogarithmic(bool isLogarithmic) {
    if (this->isLogarithmic() != isLogarithmic) m_chart->setScale(isLogarithmic ? Scale::Logarithmic : Scale::Linear);
    if (auto* button = findChild<QPushButton*>(QStringLiteral("logButton"))) button->setChecked(isLogarithmic);
    showOffer();
}
void MetricPlot::resetView() {
    m_chart->resetView();
}
void MetricPlot::setView(double from, double to) {
    m_chart->setView(from, to);
}
void MetricPlot::savePicture(const QString& file) {
    m_chart->savePicture(file);
}

void MetricPlot::showOffer() {
    m_offer->setVisible(m_isWide && !isLogarithmic() && m_tools->layout()->count() > 0);
}

void MetricPlot::showTools() {
    const QWidget* focus = QApplication::focusWidget();
    const bool hasFocus = focus != nullptr && (focus == m_chart || m_tools->isAncestorOf(focus));
    m_tools->setVisible(m_tools->layout()->count() > 0 && (underMouse() || hasFocus));
}

void MetricPlot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintRounded(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, ink(Ink::Card, palette()),
                 ink(m_chart->hasFocus() ? Ink::Accent : Ink::Border, palette()));
}

void MetricPlot::enterEvent(QEnterEvent* event) {
    QWidget::enterEvent(event);
    showTools();
}

void MetricPlot::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    showTools();
}

bool MetricPlot::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        showTools();
        update(); // its frame shows the focus
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace fettle::ui

#include "ui/widgets/metric_plot.h"

#include "ui/tasks/run_in_background.h"
#include "ui/text/error_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/control_painting.h"
#include "ui/widgets/label.h"
#include "ui/widgets/metric_chart.h"

#include <QActionGroup>
#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QMenu>
#include <QSaveFile>

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
    : QWidget(parent), m_chart(new MetricChart(size == Size::Small)), m_title(new Label({}, TextRole::Strong)),
      m_tools(new QWidget) {
    m_title->setElided(true);
    m_title->setElideMode(Qt::ElideRight);
    if (size == Size::Large)
        m_title->setMinimumHeight(scaled(kControlHeight)); // as high as the tools, which come and go
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kTightGap, 0, 0, 0);
    head->addWidget(m_title, 1);
    head->addWidget(m_tools);
    auto* layout = new QVBoxLayout(this);
    const int margin = size == Size::Large ? kGap + kTightGap : kGap;
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(kTightGap);
    layout->addLayout(head);
    layout->addWidget(m_chart, 1);
    m_chart->setObjectName(QStringLiteral("chart"));
    m_chart->installEventFilter(this);
    setFocusProxy(m_chart);
    connect(m_chart, &MetricChart::viewChanged, this, &MetricPlot::viewChanged);
    auto* tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(0);
    if (size == Size::Large) addTools();
    m_tools->setVisible(false);
}

MetricPlot::~MetricPlot() = default;

void MetricPlot::addTools() {
    addMenu<XAxis>(m_tools, QStringLiteral("clock"), tr("Horizontal axis"), QStringLiteral("xAxisButton"), XAxis::Step,
                   {{XAxis::Step, tr("Steps")}, {XAxis::Tokens, tr("Tokens")}, {XAxis::Seconds, tr("Training time")}},
                   [this](XAxis axis) {
                       setXAxis(axis);
                       Q_EMIT settingsChanged();
                   });
    addMenu<double>(m_tools, QStringLiteral("smooth"), tr("Smoothing"), QStringLiteral("smoothingButton"), smoothing(),
                    {{0, tr("None")}, {0.6, tr("Light")}, {0.9, tr("Medium")}, {0.98, tr("Strong")}},
                    [this](double weight) {
                        setSmoothing(weight);
                        Q_EMIT settingsChanged();
                    });
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
    connect(add("copy", tr("Copy the picture"), "copyButton"), &QPushButton::clicked, this, &MetricPlot::copyPicture);
    connect(add("save", tr("Save the picture …"), "saveButton"), &QPushButton::clicked, this,
            &MetricPlot::askWhereToSave);
}

void MetricPlot::setTitle(const QString& title, const QString& unit) {
    m_title->setText(unit.isEmpty() ? title : tr("%1 (%2)").arg(title, unit));
    m_chart->setAccessibleName(tr("Chart of %1").arg(title));
    m_chart->setAccessibleDescription(tr("Plus and minus zoom, left and right pan, 0 shows everything."));
}

void MetricPlot::setEmptyText(const QString& text) {
    m_chart->setEmptyText(text);
}
void MetricPlot::addCurve(MetricModel* model, const QString& key, const QString& name) {
    m_chart->addCurve(model, key, name);
}
void MetricPlot::clearCurves() {
    m_chart->clearCurves();
}
int MetricPlot::curveCount() const {
    return m_chart->curveCount();
}
XAxis MetricPlot::xAxis() const {
    return m_chart->axis();
}
double MetricPlot::smoothing() const {
    return m_chart->smoothing();
}
bool MetricPlot::isLogarithmic() const {
    return m_chart->isLogarithmic();
}
void MetricPlot::setXAxis(XAxis axis) {
    m_chart->setAxis(axis);
}
void MetricPlot::setSmoothing(double weight) {
    m_chart->setSmoothing(weight);
}
void MetricPlot::setLogarithmic(bool isLogarithmic) {
    if (auto* button = findChild<QPushButton*>(QStringLiteral("logButton"))) button->setChecked(isLogarithmic);
    if (m_chart->isLogarithmic() != isLogarithmic) m_chart->setLogarithmic(isLogarithmic);
}
void MetricPlot::resetView() {
    m_chart->resetView();
}
void MetricPlot::setView(double from, double to) {
    m_chart->setView(from, to);
}

void MetricPlot::copyPicture() {
    QApplication::clipboard()->setImage(m_chart->picture());
}

// Drawn here, written elsewhere: a slow disk may not hold up the window.
void MetricPlot::savePicture(const QString& file) {
    if (file.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) return write(file, m_chart->svg());
    QBuffer png;
    png.open(QIODevice::WriteOnly);
    m_chart->picture().save(&png, "PNG");
    write(file, png.data());
}

void MetricPlot::write(const QString& file, const QByteArray& bytes) {
    const auto work = [file, bytes] {
        QSaveFile target(file);
        if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size() || !target.commit())
            throw Error(ErrorKind::FileAccess, target.errorString().toStdString(), {}, {{"file", file.toStdString()}});
    };
    runInBackground(
        this, work, [this, file] { Q_EMIT saved(file); },
        [this](const Error& error) { Q_EMIT saveFailed(errorText(error)); });
}

void MetricPlot::askWhereToSave() {
    auto* dialog = new QFileDialog(this, {}, {}, tr("Pictures (*.png *.svg)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("png"));
    connect(dialog, &QFileDialog::fileSelected, this, &MetricPlot::savePicture);
    dialog->open();
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

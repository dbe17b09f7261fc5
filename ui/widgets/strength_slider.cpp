#include "ui/widgets/strength_slider.h"

#include "ui/text/numbers.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionSlider>

#include <cmath>

namespace fettle::ui {

namespace {

constexpr int kUnits = 20; // per 1.0
constexpr int kCatch = 2;  // units around a detent that count as the detent

} // namespace

class StrengthSlider::Track : public QSlider {
public:
    Track() : QSlider(Qt::Horizontal) {
        setRange(0, 2 * kUnits);
        setValue(kUnits);
        setSingleStep(1);
        setPageStep(kUnits / 2);
        setMinimumWidth(scaled(120));
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        QPainter painter(this);
        QStyleOptionSlider option;
        initStyleOption(&option);
        const QRect groove = style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderGroove, this);
        const int handle = style()->pixelMetric(QStyle::PM_SliderLength, &option, this);
        painter.setPen(QPen(ink(Ink::FieldBorder, palette()), 2));
        for (const int detent : {0, kUnits}) {
            if (detent > maximum()) continue;
            const int x = groove.left() + handle / 2 +
                          QStyle::sliderPositionFromValue(minimum(), maximum(), detent, groove.width() - handle);
            painter.drawLine(x, groove.center().y() - 8, x, groove.center().y() + 8);
        }
        painter.end();
        QSlider::paintEvent(event);
    }
    void mouseMoveEvent(QMouseEvent* event) override {
        QSlider::mouseMoveEvent(event);
        rest();
    }
    void mouseReleaseEvent(QMouseEvent* event) override {
        QSlider::mouseReleaseEvent(event);
        rest();
    }

private:
    void rest() {
        for (const int detent : {0, kUnits})
            if (std::abs(value() - detent) <= kCatch) setValue(detent);
    }
};

StrengthSlider::StrengthSlider(QWidget* parent)
    : QWidget(parent), m_track(new Track), m_value(new Label({}, TextRole::Mono)) {
    m_track->setObjectName(QStringLiteral("strengthTrack"));
    m_track->setAccessibleName(tr("Strength of the adapter"));
    m_track->setToolTip(tr("0 is the base model, 1 is the model as it was trained."));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_track, 1);
    layout->addWidget(m_value);
    setFocusProxy(m_track);
    const auto show = [this] { m_value->setText(decimalText(strength(), 2)); };
    show();
    connect(m_track, &QSlider::valueChanged, this, show);
    connect(m_track, &QSlider::valueChanged, this, [this] { Q_EMIT strengthChanged(strength()); });
}

void StrengthSlider::setStrength(double strength) {
    const QSignalBlocker blocker(this);
    m_track->setValue(static_cast<int>(std::lround(strength * m_track->maximum() / (m_track->maximum() > 1 ? 2 : 1))));
}

double StrengthSlider::strength() const {
    return m_track->maximum() > 1 ? m_track->value() / double(kUnits) : m_track->value();
}

void StrengthSlider::setSteps(bool onlyZeroAndOne) {
    const double before = strength();
    const QSignalBlocker blocker(this);
    m_track->setRange(0, onlyZeroAndOne ? 1 : 2 * kUnits);
    setStrength(onlyZeroAndOne ? std::min(1.0, std::round(before)) : before);
}

} // namespace fettle::ui

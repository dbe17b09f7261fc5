#include "ui/widgets/number_controls.h"

#include "ui/text/numbers.h"
#include "ui/widgets/field_facts.h"
#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QSlider>

#include <cmath>

namespace fettle::ui {

namespace {

constexpr int kMostPower = 8; // 256
constexpr int kNumberWidth = 96;

QString editText(const Json& value) {
    if (!value.is_number()) return {};
    return value.is_number_integer() ? editedText(value.get<std::int64_t>(), QLocale())
                                     : editedText(value.get<double>(), QLocale());
}

// The next number that people would try: 16 -> 17, 2e-4 -> 3e-4, 0.05 -> 0.06.
double stepped(double value, int direction) {
    if (value == 0) return direction > 0 ? 0.01 : 0;
    double unit = std::pow(10, std::floor(std::log10(std::abs(value))));
    if (direction < 0 && std::abs(value - unit) < unit * 1e-9) unit /= 10;
    const double next = std::round(value / unit + direction) * unit;
    return QString::number(next, 'g', 12).toDouble(); // 3e-4, not 3.0000000000000003e-4
}

} // namespace

NumberControl::NumberControl(bool isInteger, bool isNullable)
    : m_isInteger(isInteger), m_isNullable(isNullable), m_edit(new QLineEdit) {
    m_edit->setAlignment(Qt::AlignRight);
    m_edit->setFixedWidth(scaled(kNumberWidth));
    m_edit->installEventFilter(this);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_edit, 0, Qt::AlignLeft);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &NumberControl::onEdited);
}

void NumberControl::show(const Json& value) {
    const auto now = parsed();
    if (now && *now == value && !m_edit->text().isEmpty()) return; // do not retype what the user types: "2.0e-4"
    m_edit->setText(editText(value));
}

void NumberControl::setPlaceholder(const QString& text) {
    m_edit->setPlaceholderText(text);
}

QWidget* NumberControl::main() const {
    return m_edit;
}

std::optional<Json> NumberControl::parsed() const {
    const QString text = m_edit->text().trimmed();
    if (text.isEmpty()) return m_isNullable ? std::optional<Json>(Json()) : std::nullopt;
    if (m_isInteger) {
        const auto number = typedWhole(text);
        return number ? std::optional<Json>(*number) : std::nullopt;
    }
    const auto number = typedNumber(text);
    return number ? std::optional<Json>(*number) : std::nullopt;
}

void NumberControl::onEdited() {
    if (const auto value = parsed())
        Q_EMIT edited(*value);
    else
        Q_EMIT failed(problem());
}

QString NumberControl::problem() const {
    return m_isInteger ? tr("A whole number is needed here.") : tr("A number is needed here, such as 0.05 or 2e-4.");
}

void NumberControl::step(int direction) {
    const auto value = parsed();
    if (!value || value->is_null()) return;
    const Json next =
        m_isInteger ? Json(value->get<qlonglong>() + direction) : Json(stepped(value->get<double>(), direction));
    m_edit->setText(editText(next));
    onEdited();
}

bool NumberControl::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            step(key == Qt::Key_Up ? 1 : -1);
            return true;
        }
    }
    return FieldControl::eventFilter(watched, event);
}

PowerControl::PowerControl(const QString& key, bool isInteger)
    : NumberControl(isInteger, false), m_slider(new QSlider(Qt::Horizontal)) {
    m_slider->setRange(0, kMostPower);
    m_slider->setPageStep(1);
    m_slider->setMinimumWidth(scaled(96));
    m_slider->setObjectName(QStringLiteral("slider.") + key);
    m_slider->setAccessibleName(fieldLabel(key));
    static_cast<QHBoxLayout*>(layout())->insertWidget(0, m_slider, 1);
    connect(m_slider, &QSlider::valueChanged, this, &PowerControl::onSlid);
    connect(this, &FieldControl::edited, this, &PowerControl::moveSlider);
}

void PowerControl::show(const Json& value) {
    NumberControl::show(value);
    moveSlider(value);
}

void PowerControl::moveSlider(const Json& value) {
    const QSignalBlocker blocker(m_slider);
    const double number = value.is_number() ? value.get<double>() : 1;
    m_slider->setValue(static_cast<int>(std::lround(std::log2(std::max(1.0, number)))));
}

void PowerControl::onSlid(int exponent) {
    m_edit->setText(editText(Json(qlonglong(1) << exponent)));
    onEdited();
}

PairControl::PairControl() : m_parts{new NumberControl(false, false), new NumberControl(false, false)} {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    for (int i = 0; i < 2; ++i) {
        layout->addWidget(m_parts[i]);
        connect(m_parts[i], &FieldControl::edited, this, &PairControl::onEdited);
        connect(m_parts[i], &FieldControl::failed, this, &FieldControl::failed);
    }
    layout->addStretch();
    m_parts[1]->main()->setAccessibleName(tr("second value"));
    m_parts[1]->main()->setObjectName(QStringLiteral("second"));
    setFocusProxy(m_parts[0]);
}

void PairControl::show(const Json& value) {
    if (!value.is_array() || value.size() != 2) return;
    for (std::size_t i = 0; i < 2; ++i)
        m_parts[i]->show(value[i]);
}

QWidget* PairControl::main() const {
    return m_parts[0]->main();
}

// The pair is edited when both are numbers.
void PairControl::onEdited() {
    Json both = Json::array();
    for (NumberControl* part : m_parts) {
        const auto value = part->parsed();
        if (!value) return Q_EMIT failed(part->problem());
        both.push_back(*value);
    }
    Q_EMIT edited(both);
}

} // namespace fettle::ui

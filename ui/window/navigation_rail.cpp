#include "ui/window/navigation_rail.h"

#include "ui/widgets/icon.h"
#include "ui/window/rail_button.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace fettle::ui {

namespace {

constexpr int kNarrowWidth = 56;
constexpr int kBrandHeight = 44;

// The sign and the name of the program.
class Brand : public QWidget {
public:
    Brand() { setFixedHeight(scaled(kBrandHeight)); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const bool isNarrow = width() < scaled(kNarrowWidth) + kGap;
        const int side = scaled(24);
        const int left = isNarrow ? (width() - side) / 2 : kGap;
        paintIcon(painter, QRectF(left, (height() - side) / 2, side, side), QStringLiteral("fettle"),
                  ink(Ink::Accent, palette()));
        if (isNarrow) return;
        painter.setFont(fontOf(TextRole::CardTitle));
        painter.setPen(ink(Ink::Text, palette()));
        painter.drawText(rect().adjusted(left + side + kGap, 0, 0, 0), Qt::AlignVCenter, QStringLiteral("Fettle"));
    }
};

} // namespace

NavigationRail::NavigationRail(QWidget* parent)
    : QWidget(parent), m_brand(new Brand), m_top(new QVBoxLayout), m_bottom(new QVBoxLayout) {
    setAccessibleName(tr("Pages"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap, kGap, kGap + 1, kGap);
    layout->setSpacing(0);
    m_top->setSpacing(kTightGap);
    m_bottom->setSpacing(kTightGap);
    layout->addWidget(m_brand);
    layout->addSpacing(kGap);
    layout->addLayout(m_top);
    layout->addStretch();
    layout->addLayout(m_bottom);
    fitWidth();
}

void NavigationRail::add(const QString& iconName, const QString& text, Place place) {
    auto* button = new RailButton(iconName, text);
    const int index = static_cast<int>(m_buttons.size());
    button->setObjectName(QStringLiteral("rail.") + iconName);
    button->setNarrow(m_isNarrow);
    m_buttons.push_back(button);
    (place == Place::Top ? m_top : m_bottom)->addWidget(button);
    connect(button, &QAbstractButton::toggled, this, [this, index](bool isOn) { // a screen reader toggles, not clicks
        if (isOn && index != std::exchange(m_current, index)) Q_EMIT chosen(index);
    });
    fitWidth();
}

void NavigationRail::setCurrent(int index) {
    m_current = index;
    m_buttons[static_cast<std::size_t>(index)]->setChecked(true);
}

void NavigationRail::setNarrow(bool isNarrow) {
    if (m_isNarrow == isNarrow) return;
    m_isNarrow = isNarrow;
    for (auto* button : m_buttons)
        button->setNarrow(isNarrow);
    fitWidth();
}

void NavigationRail::setMark(int index, std::optional<RunState> state) {
    m_buttons[static_cast<std::size_t>(index)]->setMark(state);
}

// As wide as the longest name needs, in any language.
void NavigationRail::fitWidth() {
    int width = scaled(m_isNarrow ? kNarrowWidth : kRailWidth);
    if (!m_isNarrow)
        for (const auto* button : m_buttons)
            width = std::max(width, fontMetrics().horizontalAdvance(button->text()) + scaled(kIconSize) + 5 * kGap +
                                        scaled(kIconSize));
    setFixedWidth(width);
}

void NavigationRail::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), blended(ink(Ink::Pressed, palette()), ink(Ink::Window, palette()), 0.35));
    painter.fillRect(width() - 1, 0, 1, height(), ink(Ink::Border, palette()));
}

void NavigationRail::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange) return;
    m_brand->setFixedHeight(scaled(kBrandHeight));
    fitWidth();
}

} // namespace fettle::ui

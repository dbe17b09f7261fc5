#include "ui/widgets/segmented_choice.h"

#include "ui/widgets/control_painting.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/style.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace fettle::ui {

namespace {

constexpr int kSegmentPadding = 12;
constexpr int kChevron = 16;

} // namespace

// One of them; the choice behind draws the common frame.
class SegmentedChoice::Segment : public QAbstractButton {
public:
    explicit Segment(const Choice& choice, bool isMenu = false) : m_isMenu(isMenu) {
        wear(choice);
        setToolTip(choice.toolTip);
        setEnabled(choice.isEnabled);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setObjectName(QStringLiteral("choice.") + choice.value);
    }
    void wear(const Choice& choice) {
        setText(choice.text);
        setAccessibleName(choice.text);
        m_value = choice.value;
        updateGeometry();
    }
    [[nodiscard]] const QString& value() const { return m_value; }
    [[nodiscard]] bool isMenu() const { return m_isMenu; }
    QSize sizeHint() const override {
        return {fontMetrics().horizontalAdvance(text()) + 2 * scaled(kSegmentPadding) +
                    (m_isMenu ? scaled(kChevron) : 0),
                std::max(scaled(kControlHeight), fontMetrics().height() + kGap)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const QRectF inside = QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5);
        if (isChecked())
            paintRounded(painter, inside, kControlRadius - 1, ink(Ink::Selection, palette()),
                         ink(Ink::Accent, palette()));
        else if (underMouse() && isEnabled())
            paintRounded(painter, inside, kControlRadius - 1, ink(Ink::Hover, palette()), {});
        if (hasFocus()) paintFocusRing(painter, rect(), palette(), kControlRadius);
        const int side = m_isMenu ? scaled(kChevron) : 0;
        painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
        painter.drawText(rect().adjusted(0, 0, -side, 0), Qt::AlignCenter | Qt::TextShowMnemonic, text());
        if (m_isMenu)
            paintIcon(painter, QRectF(width() - side - kGap, (height() - side) / 2, side, side),
                      QStringLiteral("chevron-down"), ink(Ink::Secondary, palette()));
    }

private:
    QString m_value;
    bool m_isMenu;
};

SegmentedChoice::SegmentedChoice(QWidget* parent) : QWidget(parent), m_group(new QButtonGroup(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    // A screen reader toggles and does not click; the menu's segment opens again where it is chosen already.
    connect(m_group, &QButtonGroup::buttonToggled, this, [this](QAbstractButton* button, bool isOn) {
        if (isOn && !m_isSetting) onChosen(static_cast<Segment*>(button));
    });
    connect(m_group, &QButtonGroup::buttonClicked, this, [this](QAbstractButton* button) {
        if (button == m_more && !m_menu->isVisible()) onChosen(m_more);
    });
}

void SegmentedChoice::setChoices(const std::vector<Choice>& choices) {
    const QString before = current();
    const auto old = m_group->buttons();
    for (auto* button : old) {
        m_group->removeButton(button);
        delete button;
    }
    delete std::exchange(m_menu, nullptr);
    m_more = nullptr;
    for (const Choice& choice : choices)
        if (!choice.isMore) add(choice);
    addMenu(choices);
    setCurrent(before);
}

void SegmentedChoice::add(const Choice& choice) {
    auto* segment = new Segment(choice);
    m_group->addButton(segment);
    layout()->addWidget(segment);
}

void SegmentedChoice::addMenu(const std::vector<Choice>& choices) {
    for (const Choice& choice : choices) {
        if (!choice.isMore) continue;
        if (m_menu == nullptr) m_menu = new QMenu(this);
        QAction* action = m_menu->addAction(choice.text);
        action->setData(choice.value);
        action->setObjectName(QStringLiteral("choice.") + choice.value);
        action->setToolTip(choice.toolTip);
        action->setEnabled(choice.isEnabled);
        connect(action, &QAction::triggered, this, [this, value = choice.value] {
            setCurrent(value);
            Q_EMIT chosen(value);
        });
    }
    if (m_menu == nullptr) return;
    m_more = new Segment({.value = QString(), .text = tr("More")}, true);
    m_group->addButton(m_more);
    layout()->addWidget(m_more);
}

void SegmentedChoice::onChosen(Segment* segment) {
    if (segment != m_more) {
        setCurrent(segment->value());
        return Q_EMIT chosen(segment->value());
    }
    setCurrent(m_current); // that alone chooses nothing
    m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void SegmentedChoice::setCurrent(const QString& value) {
    m_current = value;
    if (m_more != nullptr) {
        Choice worn{.value = QString(), .text = tr("More")};
        const auto actions = m_menu->actions();
        for (const QAction* action : actions)
            if (action->data() == value) worn = {.value = value, .text = action->text()};
        m_more->wear(worn);
    }
    const QScopedValueRollback setting(m_isSetting, true);
    m_group->setExclusive(false);
    const auto buttons = m_group->buttons();
    for (auto* button : buttons) {
        const QString own = static_cast<Segment*>(button)->value();
        button->setChecked(own == value && (button != m_more || !own.isEmpty()));
    }
    m_group->setExclusive(true);
    setFocusProxy(m_group->checkedButton());
}

QString SegmentedChoice::current() const {
    const auto* button = m_group->checkedButton();
    return button == nullptr ? QString() : static_cast<const Segment*>(button)->value();
}

void SegmentedChoice::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintRounded(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kControlRadius + 1, ink(Ink::Card, palette()),
                 ink(Ink::FieldBorder, palette()));
}

} // namespace fettle::ui

#include "ui/widgets/segmented_choice.h"

#include "ui/widgets/control_painting.h"
#include "ui/widgets/style.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

namespace fettle::ui {

namespace {

// One of them; the choice behind draws the common frame.
class Segment : public QAbstractButton {
public:
    explicit Segment(const Choice& choice) {
        setText(choice.text);
        setToolTip(choice.toolTip);
        setEnabled(choice.isEnabled);
        setAccessibleName(choice.text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setProperty("value", choice.value);
        setObjectName(QStringLiteral("choice.") + choice.value);
    }
    QSize sizeHint() const override {
        return {fontMetrics().horizontalAdvance(text()) + 3 * kGap,
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
        painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
        QFont font = painter.font();
        if (isChecked()) font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
    }
};

} // namespace

SegmentedChoice::SegmentedChoice(QWidget* parent) : QWidget(parent), m_group(new QButtonGroup(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::buttonClicked, this,
            [this](QAbstractButton* button) { Q_EMIT chosen(button->property("value").toString()); });
}

void SegmentedChoice::setChoices(const std::vector<Choice>& choices) {
    const QString before = current();
    const auto old = m_group->buttons();
    for (auto* button : old) {
        m_group->removeButton(button);
        delete button;
    }
    for (const Choice& choice : choices) {
        auto* segment = new Segment(choice);
        m_group->addButton(segment);
        layout()->addWidget(segment);
    }
    setCurrent(before);
}

void SegmentedChoice::setCurrent(const QString& value) {
    m_group->setExclusive(false);
    const auto buttons = m_group->buttons();
    for (auto* button : buttons)
        button->setChecked(button->property("value").toString() == value);
    m_group->setExclusive(true);
}

QString SegmentedChoice::current() const {
    const auto* button = m_group->checkedButton();
    return button == nullptr ? QString() : button->property("value").toString();
}

void SegmentedChoice::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintRounded(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kControlRadius + 1, ink(Ink::Card, palette()),
                 ink(Ink::FieldBorder, palette()));
}

} // namespace fettle::ui

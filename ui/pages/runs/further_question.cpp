#include "ui/pages/runs/further_question.h"

#include "ui/widgets/button.h"
#include "ui/widgets/decimal_box.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented_choice.h"

#include <QHBoxLayout>

#include <algorithm>

namespace fettle::ui {

namespace {

const QString kEpochs = QStringLiteral("epochs"), kSteps = QStringLiteral("steps");
constexpr int kAmountWidth = 120;
constexpr double kMostEpochs = 100000, kMostSteps = 1e9;

} // namespace

FurtherQuestion::FurtherQuestion(QWidget* parent)
    : Card(tr("How much further?"), parent), m_amount(new DecimalBox), m_unit(new SegmentedChoice) {
    setObjectName(QStringLiteral("furtherQuestion"));
    m_amount->setObjectName(QStringLiteral("furtherAmount"));
    m_amount->setAccessibleName(tr("More epochs or steps"));
    m_amount->setMinimumWidth(scaled(kAmountWidth));
    m_unit->setObjectName(QStringLiteral("furtherUnit"));
    m_unit->setAccessibleName(tr("Epochs or steps"));
    m_unit->setChoices({{kEpochs, tr("more epochs")}, {kSteps, tr("more steps")}});
    auto* go = new Button(tr("Train further"), ButtonKind::Primary);
    go->setObjectName(QStringLiteral("confirmFurther"));
    auto* leave = new Button(tr("Cancel"));
    leave->setObjectName(QStringLiteral("cancelFurther"));
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    for (QWidget* part : std::initializer_list<QWidget*>{m_amount, m_unit, go, leave})
        row->addWidget(part);
    row->addStretch();
    content()->addLayout(row);
    content()->addWidget(
        new Label(tr("The run goes on from where it ended; its curves and checkpoints stay."), TextRole::Secondary));
    connect(m_unit, &SegmentedChoice::chosen, this,
            [this] { showUnit(unit() == DurationUnit::Epochs ? m_epochs : m_steps); });
    connect(go, &QPushButton::clicked, this, [this] {
        m_amount->interpretText();
        hide();
        Q_EMIT answered(m_amount->value(), unit());
    });
    connect(leave, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

DurationUnit FurtherQuestion::unit() const {
    return m_unit->current() == kSteps ? DurationUnit::Steps : DurationUnit::Epochs;
}

void FurtherQuestion::ask(const RunRecord& record) {
    const DurationConfig duration = record.config() ? record.config()->duration : DurationConfig{};
    m_epochs = duration.numTrainEpochs > 0 ? duration.numTrainEpochs : 1;
    m_steps = static_cast<double>(std::max<std::int64_t>(1, record.data().step));
    m_unit->setCurrent(duration.maxSteps > 0 ? kSteps : kEpochs);
    showUnit(duration.maxSteps > 0 ? m_steps : m_epochs);
    show();
    m_amount->setFocus();
    m_amount->selectAll();
}

void FurtherQuestion::showUnit(double amount) {
    const bool isEpochs = unit() == DurationUnit::Epochs;
    m_amount->setDecimals(isEpochs ? 2 : 0);
    m_amount->setRange(isEpochs ? 0.01 : 1, isEpochs ? kMostEpochs : kMostSteps);
    m_amount->setValue(amount);
}

} // namespace fettle::ui

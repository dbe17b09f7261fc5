#include "ui/pages/runs/run_header.h"

#include "ui/models/headline.h"
#include "ui/pages/runs/run_menu.h"
#include "ui/text/names.h"
#include "ui/text/numbers.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/state_chip.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

namespace fettle::ui {

namespace {

constexpr int kProgressSteps = 1000;

Button* menuButton(RunActions& actions) {
    auto* button = new IconButton(QStringLiteral("more"), RunHeader::tr("More for this run"));
    button->setObjectName(QStringLiteral("runMore"));
    auto* menu = new RunMenu(actions, button);
    QObject::connect(button, &QPushButton::clicked, menu,
                     [button, menu] { menu->popup(button->mapToGlobal(QPoint(0, button->height()))); });
    return button;
}

} // namespace

RunHeader::RunHeader(RunActions& actions, QWidget* parent)
    : QWidget(parent), m_name(new Label({}, TextRole::CardTitle)), m_chip(new StateChip), m_progress(new QProgressBar),
      m_figures(new Label({}, TextRole::Secondary)) {
    m_name->setObjectName(QStringLiteral("runName"));
    m_name->setElided(true);
    m_chip->setObjectName(QStringLiteral("runState"));
    m_progress->setObjectName(QStringLiteral("runProgress"));
    m_progress->setAccessibleName(tr("Progress of the run"));
    m_progress->setRange(0, kProgressSteps);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(kGap);
    m_figures->setObjectName(QStringLiteral("runFigures"));
    auto* top = new QHBoxLayout;
    top->addWidget(m_name, 1);
    top->addWidget(m_chip);
    top->addWidget(menuButton(actions));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kTightGap);
    layout->addLayout(top);
    layout->addWidget(m_progress);
    layout->addWidget(m_figures);
}

void RunHeader::setRecord(RunRecord* record) {
    if (m_record != nullptr) disconnect(m_record, nullptr, this, nullptr);
    m_record = record;
    if (record == nullptr) return;
    connect(record, &RunRecord::changed, this, &RunHeader::showRun);
    showRun();
}

void RunHeader::showRun() {
    if (m_record == nullptr) return;
    m_name->setText(m_record->name());
    m_chip->setState(m_record->state());
    m_progress->setValue(static_cast<int>(m_record->progress() * kProgressSteps));
    m_figures->setText(figures());
}

QString RunHeader::figures() const {
    const RunData& data = m_record->data();
    const RunState state = m_record->state();
    if (state == RunState::Starting && !data.progress.phase.isEmpty())
        return phaseText(data.progress.phase) + QStringLiteral("...");
    if (data.totalSteps == 0) return state == RunState::Idle ? tr("Not started yet") : QString();
    QStringList parts = {tr("step %1 / %2").arg(countText(data.step), countText(data.totalSteps))};
    if (isActive(state)) {
        if (state == RunState::Pausing) parts << tr("finishing this step");
        if (data.secondsLeft() > 0) parts << tr("%1 left").arg(clockText(data.secondsLeft()));
        if (data.tokensPerSecond > 0) parts << rateText(data.tokensPerSecond);
    } else if (data.seconds > 0) {
        parts << tr("trained for %1").arg(durationText(data.seconds));
    }
    if (data.resultStep > 0) parts << tr("result of step %1, the best").arg(countText(data.resultStep));
    parts << headline(m_record->metrics(), m_record->config().value_or(RunConfig()));
    //: Between figures of a run: "step 120 / 300 · 0:42 left"
    return parts.join(tr(" \u00B7 "));
}

} // namespace fettle::ui

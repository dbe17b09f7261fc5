#include "ui/pages/train/plan_card.h"

#include "ui/pages/train/start_gate.h"
#include "ui/text/names.h"
#include "ui/text/numbers.h"
#include "ui/text/problem_text.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/stacked_bar.h"

#include <QProgressBar>
#include <QVBoxLayout>

namespace fettle::ui {

namespace {

constexpr int kWarningsShown = 4;

std::vector<StackedBar::Part> partsOf(const MemoryLedger& ledger) {
    const std::pair<const char*, std::uint64_t> all[] = {
        {"weights", ledger.weights},       {"adapter", ledger.adapter},         {"gradients", ledger.gradients},
        {"optimizer", ledger.optimizer},   {"activations", ledger.activations}, {"loss", ledger.loss},
        {"generation", ledger.generation}, {"runtime", ledger.runtime}};
    std::vector<StackedBar::Part> parts;
    for (const auto& [name, bytes] : all)
        if (bytes > 0)
            parts.push_back({.name = ledgerPartName(QLatin1String(name)),
                             .size = static_cast<double>(bytes),
                             .text = sizeText(bytes)});
    return parts;
}

void clear(QLayout& layout) {
    while (QLayoutItem* item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

PlanCard::PlanCard(Workspace& workspace, Planner& planner, const ConfigDraft& draft, QWidget* parent)
    : Card(tr("Plan"), parent), m_workspace(workspace), m_planner(planner), m_draft(draft),
      m_steps(new Label({}, TextRole::Strong)), m_time(new Label), m_trained(new Label), m_memoryText(new Label),
      m_changes(new Label({}, TextRole::Secondary)), m_ready(new Label({}, TextRole::Strong)), m_memory(new StackedBar),
      m_progress(new QProgressBar), m_error(new ErrorStrip), m_warnings(new QVBoxLayout) {
    setObjectName(QStringLiteral("planCard"));
    m_ready->setObjectName(QStringLiteral("planReady"));
    m_steps->setObjectName(QStringLiteral("planSteps"));
    m_time->setObjectName(QStringLiteral("planTime"));
    m_changes->setObjectName(QStringLiteral("planChanges"));
    for (Label* line : {m_steps, m_ready})
        line->setWordWrap(true);
    m_progress->setAccessibleName(tr("Counting tokens"));
    m_memory->setAccessibleName(tr("Memory by part"));
    m_error->setDismissable(false);
    for (QWidget* line :
         std::initializer_list<QWidget*>{m_steps, m_time, m_trained, m_memoryText, m_memory, m_progress})
        content()->addWidget(line);
    content()->addLayout(m_warnings);
    for (QWidget* line : std::initializer_list<QWidget*>{m_error, m_changes, m_ready})
        content()->addWidget(line);
    content()->addStretch();
    connect(&planner, &Planner::outdated, this, &PlanCard::show);
    connect(&planner, &Planner::started, this, &PlanCard::show);
    connect(&planner, &Planner::planned, this, &PlanCard::show);
    connect(&planner, &Planner::failed, this, &PlanCard::show);
    connect(&planner, &Planner::progressed, this, [this](qint64 done, qint64 total) {
        m_progress->setRange(0, static_cast<int>(total));
        m_progress->setValue(static_cast<int>(done));
    });
    connect(&draft, &ConfigDraft::changed, this, &PlanCard::show);
    connect(&draft, &ConfigDraft::problemChanged, this, &PlanCard::show);
    connect(&draft, &ConfigDraft::wasReset, this, &PlanCard::show);
    connect(&draft, &ConfigDraft::recipeChanged, this, &PlanCard::show);
    connect(&workspace.calibration, &Calibration::changed, this, &PlanCard::show);
    connect(&workspace.runtime, &RuntimeFetcher::missing, this, &PlanCard::show);
    connect(&workspace.runtime, &RuntimeFetcher::found, this, &PlanCard::show);
    show();
}

void PlanCard::show() {
    const bool hasPlan = m_planner.plan().has_value();
    m_progress->setVisible(m_planner.isBusy() && !hasPlan);
    if (hasPlan)
        showPlan(*m_planner.plan());
    else
        showNothing();
    showWarnings();
    showFailure();
    showChanges();
    showGate();
    Q_EMIT readinessChanged();
}

void PlanCard::showChanges() {
    const int changes = static_cast<int>(m_draft.changedFromRecipe().size());
    const QString& recipe = m_draft.recipeName();
    m_changes->setText(recipe.isEmpty()
                           ? tr("%Ln setting(s) differ from the defaults", nullptr, changes)
                           : tr("%Ln setting(s) differ from the recipe \u201C%1\u201D", nullptr, changes).arg(recipe));
}

void PlanCard::showFailure() {
    // A missing file is said by the start button already.
    if (m_planner.failure() && !m_draft.config().data.train.empty())
        m_error->showError(*m_planner.failure());
    else
        m_error->hide();
}

void PlanCard::showGate() {
    const StartGate gate = startGate(m_draft, m_planner, m_workspace.runtime);
    const bool isOpen = gate.missing.isEmpty();
    //: What is missing, then why.
    const QString closed = gate.why.isEmpty() ? gate.missing : tr("%1: %2").arg(gate.missing, gate.why);
    m_ready->setText(isOpen ? tr("\u2713 Ready to train") : closed);
    m_ready->setInk(isOpen ? Ink::Good : Ink::Warning);
}

void PlanCard::showPlan(const Plan& plan) {
    m_steps->setText(tr("%1 steps, %2 tokens").arg(countText(plan.steps), countText(plan.tokens)));
    m_time->setText(durationLine(plan));
    const double share = plan.parametersTotal > 0
                             ? static_cast<double>(plan.parametersTrained) / static_cast<double>(plan.parametersTotal)
                             : 0;
    //: Numbers of parameters, then the share.
    QString trained = tr("%1 of %2 parameters trained (%3)")
                          .arg(countText(plan.parametersTrained),
                               shortCountText(static_cast<double>(plan.parametersTotal)), percentText(share));
    if (plan.adapterFileBytes > 0) trained += tr(", file %1").arg(sizeText(plan.adapterFileBytes));
    m_trained->setText(trained);
    const std::uint64_t capacity = m_planner.deviceMemory();
    m_memoryText->setText(capacity > 0 ? tr("Memory %1 of %2").arg(sizeText(plan.memory.total()), sizeText(capacity))
                                       : tr("Memory %1").arg(sizeText(plan.memory.total())));
    m_memory->setParts(partsOf(plan.memory), static_cast<double>(capacity), sizeText(capacity));
    for (QWidget* line : std::initializer_list<QWidget*>{m_time, m_trained, m_memoryText, m_memory})
        line->setVisible(true);
}

QString PlanCard::durationLine(const Plan& plan) const {
    const auto range = m_workspace.calibration.estimate(m_planner.stamp(), plan);
    if (!range) return tr("Time unknown until a run of this model was measured here");
    const QString least = durationText(range->least), most = durationText(range->most);
    //: A range of durations: 40 s to 55 s.
    const QString seconds = least == most ? most : tr("%1 to %2").arg(least, most);
    const QString device = QString::fromStdString(plan.device);
    return device == QLatin1String("cpu") ? tr("about %1 on this CPU").arg(seconds)
                                          : tr("about %1 on %2").arg(seconds, device);
}

void PlanCard::showNothing() {
    m_steps->setText(m_planner.isBusy() ? tr("Counting tokens...") : tr("Steps, tokens, memory and time appear here."));
    for (QWidget* line : std::initializer_list<QWidget*>{m_time, m_trained, m_memoryText, m_memory})
        line->setVisible(false);
}

void PlanCard::showWarnings() {
    clear(*m_warnings);
    if (!m_planner.plan()) return;
    int left = kWarningsShown;
    for (const ConfigProblem& problem : m_planner.plan()->warnings) {
        if (left-- == 0) break;
        auto* strip = new MessageStrip;
        strip->setDismissable(false);
        m_warnings->addWidget(strip); // before it is shown: without a parent it would be a window
        strip->showMessage(problem.isWarning ? MessageStrip::Kind::Warning : MessageStrip::Kind::Error,
                           problemText(problem), problemHint(problem, *m_planner.plan()));
    }
}

} // namespace fettle::ui

#include "ui/window/resume_offer.h"

#include "ui/engine/run_registry.h"
#include "ui/models/settings.h"

#include <QAction>

#include <utility>

namespace fettle::ui {

namespace {

const QString kDeclined = QStringLiteral("runs/declined"); // an interrupted run that nobody wants to go on with

} // namespace

ResumeOffer::ResumeOffer(RunRegistry& runs, Settings& settings, QWidget* parent)
    : MessageStrip(parent), m_runs(runs), m_settings(settings), m_goOn(new QAction(this)),
      m_open(new QAction(tr("Show it"), this)) {
    setObjectName(QStringLiteral("resumeOffer"));
    m_goOn->setObjectName(QStringLiteral("goOnWithRuns"));
    m_open->setObjectName(QStringLiteral("openOfferedRun"));
    addButton(m_goOn, true);
    addButton(m_open);
    connect(m_goOn, &QAction::triggered, this, &ResumeOffer::goOn);
    connect(m_open, &QAction::triggered, this, [this] { Q_EMIT runWanted(m_folders.front()); });
    connect(this, &MessageStrip::dismissed, this, &ResumeOffer::decline);
    connect(&runs.list(), &RunsModel::refreshed, this, &ResumeOffer::offerOnce);
}

void ResumeOffer::offerOnce() {
    if (std::exchange(m_hasOffered, true)) return;
    m_folders = m_runs.left();
    const QString interrupted = m_runs.interrupted().value(0);
    const bool isDeclined = m_settings.state(kDeclined).toString() == interrupted;
    if (!interrupted.isEmpty() && !isDeclined && !m_folders.contains(interrupted)) m_folders << interrupted;
    if (m_folders.isEmpty()) return;
    const auto count = static_cast<int>(m_folders.size());
    m_goOn->setText(count == 1 ? tr("Resume training") : tr("Continue all"));
    m_open->setVisible(count == 1);
    showMessage(Kind::Info,
                count == 1 ? tr("\u201C%1\u201D was not finished.").arg(m_runs.nameOf(m_folders.front()))
                           : tr("%Ln runs were not finished or were still waiting.", nullptr, count),
                tr("A run goes on from its last checkpoint and gives the same numbers as if it had never stopped."));
}

void ResumeOffer::goOn() {
    hide();
    for (const QString& folder : std::as_const(m_folders))
        m_runs.enqueue(folder);
}

void ResumeOffer::decline() {
    m_runs.forgetLeft();
    if (const QString interrupted = m_runs.interrupted().value(0); !interrupted.isEmpty())
        m_settings.setState(kDeclined, interrupted);
}

} // namespace fettle::ui

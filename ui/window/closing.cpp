#include "ui/window/closing.h"

#include <QAbstractButton>
#include <QAction>
#include <QLocale>

namespace fettle::ui {

namespace {

QAction* named(QAction* action, const char* name) {
    action->setObjectName(QLatin1String(name));
    return action;
}

} // namespace

Closing::Closing(Workspace& workspace, QWidget* parent)
    : MessageStrip(parent), m_workspace(workspace),
      m_stop(named(new QAction(tr("Stop and close"), this), "stopAndClose")),
      m_unsaved(named(new QAction(tr("Close without saving"), this), "closeUnsaved")),
      m_keep(named(new QAction(tr("Keep going"), this), "keepGoing")),
      m_now(named(new QAction(tr("Close without waiting"), this), "closeNow")) {
    setObjectName(QStringLiteral("closingStrip"));
    setDismissable(false);
    connect(m_stop, &QAction::triggered, this, [this] { stopAll(&RunController::stopAndSave); });
    connect(m_unsaved, &QAction::triggered, this, [this] { stopAll(&RunController::stopNow); });
    connect(m_keep, &QAction::triggered, this, &Closing::keepGoing);
    connect(m_now, &QAction::triggered, this, [this] {
        stopRuns(&RunController::stopNow);
        Q_EMIT ready();
    });
    connect(&workspace.registry, &RunRegistry::stateChanged, this, &Closing::look);
    connect(&workspace.jobs, &Jobs::changed, this, &Closing::look);
}

QStringList Closing::underWay() const {
    QStringList all;
    for (const QString& folder : m_workspace.registry.training())
        all << tr("Training %1").arg(m_workspace.registry.nameOf(folder));
    for (const Job* job : m_workspace.jobs.running())
        all << job->title();
    return all;
}

bool Closing::mayClose() {
    const QStringList all = underWay();
    if (all.isEmpty()) return true;
    if (!m_isStopping) ask(all);
    return false;
}

void Closing::ask(const QStringList& all) {
    m_isAsked = true;
    clearButtons();
    addButton(m_stop, true);
    if (m_workspace.registry.isTraining()) addButton(m_unsaved);
    addButton(m_keep);
    showMessage(Kind::Warning, tr("Still running: %1.").arg(QLocale().createSeparatedList(all)), consequences());
    // The old button of that name may not be gone yet.
    const auto buttons = findChildren<QAbstractButton*>(QStringLiteral("stopAndCloseButton"));
    if (!buttons.isEmpty()) buttons.last()->setFocus();
}

QString Closing::consequences() const {
    QStringList sentences = {
        tr("A run saves a checkpoint and can be resumed at the next start. Unfinished downloads and "
           "files are removed.")};
    const int waiting = m_workspace.registry.queue().rowCount();
    if (waiting > 0) sentences << tr("%Ln waiting runs can go on at the next start, too.", nullptr, waiting);
    if (m_workspace.registry.isTraining())
        sentences << tr("Without saving, what a run trained since its last checkpoint is lost.");
    return sentences.join(QLatin1Char(' '));
}

void Closing::stopAll(void (RunController::*stop)()) {
    m_isAsked = false;
    m_isStopping = true;
    m_workspace.registry.hold();
    clearButtons();
    addButton(m_now);
    showMessage(Kind::Info, tr("The window closes as soon as everything has ended."));
    stopRuns(stop);
    m_workspace.jobs.cancelAll();
    look();
}

void Closing::stopRuns(void (RunController::*stop)()) {
    for (const QString& folder : m_workspace.registry.training())
        if (RunController* run = m_workspace.registry.controllerOf(folder)) (run->*stop)();
}

void Closing::keepGoing() {
    m_isAsked = false;
    hide();
}

void Closing::look() {
    if (!underWay().isEmpty()) return;
    if (std::exchange(m_isAsked, false)) hide(); // it ended by itself: there is nothing to ask any more
    if (m_isStopping) Q_EMIT ready();
}

} // namespace fettle::ui

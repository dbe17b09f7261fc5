#include "ui/window/closing.h"

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
      m_keep(named(new QAction(tr("Keep going"), this), "keepGoing")),
      m_now(named(new QAction(tr("Close without waiting"), this), "closeNow")) {
    setObjectName(QStringLiteral("closingStrip"));
    setDismissable(false);
    connect(m_stop, &QAction::triggered, this, &Closing::stopAll);
    connect(m_keep, &QAction::triggered, this, &Closing::keepGoing);
    connect(m_now, &QAction::triggered, this, [this] {
        m_workspace.controller.stopNow();
        Q_EMIT ready();
    });
    connect(&workspace.controller, &RunController::stateChanged, this, &Closing::look);
    connect(&workspace.jobs, &Jobs::changed, this, &Closing::look);
}

QStringList Closing::underWay() const {
    QStringList all;
    if (isActive(m_workspace.controller.state()))
        all << tr("Training %1").arg(m_workspace.runs.record(m_workspace.controller.folder())->name());
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
    addButton(m_keep);
    showMessage(Kind::Warning, tr("Still under way: %1.").arg(QLocale().createSeparatedList(all)),
                tr("A run saves a checkpoint and can be resumed at the next start. What is half fetched or half "
                   "written is taken away."));
}

void Closing::stopAll() {
    m_isAsked = false;
    m_isStopping = true;
    m_workspace.queue.hold();
    clearButtons();
    addButton(m_now);
    showMessage(Kind::Info, tr("The window closes as soon as everything has ended."));
    m_workspace.controller.stopAndSave();
    m_workspace.jobs.cancelAll();
    look();
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

#include "ui/pages/runs/run_actions.h"

#include "ui/pages/runs/run_facts.h"
#include "ui/widgets/icon.h"

#include <QDesktopServices>
#include <QUrl>

#include <utility>

namespace fettle::ui {

RunActions::RunActions(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {
    makeLive();
    makeOther();
    connectActions();
    follow();
}

QAction* RunActions::make(const QString& name, const QString& text, const QString& iconName) {
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    if (!iconName.isEmpty()) action->setIcon(icon(iconName));
    return action;
}

void RunActions::makeLive() {
    pause = make(QStringLiteral("pauseRun"), tr("Pause"));
    goOn = make(QStringLiteral("resumePausedRun"), tr("Resume"));
    stop = make(QStringLiteral("stopRun"), tr("Stop..."), QStringLiteral("stop"));
    stopAndSave = make(QStringLiteral("stopAndSave"), tr("Stop and save"));
    stopAndSave->setToolTip(tr("Saves a checkpoint first; the run can be resumed"));
    stopAndDiscard = make(QStringLiteral("stopAndDiscard"), tr("Stop and discard"));
    stopAndDiscard->setToolTip(tr("What was trained since the last checkpoint is lost"));
    stopNow = make(QStringLiteral("stopNow"), tr("Stop now"), QStringLiteral("stop"));
    stopNow->setToolTip(tr("Ends the engine at once; what was saved stays"));
    saveCheckpoint = make(QStringLiteral("saveCheckpoint"), tr("Save a checkpoint now"), QStringLiteral("save"));
    sampleNow = make(QStringLiteral("sampleNow"), tr("Answer the sample prompts now"), QStringLiteral("chat"));
}

void RunActions::makeOther() {
    resume = make(QStringLiteral("resumeRun"), tr("Resume training"));
    unqueue = make(QStringLiteral("unqueueRun"), tr("Remove from the queue"));
    chat = make(QStringLiteral("chatWithRun"), tr("Compare in chat"));
    exportResult = make(QStringLiteral("exportRun"), tr("Export..."), QStringLiteral("export"));
    trainFurther = make(QStringLiteral("trainFurther"), tr("Train further..."));
    trainFurther->setToolTip(tr("For more epochs or steps, from where the run ended"));
    duplicate = make(QStringLiteral("duplicateRun"), tr("Duplicate settings"), QStringLiteral("duplicate"));
    rename = make(QStringLiteral("renameRun"), tr("Rename..."), QStringLiteral("edit"));
    openFolder = make(QStringLiteral("openRunFolder"), tr("Open the folder"), QStringLiteral("folder"));
    remove = make(QStringLiteral("removeRun"), tr("Delete..."), QStringLiteral("trash"));
}

void RunActions::connectActions() {
    command(pause, &RunController::pause);
    command(goOn, &RunController::resume);
    command(stopAndSave, &RunController::stopAndSave);
    command(stopAndDiscard, &RunController::stopAndDiscard);
    command(stopNow, &RunController::stopNow);
    command(saveCheckpoint, &RunController::saveCheckpoint);
    command(sampleNow, &RunController::sampleNow);
    connect(resume, &QAction::triggered, this, [this] { m_workspace.registry.enqueue(m_record->folder()); });
    connect(unqueue, &QAction::triggered, this, [this] { m_workspace.registry.unqueue(m_record->folder()); });
    connect(openFolder, &QAction::triggered, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_record->folder())); });
}

// Goes to the engine that trains the run which is shown.
void RunActions::command(QAction* action, void (RunController::*act)()) {
    connect(action, &QAction::triggered, this, [this, act] {
        if (RunController* run = m_workspace.registry.controllerOf(m_record->folder())) (run->*act)();
    });
}

void RunActions::setRecord(RunRecord* record) {
    if (m_record != nullptr) disconnect(m_record, nullptr, this, nullptr);
    m_record = record;
    if (record != nullptr) {
        connect(record, &RunRecord::loaded, this, &RunActions::follow);
        connect(record, &RunRecord::changed, this, &RunActions::follow);
    }
    follow();
}

RunState RunActions::state() const {
    return m_record != nullptr ? m_record->state() : RunState::Idle;
}

// An engine of this window works on it; another window's run is only looked at.
bool RunActions::isLive() const {
    return m_record != nullptr && m_workspace.registry.controllerOf(m_record->folder()) != nullptr;
}

QAction* RunActions::primary() const {
    switch (state()) {
    case RunState::Starting:
    case RunState::Training:
    case RunState::Pausing:
        return pause;
    case RunState::Paused:
        return goOn;
    case RunState::Finished:
        return writesAnswers(m_record) ? chat : exportResult;
    case RunState::Idle:
    case RunState::Stopped:
    case RunState::Failed:
    case RunState::Interrupted:
        return m_record != nullptr ? resume : nullptr;
    case RunState::Queued:
    case RunState::Stopping:
        break;
    }
    return nullptr;
}

QList<QAction*> RunActions::secondary() const {
    if (m_record == nullptr) return {};
    switch (state()) {
    case RunState::Starting:
    case RunState::Training:
    case RunState::Pausing:
    case RunState::Paused:
        return {stop};
    case RunState::Stopping:
        return {stopNow};
    case RunState::Queued:
        return {unqueue};
    case RunState::Finished:
        return writesAnswers(m_record) ? QList<QAction*>{trainFurther, exportResult} : QList<QAction*>{trainFurther};
    default:
        if (!hasResult()) return {};
        return writesAnswers(m_record) ? QList<QAction*>{exportResult, chat} : QList<QAction*>{exportResult};
    }
}

QList<QList<QAction*>> RunActions::menu() const {
    const QList<QList<QAction*>> groups = {
        {pause, goOn, stop, stopNow, saveCheckpoint, sampleNow},
        {resume, unqueue, trainFurther, chat, exportResult},
        {duplicate, rename, openFolder},
        {remove},
    };
    QList<QList<QAction*>> possible;
    for (const QList<QAction*>& group : groups) {
        QList<QAction*> enabled;
        for (QAction* action : group)
            if (action->isEnabled()) enabled << action;
        if (!enabled.isEmpty()) possible << enabled;
    }
    return possible;
}

bool RunActions::hasResult() const {
    return m_record != nullptr && !m_record->stored().result.isEmpty();
}

void RunActions::follow() {
    const RunState now = state();
    const bool trains = isLive() && now == RunState::Training;
    resume->setText(now == RunState::Idle ? tr("Start training") : tr("Resume training"));
    pause->setText(now == RunState::Pausing ? tr("Finishing this step...") : tr("Pause"));
    pause->setEnabled(trains);
    goOn->setEnabled(isLive() && now == RunState::Paused);
    for (QAction* action : {stop, stopAndSave, stopAndDiscard})
        action->setEnabled(isLive() && now != RunState::Stopping);
    stopNow->setEnabled(isLive() && now == RunState::Stopping);
    for (QAction* action : {saveCheckpoint, sampleNow})
        action->setEnabled(trains);
    resume->setEnabled(m_record != nullptr && (canResume(now) || now == RunState::Idle));
    exportResult->setEnabled(hasResult());
    chat->setEnabled(hasResult() && writesAnswers(m_record));
    unqueue->setEnabled(now == RunState::Queued);
    openFolder->setEnabled(m_record != nullptr);
    trainFurther->setEnabled(now == RunState::Finished);
    duplicate->setEnabled(m_record != nullptr && m_record->config().has_value());
    rename->setEnabled(m_record != nullptr && !isActive(now));
    remove->setEnabled(m_record != nullptr && !isActive(now) && now != RunState::Queued);
    const QList<QAction*> list = QList<QAction*>{primary()} + secondary();
    if (list != std::exchange(m_shown, list)) Q_EMIT listChanged(); // a live run changes many times a second
}

} // namespace fettle::ui

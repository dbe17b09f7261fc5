#include "ui/pages/runs/run_actions.h"

#include "ui/widgets/icon.h"

#include <utility>

namespace fettle::ui {

RunActions::RunActions(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {
    makeLive();
    makeOther();
    connectController();
    show();
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
    remove = make(QStringLiteral("removeRun"), tr("Delete..."), QStringLiteral("trash"));
}

void RunActions::connectController() {
    RunController* controller = &m_workspace.controller;
    connect(pause, &QAction::triggered, controller, &RunController::pause);
    connect(goOn, &QAction::triggered, controller, &RunController::resume);
    connect(stopAndSave, &QAction::triggered, controller, &RunController::stopAndSave);
    connect(stopAndDiscard, &QAction::triggered, controller, &RunController::stopAndDiscard);
    connect(stopNow, &QAction::triggered, controller, &RunController::stopNow);
    connect(saveCheckpoint, &QAction::triggered, controller, &RunController::saveCheckpoint);
    connect(sampleNow, &QAction::triggered, controller, &RunController::sampleNow);
    connect(resume, &QAction::triggered, this, [this] { m_workspace.queue.add(m_record->folder()); });
    connect(unqueue, &QAction::triggered, this, [this] { m_workspace.queue.remove(m_record->folder()); });
    connect(controller, &RunController::stateChanged, this, &RunActions::show);
    connect(&m_workspace.queue, &RunQueue::changed, this, &RunActions::show);
}

void RunActions::setRecord(RunRecord* record) {
    if (m_record != nullptr) disconnect(m_record, nullptr, this, nullptr);
    m_record = record;
    if (record != nullptr) {
        connect(record, &RunRecord::loaded, this, &RunActions::show);
        connect(record, &RunRecord::changed, this, &RunActions::show);
    }
    show();
}

RunState RunActions::state() const {
    if (m_record == nullptr) return RunState::Idle;
    if (m_workspace.queue.waiting().contains(m_record->folder())) return RunState::Queued;
    return m_record->state();
}

// The engine that the controller drives works on this run; another window's run is only looked at.
bool RunActions::isLive() const {
    return m_record != nullptr && m_workspace.controller.folder() == m_record->folder() &&
           isActive(m_workspace.controller.state());
}

QAction* RunActions::primary() const {
    switch (state()) {
    case RunState::Starting:
    case RunState::Training:
        return pause;
    case RunState::Paused:
        return goOn;
    case RunState::Finished:
        return chat;
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
    case RunState::Paused:
        return {stop};
    case RunState::Stopping:
        return {stopNow};
    case RunState::Queued:
        return {unqueue};
    case RunState::Finished:
        return {trainFurther, exportResult};
    default:
        return m_record->stored().hasResult ? QList<QAction*>{exportResult, chat} : QList<QAction*>{};
    }
}

void RunActions::show() {
    const RunState now = state();
    const bool trains = isLive() && now == RunState::Training;
    resume->setText(now == RunState::Idle ? tr("Start training") : tr("Resume training"));
    pause->setEnabled(trains);
    goOn->setEnabled(isLive() && now == RunState::Paused);
    for (QAction* action : {stop, stopAndSave, stopAndDiscard})
        action->setEnabled(isLive() && now != RunState::Stopping);
    stopNow->setEnabled(isLive());
    for (QAction* action : {saveCheckpoint, sampleNow})
        action->setEnabled(trains);
    resume->setEnabled(m_record != nullptr && (canResume(now) || now == RunState::Idle));
    const bool hasResult = m_record != nullptr && (m_record->stored().hasResult || now == RunState::Finished);
    for (QAction* action : {chat, exportResult})
        action->setEnabled(hasResult);
    trainFurther->setEnabled(now == RunState::Finished);
    duplicate->setEnabled(m_record != nullptr && m_record->config().has_value());
    rename->setEnabled(m_record != nullptr && !isActive(now));
    remove->setEnabled(m_record != nullptr && !isActive(now) && now != RunState::Queued);
    const QList<QAction*> list = QList<QAction*>{primary()} + secondary();
    if (list != std::exchange(m_shown, list)) Q_EMIT listChanged(); // a live run changes many times a second
}

} // namespace fettle::ui

#include "ui/pages/workspace.h"

#include "core/base/files.h"

#include <QCoreApplication>

#include <utility>

namespace fettle::ui {

namespace {

struct WorkspaceTexts { // what failed, as people call it
    Q_DECLARE_TR_FUNCTIONS(fettle::ui::Workspace)
};

// A training run keeps its speed beside a chat.
ChatServers::OptionsOf chatOptions(const Settings& settings, const RunController& training) {
    return [&settings, &training](const QString& model) {
        const QString device = settings.device();
        return ChatServerOptions{.model = model,
                                 .device = device == QLatin1String("auto") ? QString() : device,
                                 .threads = isActive(training.state()) ? 1 : settings.threads(),
                                 .dtype = {}};
    };
}

} // namespace

Workspace::Workspace(EngineProgram engine, Settings& userSettings)
    : program(std::move(engine)), settings(userSettings), controller(program), queue(&controller),
      store(userSettings.runsFolder()), runtime(program), results(baseModels, runs),
      chat(program, chatOptions(settings, controller)),
      calibration(QString::fromStdString((dataHome() / "calibration.json").string())) {
    QObject::connect(&controller, &RunController::linesArrived, &runs, &RunsModel::appendLines);
    QObject::connect(&controller, &RunController::stateChanged, &runs, &RunsModel::setLiveState);
    QObject::connect(&controller, &RunController::logArrived, &runs, &RunsModel::appendLog);
    QObject::connect(&controller, &RunController::stateChanged, &calibration,
                     [this](const QString& folder, RunState state) {
                         if (!isActive(state)) calibration.learnFrom(folder);
                     });
    QObject::connect(&queue, &RunQueue::changed, &waiting, &QueueModel::setWaiting);
    QObject::connect(&queue, &RunQueue::changed, &runs, &RunsModel::setWaiting);
    QObject::connect(&runtime, &RuntimeFetcher::found, &devices, &DevicesModel::setDevices);
    QObject::connect(&store, &RunStore::created, &runs, &RunsModel::refresh);
    QObject::connect(&store, &RunStore::changed, &runs, &RunsModel::refresh);
    QObject::connect(&store, &RunStore::removed, &runs, &RunsModel::refresh);
    followSettings();
    gatherFailures();
}

void Workspace::gatherFailures() {
    jobs.add(&runtime.job());
    QObject::connect(&jobs, &Jobs::failed, &failures, &Failures::tell);
    QObject::connect(&controller, &RunController::failed, &failures,
                     [this](const QString& folder, const Error& error, const QStringList& lastLog) {
                         failures.tell(WorkspaceTexts::tr("The run %1").arg(runs.record(folder)->name()), error,
                                       lastLog);
                     });
    QObject::connect(&store, &RunStore::failed, &failures,
                     [this](const Error& error) { failures.tell(WorkspaceTexts::tr("A run's folder"), error); });
    QObject::connect(&runs, &RunsModel::failed, &failures,
                     [this](const Error& error) { failures.tell(WorkspaceTexts::tr("Reading the runs"), error); });
    QObject::connect(&baseModels, &BaseModelsModel::failed, &failures,
                     [this](const Error& error) { failures.tell(WorkspaceTexts::tr("Looking for models"), error); });
    QObject::connect(&chat, &ChatServers::failed, &failures,
                     [this](const QString&, const Error& error) { failures.tell(WorkspaceTexts::tr("Chat"), error); });
    QObject::connect(&runtime, &RuntimeFetcher::failed, &failures,
                     [this](const Error& error) { failures.tell(WorkspaceTexts::tr("Looking for devices"), error); });
}

void Workspace::followSettings() {
    QObject::connect(&settings, &Settings::runsFolderChanged, &store, &RunStore::setFolder);
    QObject::connect(&store, &RunStore::folderChanged, &runs, &RunsModel::setFolder);
    QObject::connect(&settings, &Settings::modelFoldersChanged, &baseModels, &BaseModelsModel::refresh);
}

void Workspace::addModels(const QString& folder) {
    baseModels.addFolder(folder);
    const QString exports = QString::fromStdString(exportsFolder().string()) + QLatin1Char('/');
    const QStringList known = settings.modelFolders();
    if (!folder.startsWith(exports) && !known.contains(folder)) settings.setModelFolders(known + QStringList{folder});
}

void Workspace::start() {
    runs.setFolder(settings.runsFolder());
    baseModels.refresh(settings.modelFolders());
    calibration.read();
    runtime.find();
}

} // namespace fettle::ui

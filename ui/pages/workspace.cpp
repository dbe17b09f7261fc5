#include "ui/pages/workspace.h"

#include "core/base/files.h"

#include <utility>

namespace fettle::ui {

Workspace::Workspace(EngineProgram engine, Settings& userSettings)
    : program(std::move(engine)), settings(userSettings), controller(program), queue(&controller),
      store(userSettings.runsFolder()), runtime(program),
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
}

void Workspace::followSettings() {
    QObject::connect(&settings, &Settings::runsFolderChanged, &store, &RunStore::setFolder);
    QObject::connect(&store, &RunStore::folderChanged, &runs, &RunsModel::setFolder);
    QObject::connect(&settings, &Settings::modelFoldersChanged, &baseModels, &BaseModelsModel::refresh);
}

void Workspace::start() {
    runs.setFolder(settings.runsFolder());
    baseModels.refresh(settings.modelFolders());
    calibration.read();
    runtime.find();
}

} // namespace fettle::ui

#include "ui/pages/workspace.h"

#include "core/base/files.h"

#include <QGuiApplication>

#include <utility>

namespace fettle::ui {

namespace {

struct WorkspaceTexts { // what failed, as people call it
    Q_DECLARE_TR_FUNCTIONS(fettle::ui::Workspace)
};

// A training run keeps its speed beside a chat.
ChatServers::OptionsOf chatOptions(const Settings& settings, const RunRegistry& runs) {
    return [&settings, &runs](const QString& model) {
        const QString device = settings.device();
        return ChatServerOptions{.model = model,
                                 .device = device == QLatin1String("auto") ? QString() : device,
                                 .threads = runs.isTraining() ? 1 : settings.threads(),
                                 .dtype = {}};
    };
}

} // namespace

Workspace::Workspace(EngineProgram engine, Settings& userSettings)
    : program(std::move(engine)), settings(userSettings), registry(program, userSettings.runsFolder()),
      runs(registry.list()), runtime(program),
      calibration(QString::fromStdString((dataHome() / "calibration.json").string())), results(baseModels, runs),
      chat(program, chatOptions(settings, registry)) {
    QObject::connect(&registry, &RunRegistry::stateChanged, &calibration,
                     [this](const QString& folder, RunState state) {
                         if (!isActive(state)) calibration.learnFrom(folder);
                     });
    QObject::connect(&runtime, &RuntimeFetcher::found, &devices, &DevicesModel::setDevices);
    QObject::connect(&settings, &Settings::runsFolderChanged, &registry, &RunRegistry::setFolder);
    QObject::connect(&settings, &Settings::modelFoldersChanged, &baseModels, &BaseModelsModel::refresh);
    QObject::connect(&baseModels, &BaseModelsModel::folderAdded, &settings,
                     [this](const QString& folder) { rememberModels(folder); });
    // Another program may have changed what no watch sees.
    QObject::connect(qGuiApp, &QGuiApplication::applicationStateChanged, &registry, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive) registry.refresh();
    });
    gatherFailures();
}

void Workspace::gatherFailures() {
    jobs.add(&runtime.job());
    gatherRunFailures();
    QObject::connect(&jobs, &Jobs::failed, &failures, &Failures::tell);
    QObject::connect(&baseModels, &BaseModelsModel::failed, &failures,
                     [this](const Error& error) { failures.tell(WorkspaceTexts::tr("Looking for models"), error); });
    QObject::connect(&chat, &ChatServers::failed, &failures,
                     [this](const QString&, const Error& error) { failures.tell(WorkspaceTexts::tr("Chat"), error); });
    QObject::connect(&runtime, &RuntimeFetcher::failed, &failures,
                     [this](const Error& error) { failures.tell(WorkspaceTexts::tr("Looking for devices"), error); });
}

void Workspace::gatherRunFailures() {
    const auto nameOf = [this](const QString& folder) {
        return folder.isEmpty() ? WorkspaceTexts::tr("The folder of runs")
                                : WorkspaceTexts::tr("The run %1").arg(registry.nameOf(folder));
    };
    QObject::connect(&registry, &RunRegistry::failed, &failures,
                     [this, nameOf](const QString& folder, const Error& error, const QStringList& lastLog) {
                         failures.tell(nameOf(folder), error, lastLog);
                     });
    QObject::connect(
        &registry, &RunRegistry::warned, &failures,
        [this, nameOf](const QString& folder, const Error& warning) { failures.warn(nameOf(folder), warning); });
}

void Workspace::rememberModels(const QString& folder) {
    const QString exports = QString::fromStdString(exportsFolder().string()) + QLatin1Char('/');
    const QStringList known = settings.modelFolders();
    if (!folder.startsWith(exports) && !known.contains(folder)) settings.setModelFolders(known + QStringList{folder});
}

void Workspace::start() {
    registry.refresh();
    baseModels.refresh(settings.modelFolders());
    calibration.read();
    runtime.find();
}

} // namespace fettle::ui

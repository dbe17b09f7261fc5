#include "ui/pages/page_set.h"

#include "ui/pages/chat/chat_page.h"
#include "ui/pages/data/data_page.h"
#include "ui/pages/dropped_paths.h"
#include "ui/pages/export/export_page.h"
#include "ui/pages/first_start.h"
#include "ui/pages/models/models_page.h"
#include "ui/pages/runs/runs_page.h"
#include "ui/pages/settings_page.h"
#include "ui/pages/train/train_page.h"

#include <utility>

namespace fettle::ui {

PageSet::PageSet(Workspace& workspace, QWidget* pagesParent, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_models(new ModelsPage(workspace, pagesParent)),
      m_data(new DataPage(workspace, pagesParent)), m_train(new TrainPage(workspace, pagesParent)),
      m_runs(new RunsPage(workspace, pagesParent)), m_chat(new ChatPage(workspace, pagesParent)),
      m_export(new ExportPage(workspace, pagesParent)),
      m_pages{m_models, m_data, m_train, m_runs, m_chat, m_export, new SettingsPage(workspace, pagesParent)},
      m_firstStart(new FirstStart(workspace.runtime, pagesParent)) {
    connectTrain();
    connectRuns();
    connectModelsAndData();
}

void PageSet::connectTrain() {
    connect(m_train, &TrainPage::runStarted, this, [this](const QString& folder) {
        m_runs->showRun(folder);
        Q_EMIT wanted(m_runs);
    });
    connect(m_train, &TrainPage::inspectRequested, this, [this](const RunConfig& config) {
        m_data->inspect(config);
        Q_EMIT wanted(m_data);
    });
    connect(&m_workspace.runs, &RunsModel::refreshed, this, [this] {
        if (std::exchange(m_hasOffered, true) || isActive(m_workspace.controller.state())) return;
        m_runs->offerInterrupted();
    });
}

void PageSet::connectRuns() {
    connect(m_runs, &RunsPage::chatRequested, this, &PageSet::chat);
    connect(m_runs, &RunsPage::exportRequested, this, [this](const ResultRef& result) {
        m_export->choose(result);
        Q_EMIT wanted(m_export);
    });
    connect(m_runs, &RunsPage::duplicateRequested, this, [this](const RunConfig& config) {
        m_train->useConfig(config);
        Q_EMIT wanted(m_train);
    });
    connect(m_runs, &RunsPage::trainRequested, this, [this] { Q_EMIT wanted(m_train); });
    connect(m_export, &ExportPage::chatRequested, this, &PageSet::chat);
}

void PageSet::connectModelsAndData() {
    connect(m_models, &ModelsPage::trainRequested, this, [this](const QString& path) {
        m_train->useModel(path);
        Q_EMIT wanted(m_train);
    });
    connect(m_models, &ModelsPage::chatRequested, this, &PageSet::chat);
    connect(m_data, &DataPage::trainRequested, this, [this](const DataFileConfig& file) {
        m_train->useData(file);
        Q_EMIT wanted(m_train);
    });
}

void PageSet::chat(const ResultRef& result) {
    m_chat->talkTo(result);
    Q_EMIT wanted(m_chat);
}

void PageSet::open(const QStringList& paths) {
    runInBackground(
        this, [paths] { return sortPaths(paths); },
        [this](const DroppedPaths& sorted) {
            hand(m_models, sorted.modelFolders);
            hand(m_runs, sorted.runFolders);
            hand(m_data, sorted.dataFiles);
        },
        [](const Error&) {});
}

void PageSet::hand(Page* page, const QStringList& paths) {
    if (paths.isEmpty()) return;
    page->open(paths);
    Q_EMIT wanted(page);
}

} // namespace fettle::ui

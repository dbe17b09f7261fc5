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

#include <QCoreApplication>

#include <algorithm>

namespace fettle::ui {

const PageEntry PageSet::kTable[] = {
    {"models", QT_TRANSLATE_NOOP("Pages", "Models"), &PageSet::makePage<ModelsPage>},
    {"data", QT_TRANSLATE_NOOP("Pages", "Data"), &PageSet::makePage<DataPage>},
    {"train", QT_TRANSLATE_NOOP("Pages", "Train"), &PageSet::makePage<TrainPage>},
    {"runs", QT_TRANSLATE_NOOP("Pages", "Runs"), &PageSet::makePage<RunsPage>},
    {"chat", QT_TRANSLATE_NOOP("Pages", "Chat"), &PageSet::makePage<ChatPage>},
    {"export", QT_TRANSLATE_NOOP("Pages", "Export"), &PageSet::makePage<ExportPage>},
    {"settings", QT_TRANSLATE_NOOP("Pages", "Settings"), &PageSet::makePage<SettingsPage>},
};

PageSet::PageSet(Workspace& workspace, QWidget* pagesParent, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_parent(pagesParent), m_made(table().size(), nullptr),
      m_firstStart(new FirstStart(workspace.runtime, pagesParent)) {}

std::span<const PageEntry> PageSet::table() {
    return kTable;
}

QString PageSet::titleOf(const PageEntry& entry) {
    return QCoreApplication::translate("Pages", entry.title);
}

int PageSet::indexOf(const QString& name) {
    for (std::size_t i = 0; i < table().size(); ++i)
        if (name == QLatin1String(table()[i].name)) return static_cast<int>(i);
    return -1;
}

Page* PageSet::page(int index) {
    Page*& page = m_made[static_cast<std::size_t>(index)];
    if (page != nullptr) return page;
    const PageEntry& entry = table()[static_cast<std::size_t>(index)];
    page = entry.make(*this);
    page->setObjectName(QLatin1String(entry.name) + QStringLiteral("Page"));
    page->setWindowTitle(titleOf(entry));
    Q_EMIT made(page);
    return page;
}

QList<Page*> PageSet::pages() const {
    QList<Page*> pages;
    for (Page* page : m_made)
        if (page != nullptr) pages << page;
    return pages;
}

void PageSet::show(int index) {
    Page* wanted = page(index);
    m_current = index;
    Q_EMIT shown(index, wanted);
}

template <class P>
P* PageSet::bring() {
    P* wanted = page<P>();
    show(static_cast<int>(std::ranges::find(m_made, wanted) - m_made.begin()));
    return wanted;
}

void PageSet::join(TrainPage* page) {
    connect(page, &TrainPage::runStarted, this, &PageSet::showRun);
    connect(page, &TrainPage::inspectRequested, this,
            [this](const RunConfig& config) { bring<DataPage>()->inspect(config); });
}

void PageSet::join(RunsPage* page) {
    connect(page, &RunsPage::chatRequested, this, &PageSet::chat);
    connect(page, &RunsPage::exportRequested, this,
            [this](const ResultRef& result) { bring<ExportPage>()->choose(result); });
    connect(page, &RunsPage::duplicateRequested, this,
            [this](const RunConfig& config) { bring<TrainPage>()->useConfig(config); });
    connect(page, &RunsPage::trainRequested, this, [this] { bring<TrainPage>(); });
}

void PageSet::join(ExportPage* page) {
    connect(page, &ExportPage::chatRequested, this, &PageSet::chat);
}

void PageSet::join(ModelsPage* page) {
    connect(page, &ModelsPage::trainRequested, this,
            [this](const QString& path) { bring<TrainPage>()->useModel(path); });
    connect(page, &ModelsPage::chatRequested, this, &PageSet::chat);
}

void PageSet::join(DataPage* page) {
    connect(page, &DataPage::trainRequested, this,
            [this](const DataFileConfig& file) { bring<TrainPage>()->useData(file); });
}

void PageSet::chat(const ResultRef& result) {
    bring<ChatPage>()->talkTo(result);
}

void PageSet::showRun(const QString& folder) {
    bring<RunsPage>()->showRun(folder);
}

void PageSet::open(const QStringList& paths) {
    runInBackground(
        this, [paths] { return sortPaths(paths); },
        [this](const DroppedPaths& sorted) {
            if (!sorted.modelFolders.isEmpty()) bring<ModelsPage>()->open(sorted.modelFolders);
            if (!sorted.runFolders.isEmpty()) bring<RunsPage>()->open(sorted.runFolders);
            if (!sorted.dataFiles.isEmpty()) bring<DataPage>()->open(sorted.dataFiles);
        },
        [](const Error&) {});
}

} // namespace fettle::ui

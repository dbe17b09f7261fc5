#pragma once

#include "ui/pages/workspace.h"
#include "ui/widgets/page.h"

namespace fettle::ui {

class ChatPage;
class DataPage;
class ExportPage;
class ModelsPage;
class RunsPage;
class TrainPage;

// All pages, and what one of them asks of another.
class PageSet : public QObject {
    Q_OBJECT
public:
    PageSet(Workspace& workspace, QWidget* pagesParent, QObject* parent = nullptr);

    // In the rail's order; the last is Settings, at its foot.
    [[nodiscard]] const QList<Page*>& pages() const { return m_pages; }
    [[nodiscard]] QWidget* firstStart() const {
        return m_firstStart;
    }                                    // above the page; hidden while nothing is missing
    void open(const QStringList& paths); // dropped files and folders: each goes to its page

Q_SIGNALS:
    void wanted(fettle::ui::Page* page); // show this one

private:
    void connectTrain();
    void connectRuns();
    void connectModelsAndData();
    void chat(const ResultRef& result);
    void hand(Page* page, const QStringList& paths);

    Workspace& m_workspace;
    ModelsPage* m_models;
    DataPage* m_data;
    TrainPage* m_train;
    RunsPage* m_runs;
    ChatPage* m_chat;
    ExportPage* m_export;
    QList<Page*> m_pages;
    QWidget* m_firstStart;
    bool m_hasOffered = false; // interrupted runs, once a start
};

} // namespace fettle::ui

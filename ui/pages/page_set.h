#pragma once

#include "ui/pages/workspace.h"
#include "ui/widgets/page.h"

#include <span>
#include <vector>

namespace fettle::ui {

class DataPage;
class ExportPage;
class ModelsPage;
class PageSet;
class RunsPage;
class TrainPage;

// A page before it is made; its name is its icon's, and its object is called "<name>Page".
struct PageEntry {
    const char* name;
    const char* title;
    Page* (*make)(PageSet& set);
};

// The table of pages, those that were opened so far, and what one of them asks of another.
class PageSet : public QObject {
    Q_OBJECT
public:
    PageSet(Workspace& workspace, QWidget* pagesParent, QObject* parent = nullptr);

    // In the rail's order; the last is Settings, at its foot.
    [[nodiscard]] static std::span<const PageEntry> table();
    [[nodiscard]] static QString titleOf(const PageEntry& entry); // in the user's language
    [[nodiscard]] static int indexOf(const QString& name);        // "train"; -1: there is no such page

    Page* page(int index); // made at the first call
    template <class P>
    P* page() { // by its class
        for (int i = 0; i < static_cast<int>(table().size()); ++i)
            if (table()[static_cast<std::size_t>(i)].make == &PageSet::makePage<P>) return static_cast<P*>(page(i));
        return nullptr;
    }
    [[nodiscard]] QList<Page*> pages() const; // made so far
    [[nodiscard]] int current() const { return m_current; }
    void show(int index);
    void showRun(const QString& folder);
    void open(const QStringList& paths); // dropped files and folders: each goes to its page

    [[nodiscard]] Workspace& workspace() { return m_workspace; }
    // Above the page; hidden while nothing is missing.
    [[nodiscard]] QWidget* firstStart() const { return m_firstStart; }

Q_SIGNALS:
    void made(fettle::ui::Page* page);
    void shown(int index, fettle::ui::Page* page);
    void helpWanted(); // for the field with the focus
    void quitWanted();

private:
    template <class P>
    static Page* makePage(PageSet& set) {
        auto* page = new P(set.m_workspace, set.m_parent);
        set.join(page);
        return page;
    }
    template <class P>
    P* bring(); // the page, made and shown
    static const PageEntry kTable[];

    // What a page asks of others.
    void join(Page*) {}
    void join(TrainPage* page);
    void join(RunsPage* page);
    void join(ExportPage* page);
    void join(ModelsPage* page);
    void join(DataPage* page);
    void chat(const ResultRef& result);

    Workspace& m_workspace;
    QWidget* m_parent;
    std::vector<Page*> m_made; // by place in the table; nullptr: not yet
    int m_current = -1;
    QWidget* m_firstStart;
};

} // namespace fettle::ui

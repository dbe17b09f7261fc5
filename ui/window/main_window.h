#pragma once

#include "ui/pages/page_set.h"

#include <QMainWindow>

class QStackedWidget;

namespace fettle::ui {

class LogPanel;
class MessageStrip;
class NavigationRail;
class PageHead;
class StatusLine;

// The frame around the pages: rail, head, status line, keys, drops, and what happens on closing.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Workspace& workspace, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Page* currentPage() const;
    [[nodiscard]] PageSet& pageSet() { return *m_set; }
    [[nodiscard]] Workspace& workspace() { return m_workspace; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildFrame();
    void addPages();
    void addPage(Page* page);
    void addShortcuts();
    void followRuns();
    void restore();
    void store();
    void select(int index, Page* page);
    void showHelp();
    void showRunState();
    void saveBeforeClosing();

    Workspace& m_workspace;
    NavigationRail* m_rail;
    PageHead* m_head;
    QStackedWidget* m_stack;
    StatusLine* m_status;
    LogPanel* m_log;
    MessageStrip* m_closing;
    PageSet* m_set;
    bool m_isClosing = false;
};

} // namespace fettle::ui

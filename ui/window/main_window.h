#pragma once

#include "ui/pages/page_set.h"

#include <QMainWindow>

class QStackedWidget;

namespace fettle::ui {

class Closing;
class FailureStrip;
class LogPanel;
class NavigationRail;
class PageHead;
class ResumeOffer;
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

    Workspace& m_workspace;
    NavigationRail* m_rail;
    PageHead* m_head;
    QStackedWidget* m_stack;
    StatusLine* m_status;
    LogPanel* m_log;
    Closing* m_closing;
    FailureStrip* m_failure;
    ResumeOffer* m_resume;
    PageSet* m_set;
    bool m_isReady = false; // to close: what was under way has ended, or is not waited for
};

} // namespace fettle::ui

#pragma once

#include "ui/pages/workspace.h"
#include "ui/widgets/message_strip.h"

namespace fettle::ui {

// One question for all that is under way when the window is to close: jobs, and runs that train. After "stop and close"
// a run saves a checkpoint unless it is to be left as it is, jobs take away what is unfinished, and then the window may
// close.
class Closing : public MessageStrip {
    Q_OBJECT
public:
    explicit Closing(Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] bool mayClose(); // false: the question is asked, or its answer is being carried out

Q_SIGNALS:
    void ready(); // the window may close now

private:
    [[nodiscard]] QStringList underWay() const;
    void ask(const QStringList& underWay);
    [[nodiscard]] QString consequences() const; // of each answer
    void stopAll(void (RunController::*stop)());
    void stopRuns(void (RunController::*stop)());
    void keepGoing();
    void look();

    Workspace& m_workspace;
    QAction *m_stop, *m_unsaved, *m_keep, *m_now;
    bool m_isStopping = false, m_isAsked = false;
};

} // namespace fettle::ui

#pragma once

#include "ui/models/run_record.h"
#include "ui/pages/workspace.h"

#include <QAction>
#include <QPointer>

namespace fettle::ui {

// What can be done with the run that is shown, by its state.
class RunActions : public QObject {
    Q_OBJECT
public:
    explicit RunActions(Workspace& workspace, QObject* parent = nullptr);

    void setRecord(RunRecord* record); // null: none
    [[nodiscard]] QAction* primary() const;
    [[nodiscard]] QList<QAction*> secondary() const;
    [[nodiscard]] QList<QList<QAction*>> menu() const; // all that is possible now, in groups

    QAction *pause, *goOn, *stop, *stopAndSave, *stopAndDiscard, *stopNow; // of a live run
    QAction *saveCheckpoint, *sampleNow;
    QAction *resume, *unqueue; // of one that does not run
    QAction *chat, *exportResult, *trainFurther, *duplicate, *rename, *openFolder, *remove;

Q_SIGNALS:
    void listChanged(); // primary() or secondary() are others

private:
    QAction* make(const QString& name, const QString& text, const QString& icon = {});
    void makeLive();
    void makeOther();
    void connectActions();
    void command(QAction* action, void (RunController::*act)());
    void follow();
    [[nodiscard]] RunState state() const;
    [[nodiscard]] bool isLive() const;
    [[nodiscard]] bool hasResult() const;

    Workspace& m_workspace;
    QPointer<RunRecord> m_record;
    QList<QAction*> m_shown; // primary and secondary, as last announced
};

} // namespace fettle::ui

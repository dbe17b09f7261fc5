#pragma once

#include "ui/models/run_record.h"

#include <QPointer>
#include <QWidget>

class QPlainTextEdit;
class QTabWidget;

namespace fettle::ui {

class ErrorStrip;
class MessageStrip;
class MetricTable;
class RunActions;
class RunCharts;
class RunHeader;
class RunMemory;
class RunSettings;
class RunVerdict;
class SampleView;
struct Workspace;

// One run, live or finished.
class RunView : public QWidget {
    Q_OBJECT
public:
    RunView(Workspace& workspace, RunActions& actions, QWidget* parent = nullptr);
    void setRecord(RunRecord* record);
    [[nodiscard]] RunRecord* record() const { return m_record; }
    void askHowToStop();

private:
    QWidget* makeTabs();
    void showRun();
    void showLog();
    void showState();
    void showFailure();
    void showResult();
    void showNotes();
    void showNote(const QString& what, const QString& toDo);
    void appendLog(const QStringList& lines);

    QPointer<RunRecord> m_record;
    RunHeader* m_header;
    MessageStrip *m_question, *m_result, *m_note;
    ErrorStrip* m_error;
    RunCharts* m_charts;
    SampleView* m_samples;
    MetricTable* m_table;
    RunMemory* m_memory;
    RunVerdict* m_verdict;
    QPlainTextEdit* m_log;
    RunSettings* m_settings;
    bool m_isFailureShown = false;
    QString m_shownNote;
};

} // namespace fettle::ui

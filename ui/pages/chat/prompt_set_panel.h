#pragma once

#include "ui/pages/chat/prompt_set_runner.h"

#include <QWidget>

class QTableView;

namespace fettle::ui {

class Button;
class Failures;
class Label;

// A list of prompts for both sides, with the answers beside each other.
class PromptSetPanel : public QWidget {
    Q_OBJECT
public:
    PromptSetPanel(ChatSide& left, ChatSide& right, Failures& failures, QWidget* parent = nullptr);

    void stop();
    void startOver(); // for other models: the answers were of those before
    [[nodiscard]] bool isRunning() const { return m_runner.isRunning(); }
    [[nodiscard]] PromptSetModel& model() { return m_model; }

Q_SIGNALS:
    void aboutToRun(); // the sides get their sampling now

private:
    QWidget* makeBar();
    QWidget* makeLoadButton();
    void setPrompts(const QStringList& prompts);
    void toggleRun();
    void showProgress();
    void add();
    void removeSelected();
    void askToLoad();
    void load(const QString& file);
    void askToSave();
    void save(const QString& file);

    ChatSide &m_left, &m_right;
    Failures& m_failures;
    PromptSetModel m_model;
    PromptSetRunner m_runner;
    QTableView* m_table;
    Button* m_run;
    Label* m_progress;
};

} // namespace fettle::ui

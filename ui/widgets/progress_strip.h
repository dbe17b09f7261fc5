#pragma once

#include <QWidget>

class QProgressBar;

namespace fettle::ui {

class Job;
class Label;

// A job while it runs: what it is doing, how far it is, Cancel. Takes no room otherwise.
class ProgressStrip : public QWidget {
    Q_OBJECT
public:
    // The parts are found as NAMEProgress and cancelNAME.
    ProgressStrip(Job& job, const QString& name, QWidget* parent = nullptr);

private:
    void showStart();
    void showProgress();

    Job& m_job;
    Label* m_phase;
    QProgressBar* m_bar;
};

} // namespace fettle::ui

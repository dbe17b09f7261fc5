#pragma once

#include "ui/models/run_record.h"

#include <QPointer>
#include <QWidget>

class QProgressBar;

namespace fettle::ui {

class Button;
class Label;
class RunActions;
class StateChip;

// Name, state, how far, how fast.
class RunHeader : public QWidget {
    Q_OBJECT
public:
    explicit RunHeader(RunActions& actions, QWidget* parent = nullptr);
    void setRecord(RunRecord* record);

private:
    void showRun();
    [[nodiscard]] QString figures() const;

    QPointer<RunRecord> m_record;
    Label* m_name;
    StateChip* m_chip;
    QProgressBar* m_progress;
    Label* m_figures;
};

} // namespace fettle::ui

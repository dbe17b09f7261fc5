#pragma once

#include "ui/models/runs_model.h"
#include "ui/widgets/config_draft.h"

#include <QWidget>

class QComboBox;

namespace fettle::ui {

class Label;

// Whether the adapter starts fresh or goes on from one that was trained on the same base model: what DPO after SFT is.
class StartingPoint : public QWidget {
    Q_OBJECT
public:
    StartingPoint(RunsModel& runs, ConfigDraft& draft, QWidget* parent = nullptr);

    // Fields that the chosen adapter decides; empty: it starts fresh.
    [[nodiscard]] QStringList decidedKeys() const;

private:
    void follow();
    void list();
    void choose(int row);
    void askForFolder();
    void startFrom(const QString& folder);

    RunsModel& m_runs;
    ConfigDraft& m_draft;
    QComboBox* m_choice;
    Label* m_note;
};

} // namespace fettle::ui

#pragma once

#include "ui/models/base_models_model.h"
#include "ui/widgets/card.h"
#include "ui/widgets/config_draft.h"

class QComboBox;

namespace fettle::ui {

class Button;

// Which base model is tuned.
class ModelCard : public Card {
    Q_OBJECT
public:
    ModelCard(BaseModelsModel& models, ConfigDraft& draft, QWidget* parent = nullptr);

private:
    void choose(int row);
    void show();
    void askForFolder();

    BaseModelsModel& m_models;
    ConfigDraft& m_draft;
    QComboBox* m_choice;
    Label* m_facts;
};

} // namespace fettle::ui

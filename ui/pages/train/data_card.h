#pragma once

#include "ui/models/planner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/config_draft.h"

namespace fettle::ui {

class ConfigForm;

// Which rows the model learns from and is measured on, with what the plan says of them.
class DataCard : public Card {
    Q_OBJECT
public:
    DataCard(Planner& planner, ConfigDraft& draft, QWidget* parent = nullptr);

Q_SIGNALS:
    void inspectRequested(const fettle::DataFileConfig& file); // on the Data page

private:
    void addFiles();
    void follow();
    [[nodiscard]] QString factsText() const;

    Planner& m_planner;
    ConfigDraft& m_draft;
    Label* m_facts;
    ConfigForm* m_form;
};

} // namespace fettle::ui

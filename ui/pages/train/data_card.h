#pragma once

#include "ui/models/planner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/config_draft.h"

namespace fettle::ui {

class Button;
class PathField;

// Which rows the model learns from, with what the plan says of them.
class DataCard : public Card {
    Q_OBJECT
public:
    DataCard(Planner& planner, ConfigDraft& draft, QWidget* parent = nullptr);

Q_SIGNALS:
    void inspectRequested(); // the chosen file on the Data page

private:
    void choose(const QString& path);
    void show();

    Planner& m_planner;
    ConfigDraft& m_draft;
    PathField* m_file;
    Button* m_inspect;
    Label* m_facts;
};

} // namespace fettle::ui

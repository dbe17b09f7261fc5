#pragma once

#include "ui/models/findings_model.h"
#include "ui/widgets/card.h"

class QTableView;

namespace fettle::ui {

// What is odd about the data, by line, with what to do.
class FindingsList : public Card {
    Q_OBJECT
public:
    explicit FindingsList(FindingsModel& findings, QWidget* parent = nullptr);

Q_SIGNALS:
    void rowWanted(qint64 line);

private:
    void show();
    void showCurrent();

    FindingsModel& m_findings;
    QTableView* m_table;
};

} // namespace fettle::ui

#pragma once

#include "core/data/finding.h"

#include <QWidget>

namespace fettle::ui {

class Button;

// One finding: how much it weighs, what it is, what to do, and a button that walks through its rows.
class FindingRow : public QWidget {
    Q_OBJECT
public:
    enum class Rows { InTable, LeftOut }; // those that could not be read are named by their lines alone

    FindingRow(const Finding& finding, Rows rows, QWidget* parent = nullptr);

Q_SIGNALS:
    void rowWanted(qint64 line);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showNext();

    FindingLevel m_level;
    std::vector<RowOrigin> m_places;
    std::size_t m_next = 0; // of m_places
    Button* m_show;
};

} // namespace fettle::ui

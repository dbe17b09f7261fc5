#pragma once

#include "ui/models/data_inspector.h"

#include <QWidget>

#include <array>

class QPlainTextEdit;
class QSplitter;

namespace fettle::ui {

class Label;
class StrandPane;

// One row as people read it, as tokens, and as it stands in the file.
class RowInspector : public QWidget {
    Q_OBJECT
public:
    explicit RowInspector(DataInspector& inspector, QWidget* parent = nullptr);
    void showRow(const QModelIndex& row);

private:
    QWidget* makeStrands();
    QWidget* makeTokens();
    void showStrands(const std::vector<Strand>& strands);
    void showToken(int token);

    DataInspector& m_inspector;
    std::array<StrandPane*, 3> m_panes; // prompt, chosen, rejected; the first alone for any other row
    QPlainTextEdit* m_raw;
    Label* m_token;
};

} // namespace fettle::ui

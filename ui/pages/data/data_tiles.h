#pragma once

#include "ui/models/data_inspector.h"

#include <QWidget>

namespace fettle::ui {

class Tile;

// Rows, tokens, trained share, cut or left out.
class DataTiles : public QWidget {
    Q_OBJECT
public:
    explicit DataTiles(QWidget* parent = nullptr);
    void showRows(std::int64_t rows); // before they are counted
    void showFigures(const DataFigures& figures);
    void clear();

private:
    Tile *m_rows, *m_tokens, *m_trained, *m_cut;
};

} // namespace fettle::ui

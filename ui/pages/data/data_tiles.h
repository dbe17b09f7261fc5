#pragma once

#include "core/data/lint.h"

#include <QWidget>

namespace fettle::ui {

class Label;
class Tile;

// Rows, tokens, trained share, cut or left out: as tiles, or as one line where a window is low.
class DataTiles : public QWidget {
    Q_OBJECT
public:
    explicit DataTiles(QWidget* parent = nullptr);
    void setCompact(bool isCompact);
    void showRows(std::int64_t rows); // before they are counted
    void showFigures(const DataFigures& figures);
    void clear();

private:
    void showLine();

    QWidget* m_tiles;
    Label* m_line;
    Tile *m_rows, *m_tokens, *m_trained, *m_cut;
};

} // namespace fettle::ui

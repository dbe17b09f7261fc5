#include "ui/pages/data/data_tiles.h"

#include "ui/text/numbers.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>

namespace fettle::ui {

DataTiles::DataTiles(QWidget* parent)
    : QWidget(parent), m_tiles(new QWidget), m_line(new Label({}, TextRole::Secondary)), m_rows(new Tile(tr("rows"))),
      m_tokens(new Tile(tr("tokens"))), m_trained(new Tile(tr("trained"))), m_cut(new Tile(tr("cut or left out"))) {
    auto* row = new QHBoxLayout(m_tiles);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    for (Tile* tile : {m_rows, m_tokens, m_trained, m_cut})
        row->addWidget(tile, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tiles);
    layout->addWidget(m_line);
    m_line->hide();
    m_rows->setObjectName(QStringLiteral("tileRows"));
    m_trained->setObjectName(QStringLiteral("tileTrained"));
    m_cut->setObjectName(QStringLiteral("tileCut"));
    clear();
}

void DataTiles::setCompact(bool isCompact) {
    m_tiles->setVisible(!isCompact);
    m_line->setVisible(isCompact);
}

void DataTiles::clear() {
    for (Tile* tile : {m_rows, m_tokens, m_trained, m_cut})
        tile->setValue(QStringLiteral("\u2013"));
    showLine();
}

void DataTiles::showRows(std::int64_t rows) {
    clear();
    m_rows->setValue(countText(rows));
    showLine();
}

void DataTiles::showFigures(const DataFigures& figures) {
    m_rows->setValue(countText(figures.counts.read));
    m_tokens->setValue(countText(figures.counts.tokens));
    m_trained->setValue(percentText(figures.trainedShare()));
    m_cut->setValue(countText(figures.counts.cut + figures.counts.dropped));
    showLine();
}

void DataTiles::showLine() {
    //: Figures of a data file.
    m_line->setText(tr("%1 rows, %2 tokens, %3 of them trained; %4 rows cut or left out")
                        .arg(m_rows->value(), m_tokens->value(), m_trained->value(), m_cut->value()));
}

} // namespace fettle::ui

#include "ui/pages/data/data_tiles.h"

#include "ui/text/numbers.h"
#include "ui/widgets/card.h"
#include "ui/widgets/style.h"

#include <QHBoxLayout>

namespace fettle::ui {

DataTiles::DataTiles(QWidget* parent)
    : QWidget(parent), m_rows(new Tile(tr("rows"))), m_tokens(new Tile(tr("tokens"))),
      m_trained(new Tile(tr("trained"))), m_cut(new Tile(tr("cut or left out"))) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    for (Tile* tile : {m_rows, m_tokens, m_trained, m_cut})
        layout->addWidget(tile, 1);
    m_rows->setObjectName(QStringLiteral("tileRows"));
    m_trained->setObjectName(QStringLiteral("tileTrained"));
    m_cut->setObjectName(QStringLiteral("tileCut"));
}

void DataTiles::clear() {
    for (Tile* tile : {m_rows, m_tokens, m_trained, m_cut})
        tile->setValue(QStringLiteral("\u2013"));
}

void DataTiles::showRows(std::int64_t rows) {
    clear();
    m_rows->setValue(countText(rows));
}

void DataTiles::showFigures(const DataFigures& figures) {
    m_rows->setValue(countText(figures.counts.read));
    m_tokens->setValue(countText(figures.counts.tokens));
    m_trained->setValue(percentText(figures.trainedShare()));
    m_cut->setValue(countText(figures.counts.cut + figures.counts.dropped));
}

} // namespace fettle::ui

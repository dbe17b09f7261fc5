#include "ui/pages/chat/likely_tokens_panel.h"

#include "ui/widgets/button.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace fettle::ui {

LikelyTokensPanel::LikelyTokensPanel(QWidget* parent) : Card(tr("Likeliest tokens here"), parent) {
    setObjectName(QStringLiteral("likelyTokens"));
    auto* close = new IconButton(QStringLiteral("close"), tr("Close"));
    close->setObjectName(QStringLiteral("closeLikelyTokens"));
    header()->addWidget(close);
    auto* table = new QTableView;
    table->setObjectName(QStringLiteral("likelyTokensTable"));
    table->setAccessibleName(tr("Likeliest tokens"));
    table->setModel(&m_model);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    content()->addWidget(table);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void LikelyTokensPanel::show(const TokenChoice& choice) {
    std::vector<LikelyTokensModel::Row> rows;
    for (const TokenChoice::Other& other : choice.top)
        rows.push_back(
            {.id = other.id, .token = other.token, .logprob = other.logprob, .isChosen = other.id == choice.id});
    const bool isListed = std::ranges::any_of(rows, &LikelyTokensModel::Row::isChosen);
    if (!isListed) rows.push_back({.id = choice.id, .token = choice.text, .logprob = choice.logprob, .isChosen = true});
    m_model.setRows(std::move(rows));
    setVisible(true);
}

} // namespace fettle::ui

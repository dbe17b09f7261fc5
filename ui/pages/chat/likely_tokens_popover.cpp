#include "ui/pages/chat/likely_tokens_popover.h"

#include "ui/widgets/control_painting.h"
#include "ui/widgets/label.h"

#include <QHeaderView>
#include <QPainter>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace fettle::ui {

namespace {

constexpr int kWidth = 340;
constexpr int kMostHeight = 320;

// A bar as long as the token is likely, with the figure after it; filled where the token was drawn.
class ProbabilityBar : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const double share = std::clamp(index.data(LikelyTokensModel::ProbabilityRole).toDouble(), 0.0, 1.0);
        const bool isChosen = index.data(LikelyTokensModel::ChosenRole).toBool();
        const QPalette& palette = option.palette;
        const int text = option.fontMetrics.horizontalAdvance(QStringLiteral("100.00 %"));
        const QRectF all = QRectF(option.rect).adjusted(kTightGap, kGap, -text - kGap, -kGap);
        const QColor color = ink(isChosen ? Ink::Tuned : Ink::Accent, palette);
        paintRounded(*painter, all, 3, ink(Ink::Hover, palette), {});
        paintRounded(*painter, QRectF(all.topLeft(), QSizeF(std::max(2.0, all.width() * share), all.height())), 3,
                     isChosen ? color : blended(color, ink(Ink::Card, palette), 0.5), color);
        painter->setPen(ink(Ink::Text, palette));
        painter->drawText(option.rect.adjusted(0, 0, -kGap, 0), Qt::AlignVCenter | Qt::AlignRight,
                          index.data().toString());
    }
};

} // namespace

LikelyTokensPopover::LikelyTokensPopover(QWidget* parent) : QFrame(parent, Qt::Popup) {
    setObjectName(QStringLiteral("likelyTokens"));
    setAccessibleName(tr("Likeliest tokens here"));
    auto* table = new QTableView;
    table->setObjectName(QStringLiteral("likelyTokensTable"));
    table->setAccessibleName(tr("Likeliest tokens"));
    table->setModel(&m_model);
    table->setItemDelegateForColumn(LikelyTokensModel::Probability, new ProbabilityBar(table));
    table->setColumnHidden(LikelyTokensModel::LogProb, true);
    table->setColumnHidden(LikelyTokensModel::Id, true);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    setFocusProxy(table);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap + kTightGap, kGap + kTightGap, kGap + kTightGap, kGap + kTightGap);
    layout->setSpacing(kTightGap);
    layout->addWidget(new Label(tr("Likeliest tokens here"), TextRole::Strong));
    layout->addWidget(table);
}

void LikelyTokensPopover::open(const TokenChoice& choice, const QPoint& globalPosition) {
    std::vector<LikelyTokensModel::Row> rows;
    for (const TokenChoice::Other& other : choice.top)
        rows.push_back(
            {.id = other.id, .token = other.token, .logprob = other.logprob, .isChosen = other.id == choice.id});
    const bool isListed = std::ranges::any_of(rows, &LikelyTokensModel::Row::isChosen);
    if (!isListed) rows.push_back({.id = choice.id, .token = choice.text, .logprob = choice.logprob, .isChosen = true});
    const int count = static_cast<int>(rows.size());
    m_model.setRows(std::move(rows));
    resize(scaled(kWidth), std::min(scaled(kMostHeight), scaled(28) * count + scaled(64)));
    const QRect room = screen()->availableGeometry();
    move(std::clamp(globalPosition.x(), room.left(), std::max(room.left(), room.right() - width())),
         std::clamp(globalPosition.y() + kGap, room.top(), std::max(room.top(), room.bottom() - height())));
    setVisible(true);
    setFocus();
}

} // namespace fettle::ui

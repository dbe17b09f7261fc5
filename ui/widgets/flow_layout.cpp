#include "ui/widgets/flow_layout.h"

#include <QWidget>

#include <algorithm>

namespace fettle::ui {

FlowLayout::FlowLayout(int gap, int columnWidth, QWidget* parent)
    : QLayout(parent), m_gap(gap), m_columnWidth(columnWidth) {
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.emplace_back(item);
}

int FlowLayout::count() const {
    return static_cast<int>(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    if (index < 0 || index >= count()) return nullptr;
    QLayoutItem* item = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const {
    return layOut(QRect(0, 0, width, 0), Act::Measure);
}

QSize FlowLayout::minimumSize() const {
    QSize size(m_columnWidth > 0 ? std::min(scaled(m_columnWidth), 240) : 0, 0);
    for (const auto& item : m_items)
        if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    layOut(rect, Act::Place);
}

int FlowLayout::layOut(const QRect& rect, Act act) const {
    const QMargins margins = contentsMargins();
    const QRect inside = rect.marginsRemoved(margins);
    const int height = m_columnWidth > 0 ? layOutColumns(inside, act) : layOutLines(inside, act);
    return height + margins.top() + margins.bottom();
}

int FlowLayout::layOutColumns(const QRect& rect, Act act) const {
    const int columns = std::max(1, (rect.width() + m_gap) / (scaled(m_columnWidth) + m_gap));
    const int width = (rect.width() - (columns - 1) * m_gap) / columns;
    const auto heightOf = [width](QLayoutItem& item) {
        return item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
    };
    std::vector<QLayoutItem*> shown;
    for (const auto& item : m_items)
        if (!item->isEmpty()) shown.push_back(item.get());

    int y = rect.y();
    for (std::size_t first = 0; first < shown.size(); first += static_cast<std::size_t>(columns)) {
        const std::size_t end = std::min(shown.size(), first + static_cast<std::size_t>(columns));
        int height = 0;
        for (std::size_t i = first; i < end; ++i)
            height = std::max(height, heightOf(*shown[i]));
        for (std::size_t i = first; i < end && act == Act::Place; ++i)
            shown[i]->setGeometry({rect.x() + static_cast<int>(i - first) * (width + m_gap), y, width, height});
        y += height + m_gap;
    }
    return std::max(0, y - rect.y() - m_gap);
}

int FlowLayout::layOutLines(const QRect& rect, Act act) const {
    int x = rect.x(), y = rect.y(), lineHeight = 0;
    for (const auto& item : m_items) {
        if (item->isEmpty()) continue;
        QSize size = item->sizeHint();
        if (x > rect.x() && x + size.width() > rect.right() + 1) {
            x = rect.x();
            y += lineHeight + m_gap;
            lineHeight = 0;
        }
        size.setWidth(std::min(size.width(), std::max(rect.width(), item->minimumSize().width())));
        if (item->hasHeightForWidth()) size.setHeight(std::max(size.height(), item->heightForWidth(size.width())));
        if (act == Act::Place) item->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + m_gap;
        lineHeight = std::max(lineHeight, size.height());
    }
    return y + lineHeight - rect.y();
}

} // namespace fettle::ui

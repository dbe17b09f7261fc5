#include "ui/widgets/page_column.h"

#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QScrollBar>

#include <algorithm>

namespace fettle::ui {

PageColumn::PageColumn(QWidget* parent) : QScrollArea(parent), m_column(new QWidget), m_content(new QVBoxLayout) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setFocusPolicy(Qt::NoFocus); // it scrolls to whatever has the focus inside
    setBackgroundRole(QPalette::Window);
    auto* inside = new QWidget;
    auto* row = new QHBoxLayout(inside);
    row->setContentsMargins(kPageMargin, kGroupGap, kPageMargin, kPageMargin);
    row->addWidget(m_column, 1000);
    row->addStretch(1);
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(kGroupGap);
    m_column->setLayout(m_content);
    setColumnWidth(kColumnWidth);
    setWidget(inside);
}

int PageColumn::usualWidth() {
    return scaled(kColumnWidth) + 2 * kPageMargin;
}

void PageColumn::setColumnWidth(int pixels) {
    m_column->setMaximumWidth(pixels > 0 ? scaled(pixels) : QWIDGETSIZE_MAX);
}

void PageColumn::setBeside(QWidget* beside, int pixels) {
    m_beside = beside;
    m_besideWidth = pixels;
    beside->setParent(this);
    place();
}

void PageColumn::showBeside(bool isShown) {
    m_beside->setVisible(isShown);
    place();
}

void PageColumn::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    place();
}

void PageColumn::place() {
    const int extent = verticalScrollBar()->sizeHint().width();
    const int bar = verticalScrollBar()->isVisible() ? extent : 0;
    const bool isBeside = m_beside != nullptr && !m_beside->isHidden();
    const int beside = isBeside ? scaled(m_besideWidth) : 0;
    const int column = isBeside ? std::min(width() - beside - extent, usualWidth()) : width() - bar;
    setViewportMargins(0, 0, std::max(0, width() - bar - column), 0);
    if (isBeside) m_beside->setGeometry(column, 0, beside, height());
    QMargins margins = widget()->layout()->contentsMargins();
    margins.setRight(isBeside ? kPageMargin : std::max(0, kPageMargin - bar));
    widget()->layout()->setContentsMargins(margins);
}

} // namespace fettle::ui

#include "ui/widgets/page_column.h"

#include "ui/widgets/style.h"

#include <QHBoxLayout>

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

void PageColumn::setColumnWidth(int pixels) {
    m_column->setMaximumWidth(pixels > 0 ? scaled(pixels) : QWIDGETSIZE_MAX);
}

} // namespace fettle::ui

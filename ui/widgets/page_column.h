#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace fettle::ui {

// The usual inside of a page: one column of cards, scrolled, at most 1,120 px wide, with the page's margins.
class PageColumn : public QScrollArea {
    Q_OBJECT
public:
    explicit PageColumn(QWidget* parent = nullptr);
    [[nodiscard]] QVBoxLayout* content() const { return m_content; }
    void setColumnWidth(int pixels); // 0: as wide as the page

private:
    QWidget* m_column;
    QVBoxLayout* m_content;
};

} // namespace fettle::ui

#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace fettle::ui {

// The usual inside of a page: one column of cards, scrolled, at most 1,120 px wide, with the page's margins. Its scroll
// bar stands at the page's edge, inside the margin, so that the cards end on the same edge with and without it.
class PageColumn : public QScrollArea {
    Q_OBJECT
public:
    explicit PageColumn(QWidget* parent = nullptr);
    [[nodiscard]] QVBoxLayout* content() const { return m_content; }
    void setColumnWidth(int pixels); // 0: as wide as the page
    // What stands right of the column and does not scroll with it, so wide at 100 %; a scroll bar fits behind it.
    void setBeside(QWidget* beside, int pixels);
    void showBeside(bool isShown);

    // What a column of the usual width fills of its page, margins included.
    [[nodiscard]] static int usualWidth();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void place();

    QWidget* m_column;
    QVBoxLayout* m_content;
    QWidget* m_beside = nullptr;
    int m_besideWidth = 0; // at 100 %
};

} // namespace fettle::ui

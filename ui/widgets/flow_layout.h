#pragma once

#include "ui/widgets/style.h"

#include <QLayout>

#include <memory>
#include <vector>

namespace fettle::ui {

// Widgets in lines, as words in a text. `columnWidth` > 0: in columns of equal width, at least that wide, like cards.
class FlowLayout : public QLayout {
    Q_OBJECT
public:
    explicit FlowLayout(int gap = kGap, int columnWidth = 0, QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    enum class Act { Measure, Place };
    int layOut(const QRect& rect, Act act) const;
    int layOutColumns(const QRect& rect, Act act) const;
    int layOutLines(const QRect& rect, Act act) const;

    int m_gap, m_columnWidth;
    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace fettle::ui

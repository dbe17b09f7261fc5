#pragma once

#include "ui/models/data_inspector.h"
#include "ui/widgets/card.h"

class QScrollArea;
class QVBoxLayout;

namespace fettle::ui {

class IconButton;

// What is odd about the data, what weighs most first. Folded, it is its title alone; open, as high as its findings as
// far as it is let.
class FindingsList : public Card {
    Q_OBJECT
public:
    explicit FindingsList(DataInspector& inspector, QWidget* parent = nullptr);
    void setOpen(bool isOpen);
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowWanted(qint64 line);
    void toggled(bool isOpen); // by the user

private:
    void rebuild();
    [[nodiscard]] QSize heightWith(int findings) const;

    DataInspector& m_inspector;
    QScrollArea* m_scroll;
    QVBoxLayout* m_rows;
    IconButton* m_fold;
    bool m_isOpen = true;
};

} // namespace fettle::ui

#pragma once

#include "ui/widgets/style.h"

#include <QLabel>

namespace fettle::ui {

// A text in one of the roles of style.h; it follows font and theme. Body and Secondary wrap.
class Label : public QLabel {
    Q_OBJECT
public:
    explicit Label(const QString& text = {}, TextRole role = TextRole::Body, QWidget* parent = nullptr);
    void setInk(Ink ink);
    void setElideMode(Qt::TextElideMode mode); // where it is left out; in the middle at first, as paths want it
    void setElided(bool isElided);             // one line, shortened where there is no room; the tool tip has it all

    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();

    TextRole m_role;
    Ink m_ink;
    bool m_isElided = false;
    Qt::TextElideMode m_elideMode = Qt::ElideMiddle;
};

} // namespace fettle::ui

#pragma once

#include "ui/text/run_state.h"

#include <QAbstractButton>

#include <optional>

namespace fettle::ui {

// A page's name in the rail: icon, text, and the state of a run where there is one.
class RailButton : public QAbstractButton {
    Q_OBJECT
public:
    RailButton(QString iconName, const QString& text, QWidget* parent = nullptr);
    void setNarrow(bool isNarrow);
    void setMark(std::optional<RunState> state);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_iconName;
    bool m_isNarrow = false;
    std::optional<RunState> m_mark;
};

} // namespace fettle::ui

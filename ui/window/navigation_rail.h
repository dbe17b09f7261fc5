#pragma once

#include "ui/text/run_state.h"

#include <QWidget>

#include <optional>
#include <vector>

class QVBoxLayout;

namespace fettle::ui {

class RailButton;

// The pages at the window's left. Narrow, it shows icons only.
class NavigationRail : public QWidget {
    Q_OBJECT
public:
    enum class Place { Top, Bottom };

    explicit NavigationRail(QWidget* parent = nullptr);
    void add(const QString& iconName, const QString& text, Place place);
    void setCurrent(int index); // without chosen()
    void setNarrow(bool isNarrow);
    void setMark(int index, std::optional<RunState> state); // a run's state beside the name

Q_SIGNALS:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitWidth();

    QWidget* m_brand;
    QVBoxLayout* m_top;
    QVBoxLayout* m_bottom;
    std::vector<RailButton*> m_buttons;
    int m_current = -1;
    bool m_isNarrow = false;
};

} // namespace fettle::ui

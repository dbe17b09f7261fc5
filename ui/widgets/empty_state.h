#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;

namespace fettle::ui {

class Label;

// What a page is for, in one line, with the one button that starts.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString& iconName, const QString& line, QWidget* parent = nullptr);
    void setLine(const QString& line);
    void setHint(const QString& hint);  // a second, secondary line
    void setAction(QAction* action);    // as a primary button
    void addSecondary(QAction* action); // as a plain one beside it

private:
    Label* m_line;
    Label* m_hint;
    QHBoxLayout* m_buttons;
};

} // namespace fettle::ui

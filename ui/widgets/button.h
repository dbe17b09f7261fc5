#pragma once

#include <QPushButton>

class QAction;

namespace fettle::ui {

enum class ButtonKind { Plain, Primary, Danger, Quiet }; // Quiet: without a frame until the mouse is over it

class Button : public QPushButton {
    Q_OBJECT
public:
    explicit Button(const QString& text, ButtonKind kind = ButtonKind::Plain, QWidget* parent = nullptr);
    // Follows the action's text, icon, tool tip, enabled and visible state, and triggers it.
    explicit Button(QAction* action, ButtonKind kind = ButtonKind::Plain, QWidget* parent = nullptr);
    void setIconName(const QString& name); // of resources/icons
    void setCompact(bool isCompact);       // an action's icon alone, where it has one; its text as name and tool tip
    [[nodiscard]] ButtonKind kind() const { return m_kind; }

private:
    void follow();

    ButtonKind m_kind;
    QAction* m_action = nullptr;
    bool m_isVisible = true, m_isCompact = false;
};

// A square button with an icon only; `text` is its tool tip and accessible name.
class IconButton : public Button {
    Q_OBJECT
public:
    IconButton(const QString& iconName, const QString& text, QWidget* parent = nullptr);
    QSize sizeHint() const override;
};

} // namespace fettle::ui

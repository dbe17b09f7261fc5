#pragma once

#include <QAction>
#include <QStringList>
#include <QWidget>

namespace fettle::ui {

// One page of the window. The frame shows its title and, always at the same place, its actions as buttons; a button
// follows its action's text, tool tip and enabled state by itself.
class Page : public QWidget {
    Q_OBJECT
public:
    explicit Page(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const { return windowTitle(); } // as in the rail
    // At most one; its text says what it will do or what is missing ("Choose a data file").
    [[nodiscard]] virtual QAction* primaryAction() const { return nullptr; }
    [[nodiscard]] virtual bool showsPrimaryAction() const { return false; } // the page has the button for it
    [[nodiscard]] virtual QList<QAction*> secondaryActions() const { return {}; }

    // How much of its width it fills, its margins included; the head's actions end where the content ends.
    [[nodiscard]] virtual int contentWidth() const { return QWIDGETSIZE_MAX; }

    // Files or folders that were dropped on the window and belong here, or chosen by Ctrl+O.
    virtual void open(const QStringList& paths);
    virtual void chooseFile(); // Ctrl+O: asks for something to open
    virtual void find();       // Ctrl+F: puts the cursor into the page's search field
    virtual void cancel();     // Esc: ends what the page is doing

Q_SIGNALS:
    void actionsChanged();                  // other actions than before, not other texts
    void messageShown(const QString& text); // one sentence for the status line
};

} // namespace fettle::ui

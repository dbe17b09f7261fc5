#pragma once

#include <QWidget>

#include <vector>

class QButtonGroup;
class QMenu;

namespace fettle::ui {

struct Choice {
    QString value, text;
    QString toolTip = {};  // why it cannot be chosen, where it cannot
    bool isEnabled = true; // disabled choices stay visible
    bool isMore = false;   // behind the last segment, which is a menu
};

// A few alternatives side by side, of which one holds. Arrow keys move.
class SegmentedChoice : public QWidget {
    Q_OBJECT
public:
    explicit SegmentedChoice(QWidget* parent = nullptr);
    void setChoices(const std::vector<Choice>& choices); // keeps the current value where it still exists
    void setCurrent(const QString& value);               // without chosen()
    [[nodiscard]] QString current() const;

Q_SIGNALS:
    void chosen(const QString& value); // by the user

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class Segment;
    void add(const Choice& choice);
    void addMenu(const std::vector<Choice>& choices);
    void onChosen(Segment* segment);

    QString m_current;
    bool m_isSetting = false;
    QButtonGroup* m_group;
    QMenu* m_menu = nullptr;
    Segment* m_more = nullptr; // the menu's segment; it wears the name of what was chosen there
};

} // namespace fettle::ui

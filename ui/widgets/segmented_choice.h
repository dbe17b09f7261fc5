#pragma once

#include <QWidget>

#include <vector>

class QButtonGroup;

namespace fettle::ui {

struct Choice {
    QString value, text;
    QString toolTip = {};  // why it cannot be chosen, where it cannot
    bool isEnabled = true; // disabled choices stay visible
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
    QButtonGroup* m_group;
};

} // namespace fettle::ui

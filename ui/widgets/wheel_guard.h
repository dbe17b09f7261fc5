#pragma once

#include <QObject>

class QWidget;

namespace fettle::ui {

// A wheel that scrolls the page must not change a value on its way: what is not focused lets it pass, and a closed list
// or a row of tabs always does.
class WheelGuard : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    void watch(QWidget* widget); // where it holds a value

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace fettle::ui

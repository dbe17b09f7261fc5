#pragma once

#include "ui/engine/run_controller.h"

namespace fettle::ui {

// One run trains, the others wait. The next one starts when the current one ends, however it ends.
class RunQueue : public QObject {
    Q_OBJECT
public:
    explicit RunQueue(RunController* controller, QObject* parent = nullptr);

    void add(const QString& folder); // starts at once where nothing runs; a folder that waits or runs stays where it is
    void remove(const QString& folder);
    void move(int from, int to); // positions among the waiting
    void hold();                 // starts nothing any more: the window closes
    [[nodiscard]] const QStringList& waiting() const { return m_waiting; }
    [[nodiscard]] RunController& controller() const { return *m_controller; }

Q_SIGNALS:
    void changed(const QStringList& waiting);

private:
    void startNext();

    RunController* m_controller;
    QStringList m_waiting;
    bool m_isHeld = false;
};

} // namespace fettle::ui

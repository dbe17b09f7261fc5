#pragma once

#include "ui/tasks/run_in_background.h"

#include <QObject>

namespace fettle::ui {

// What an export needs beside what its disk has; slow, so in the background.
struct SpaceFacts {
    std::uint64_t neededBytes = 0, freeBytes = 0;
    QString target;
    bool isTargetFree = true; // a new or empty folder
    [[nodiscard]] bool isEnough() const { return freeBytes > neededBytes; }
};

class SpaceCheck : public QObject {
    Q_OBJECT
public:
    explicit SpaceCheck(QObject* parent = nullptr);
    enum class Target { Fixed, Proposed };

    // Needed is the size of `source`, a folder of which model and adapter files count. A proposed target that is taken
    // gets the next free number.
    void check(const QString& source, const QString& target, Target kind);

Q_SIGNALS:
    void checked(const fettle::ui::SpaceFacts& facts);
    void failed(const fettle::Error& error);

private:
    Task m_task;
};

} // namespace fettle::ui

#pragma once

#include <QObject>
#include <QTimer>

#include <atomic>
#include <cstdint>
#include <memory>

namespace fettle::ui {

// Written by background work, as often as it likes.
struct ProgressCell {
    std::atomic<std::int64_t> done{0}, total{0};
};

// Tells the window's thread of a cell's state ten times a second while it changes.
class ProgressWatch : public QObject {
    Q_OBJECT
public:
    explicit ProgressWatch(QObject* parent = nullptr);

    [[nodiscard]] std::shared_ptr<ProgressCell> begin(); // a fresh cell; the one before is forgotten
    void end();

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);

private:
    void look();

    std::shared_ptr<ProgressCell> m_cell;
    std::int64_t m_shown = -1;
    QTimer m_timer;
};

} // namespace fettle::ui

#pragma once

#include <QObject>
#include <QSet>
#include <QThread>

namespace fettle::ui {

// Tells of folders whose entries change and of files that are written, and of each once when its watch begins. The disk
// is asked on a thread of its own.
class PathWatch : public QObject {
    Q_OBJECT
public:
    explicit PathWatch(QObject* parent = nullptr);
    ~PathWatch() override;

    void setPaths(const QSet<QString>& paths); // instead of those before; what does not exist is left out

Q_SIGNALS:
    void changed(const QString& path);

private:
    QThread m_thread;
    QObject* m_worker; // lives on that thread, holds the watcher
    QSet<QString> m_paths;
};

} // namespace fettle::ui

#include "ui/tasks/path_watch.h"

#include <QFileInfo>
#include <QFileSystemWatcher>

namespace fettle::ui {

namespace {

class WatchWorker : public QObject {
public:
    void set(const QStringList& paths, PathWatch* told) {
        if (m_watcher == nullptr) {
            m_watcher = new QFileSystemWatcher(this);
            connect(m_watcher, &QFileSystemWatcher::directoryChanged, told, &PathWatch::changed);
            connect(m_watcher, &QFileSystemWatcher::fileChanged, told, &PathWatch::changed);
        }
        const QStringList before = m_watcher->files() + m_watcher->directories();
        for (const QString& path : before)
            if (!paths.contains(path)) m_watcher->removePath(path);
        for (const QString& path : paths)
            if (!before.contains(path) && QFileInfo::exists(path) && m_watcher->addPath(path))
                Q_EMIT told->changed(path); // what happened until now was not seen
    }

private:
    QFileSystemWatcher* m_watcher = nullptr;
};

} // namespace

PathWatch::PathWatch(QObject* parent) : QObject(parent), m_worker(new WatchWorker) {
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("path watch"));
    m_thread.start(QThread::LowPriority);
}

PathWatch::~PathWatch() {
    m_thread.quit();
    m_thread.wait();
}

void PathWatch::setPaths(const QSet<QString>& paths) {
    if (paths == m_paths) return;
    m_paths = paths;
    auto* worker = static_cast<WatchWorker*>(m_worker);
    QMetaObject::invokeMethod(worker, [worker, list = paths.values(), this] { worker->set(list, this); });
}

} // namespace fettle::ui

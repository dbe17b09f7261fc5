#pragma once

#include "ui/tasks/job.h"

#include <QList>

namespace fettle::ui {

// All jobs of the window, whichever page began them: for the question at closing, and for their failures.
class Jobs : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void add(Job* job); // leaves the list when it is deleted
    [[nodiscard]] QList<Job*> running() const;
    void cancelAll();

Q_SIGNALS:
    void changed(); // one began or ended
    void failed(const QString& title, const fettle::Error& error, const QStringList& lastLog);

private:
    QList<Job*> m_jobs;
};

} // namespace fettle::ui

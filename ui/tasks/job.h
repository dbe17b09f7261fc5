#pragma once

#include "core/base/error.h"

#include <QObject>
#include <QString>
#include <QStringList>

namespace fettle::ui {

struct JobProgress {
    enum class Unit { Parts, Bytes };

    QString phase;              // wire name, as phaseText() reads it
    qint64 done = 0, total = 0; // total 0: unknown
    Unit unit = Unit::Parts;
};

// Work that a person waits for, whoever does it: what it is, how far it is, how it ended, and how to end it. Who works
// reports here and listens to cancelRequested(); who shows needs to know nothing else.
class Job : public QObject {
    Q_OBJECT
public:
    // "Downloading LibTorch", in the sentence "... is under way".
    explicit Job(QString title, QObject* parent = nullptr);

    // For who works.
    void begin();
    void report(const JobProgress& progress);
    void succeed();
    void fail(const Error& error, const QStringList& lastLog = {});
    void endCancelled();

    void cancel(); // cancelled() follows, unless it ends otherwise first
    [[nodiscard]] const QString& title() const { return m_title; }
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] const JobProgress& progress() const { return m_progress; }

Q_SIGNALS:
    void cancelRequested();
    void started();
    void progressed();
    void succeeded();
    void failed(const fettle::Error& error, const QStringList& lastLog);
    void cancelled();
    void ended(); // after each of these three

private:
    [[nodiscard]] bool leave(); // false: it was not running

    QString m_title;
    JobProgress m_progress;
    bool m_isRunning = false;
};

} // namespace fettle::ui

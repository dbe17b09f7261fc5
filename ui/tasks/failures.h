#pragma once

#include "core/base/error.h"

#include <QObject>
#include <QString>
#include <QStringList>

namespace fettle::ui {

struct Failure {
    QString what; // what was tried: "The run demo", "Saving the conversation"
    Error error;
    QStringList lastLog;    // of the engine, where one was at work
    bool isWarning = false; // what was tried goes on all the same
};

// The one route by which a failure or a warning reaches the person, whatever page is open.
class Failures : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void tell(const QString& what, const Error& error, const QStringList& lastLog = {});
    void warn(const QString& what, const Error& warning);

Q_SIGNALS:
    void told(const fettle::ui::Failure& failure);
};

} // namespace fettle::ui

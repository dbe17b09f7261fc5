#include "ui/tasks/failures.h"

namespace fettle::ui {

void Failures::tell(const QString& what, const Error& error, const QStringList& lastLog) {
    Q_EMIT told({.what = what, .error = error, .lastLog = lastLog, .isWarning = false});
}

void Failures::warn(const QString& what, const Error& warning) {
    Q_EMIT told({.what = what, .error = warning, .lastLog = {}, .isWarning = true});
}

} // namespace fettle::ui

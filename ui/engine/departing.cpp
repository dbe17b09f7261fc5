#include "ui/engine/departing.h"

#include <QProcess>
#include <QSet>

namespace fettle::ui {

namespace {

// Never taken apart: some outlive this program.
QSet<QProcess*>& departing() {
    static auto& all = *new QSet<QProcess*>;
    return all;
}

} // namespace

void letGo(QProcess* process) {
    process->disconnect();
    process->setParent(nullptr);
    departing().insert(process);
    QObject::connect(process, &QProcess::finished, process, [process] {
        departing().remove(process);
        process->deleteLater();
    });
    process->closeWriteChannel();
    process->terminate();
}

} // namespace fettle::ui

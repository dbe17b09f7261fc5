#pragma once

#include "core/run/run_folder.h"

#include <QDateTime>

namespace fettle::ui {

// Of the files that a run is read from: another one where they changed. Asks the disk.
struct RunStamp {
    explicit RunStamp(const RunFolder& run);

    bool isRun = false; // it has settings
    QDateTime settingsTime;
    quint64 value = 0;
};

} // namespace fettle::ui

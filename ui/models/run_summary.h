#pragma once

#include "ui/models/run_data.h"

#include <QByteArray>

namespace fettle::ui {

// What a list says of a run.
struct RunSummary {
    QString folder, name, model;
    QString objective, adapter, device; // wire names
    QString result;                     // as StoredRun::result
    std::int64_t resultStep = 0;        // as StoredRun::resultStep
    RunState state = RunState::Idle;
    std::optional<double> loss, best;
    double seconds = 0, progress = 0;
    QDateTime started;
    QDateTime since;           // its start, and until then the time of its settings: what the list is sorted by
    std::vector<double> spark; // of the loss
    QByteArray config;         // as JSON
    quint64 stamp = 0;         // of the files it was read from

    bool operator==(const RunSummary&) const = default;
};

[[nodiscard]] RunSummary summaryOf(const StoredRun& run);
// The same run, further on: `losses` are all of its steps'.
void follow(RunSummary& summary, const RunData& data, const std::vector<double>& losses);

} // namespace fettle::ui

#pragma once

#include "ui/models/run_record.h"

#include <QString>

#include <vector>

namespace fettle::ui {

struct ResultFact {
    QString name, value;
};
struct SettingFact {
    QString key; // "adapter.r"
    QString name, value;
};

// What a run came to, and with which settings, as people read them.
struct ComparedRun {
    std::vector<ResultFact> results; // the same names, in the same order, for each run
    std::vector<SettingFact> settings;
};

[[nodiscard]] ComparedRun comparedRun(const RunRecord& record);
[[nodiscard]] std::vector<SettingFact> settingsOf(const RunConfig& config);

// Whether its result can be talked to: a reward model gives scores. True where nothing else is known.
[[nodiscard]] bool writesAnswers(const RunRecord* record);

} // namespace fettle::ui

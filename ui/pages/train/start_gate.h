#pragma once

#include "ui/engine/runtime_fetcher.h"
#include "ui/models/planner.h"
#include "ui/widgets/config_draft.h"

namespace fettle::ui {

// The one gate before a run: it looks at the draft and at the plan, and whether there is something to compute with.
struct StartGate {
    QString missing; // in a few words; empty: the run may start
    QString why;     // a sentence, where there is more to say
};
[[nodiscard]] StartGate startGate(const ConfigDraft& draft, const Planner& planner, const RuntimeFetcher& runtime);

} // namespace fettle::ui

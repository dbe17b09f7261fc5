#include "ui/window/run_status.h"

#include "ui/engine/run_registry.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>

namespace fettle::ui {

namespace {

struct RunStatusTexts {
    Q_DECLARE_TR_FUNCTIONS(RunStatus)
};

QString textOf(const RunRecord& run) {
    const RunData& data = run.data();
    if (run.state() != RunState::Training || data.totalSteps == 0)
        return RunStatusTexts::tr("%1: %2").arg(run.name(), runStateText(run.state()));
    const QString step =
        RunStatusTexts::tr("%1: step %2 / %3").arg(run.name(), countText(data.step), countText(data.totalSteps));
    if (data.secondsLeft() <= 0) return step;
    return RunStatusTexts::tr("%1, %2 left").arg(step, clockText(data.secondsLeft()));
}

} // namespace

QString runStatusText(RunRegistry& runs) {
    const QStringList training = runs.training();
    if (training.isEmpty()) return {};
    const RunRecord* run = runs.record(training.front());
    const QString text = textOf(*run);
    const int others = static_cast<int>(training.size()) - 1;
    return others == 0 ? text : RunStatusTexts::tr("%1, and %Ln more", nullptr, others).arg(text);
}

} // namespace fettle::ui

#include "ui/window/run_status.h"

#include "ui/pages/workspace.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>

namespace fettle::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RunStatus)
};

} // namespace

QString runStatusText(Workspace& workspace) {
    const RunState state = workspace.controller.state();
    if (!isActive(state)) return {};
    const RunRecord* run = workspace.runs.record(workspace.controller.folder());
    const RunData& data = run->data();
    if (state != RunState::Training || data.totalSteps == 0)
        return Texts::tr("%1: %2").arg(run->name(), runStateText(state));
    const QString step =
        Texts::tr("%1: step %2 / %3").arg(run->name(), countText(data.step), countText(data.totalSteps));
    if (data.secondsLeft() <= 0) return step;
    return Texts::tr("%1, %2 left").arg(step, clockText(data.secondsLeft()));
}

} // namespace fettle::ui

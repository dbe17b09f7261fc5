#include "ui/pages/train/start_gate.h"

#include "ui/text/problem_text.h"
#include "ui/widgets/field_facts.h"

#include <QCoreApplication>

#include <algorithm>

namespace fettle::ui {

namespace {

struct GateTexts {
    Q_DECLARE_TR_FUNCTIONS(StartGate)
};

QString correct(const QString& key) {
    //: The name of a field that holds something unusable.
    return GateTexts::tr("Correct \u201C%1\u201D").arg(fieldLabel(key));
}

StartGate gateOf(const Plan& plan) {
    const auto refusal = std::ranges::find(plan.warnings, false, &ConfigProblem::isWarning);
    if (refusal != plan.warnings.end()) {
        const QString key = QString::fromStdString(refusal->key);
        return {key.isEmpty() ? GateTexts::tr("The plan shows a problem") : correct(key), problemText(*refusal)};
    }
    return {};
}

} // namespace

StartGate startGate(const ConfigDraft& draft, const Planner& planner, const RuntimeFetcher& runtime) {
    if (draft.config().model.path.empty()) return {GateTexts::tr("Choose a model"), {}};
    if (draft.config().data.train.empty()) return {GateTexts::tr("Choose a data file"), {}};
    if (const QStringList refused = draft.refusedKeys(); !refused.isEmpty())
        return {correct(refused.front()), draft.problemOf(refused.front())};
    if (runtime.isMissing())
        return {GateTexts::tr("Download LibTorch first"),
                GateTexts::tr("It does the computing; the button at the top of the window downloads it.")};
    if (!planner.hasAnswered(draft.runConfig())) return {GateTexts::tr("Planning..."), {}};
    if (planner.failure()) return {GateTexts::tr("The plan shows a problem"), {}};
    return planner.plan() ? gateOf(*planner.plan()) : StartGate{GateTexts::tr("Planning..."), {}};
}

} // namespace fettle::ui

#include "ui/pages/train/forgetting_line.h"

#include "core/base/resources.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QSignalBlocker>

#include <algorithm>

namespace fettle::ui {

namespace {

EvaluationSetConfig probes() {
    return {.name = "general", .file = {.path = (resourceFolder() / "probes" / "general.txt").string()}};
}

} // namespace

ForgettingLine::ForgettingLine(ConfigDraft& draft, QWidget* parent)
    : ForgettingLine(draft, new QCheckBox(tr("Measure it")), parent) {}

ForgettingLine::ForgettingLine(ConfigDraft& draft, QCheckBox* box, QWidget* parent)
    : FormLine(tr("What is forgotten"), box,
               new Label(tr("the loss on texts unlike the data, as a curve"), TextRole::Secondary), parent),
      m_draft(draft), m_box(box) {
    box->setObjectName(QStringLiteral("forgetting"));
    box->setAccessibleName(tr("Measure what is forgotten"));
    connect(box, &QCheckBox::toggled, this, &ForgettingLine::take);
    connect(&draft, &ConfigDraft::changed, this, &ForgettingLine::follow);
    connect(&draft, &ConfigDraft::wasReset, this, &ForgettingLine::follow);
    const auto take = [this](const EvaluationSetConfig& found) {
        m_probes = found;
        follow();
    };
    m_finding = runInBackground(this, probes, take, [](const Error&) {});
    follow();
}

void ForgettingLine::follow() {
    const RunConfig& config = m_draft.config();
    const auto& sets = config.evaluation.sets;
    const QSignalBlocker blocker(m_box);
    m_box->setChecked(m_probes && std::ranges::find(sets, *m_probes) != sets.end());
    m_box->setEnabled(m_probes && !needsScore(config.objective)); // scores have no loss on texts
}

void ForgettingLine::take(bool isOn) {
    RunConfig config = m_draft.config();
    std::erase(config.evaluation.sets, *m_probes);
    if (isOn) config.evaluation.sets.push_back(*m_probes);
    m_draft.set(QStringLiteral("evaluation.sets"), toJson(config).at("evaluation").at("sets"));
}

} // namespace fettle::ui

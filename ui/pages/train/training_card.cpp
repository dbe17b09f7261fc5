#include "ui/pages/train/training_card.h"

#include "ui/pages/train/choice_cost_texts.h"
#include "ui/pages/train/method_words.h"
#include "ui/text/numbers.h"
#include "ui/widgets/config_form.h"
#include "ui/widgets/field_facts.h"
#include "ui/widgets/schedule_preview.h"

#include <QVBoxLayout>

namespace fettle::ui {

TrainingCard::TrainingCard(const Planner& planner, ConfigDraft& draft, QWidget* parent)
    : Card(tr("Training"), parent), m_planner(planner), m_draft(draft),
      m_form(new ConfigForm(&draft, keysOf(FormPart::Training), ConfigForm::Fields::Both)),
      m_schedule(new SchedulePreview) {
    m_schedule->setAccessibleName(tr("Learning rate over the run"));
    content()->addWidget(m_form);
    content()->addWidget(m_schedule);
    connect(&draft, &ConfigDraft::changed, this, &TrainingCard::follow);
    connect(&draft, &ConfigDraft::wasReset, this, &TrainingCard::follow);
    connect(&planner, &Planner::planned, this, &TrainingCard::follow);
    follow();
}

void TrainingCard::follow() {
    const RunConfig& config = m_draft.config();
    const double peak = config.optimizer.learningRate.value_or(methodLearningRate(config));
    const qint64 steps = m_planner.plan() ? m_planner.plan()->steps : 0;
    m_schedule->setSchedule(config.schedule, peak, steps);
    m_form->setNote(QStringLiteral("optimizer.learning_rate"), learningRateReason(config));
    m_form->setNote(QStringLiteral("batch.gradient_accumulation_steps"), batchNote());
    if (config.duration.maxSteps == 0 && steps > 0) m_form->setStart(QStringLiteral("duration.max_steps"), steps);
    if (m_planner.plan()) showChoiceCosts(*m_form, QStringLiteral("optimizer.kind"), *m_planner.plan());
}

QString TrainingCard::batchNote() const {
    const BatchConfig& batch = m_draft.config().batch;
    //: Rows of a batch, batches, rows in all: what one update learns from.
    return tr("batches: %1 \u00D7 %2 = %3 rows for each update")
        .arg(countText(batch.perDeviceBatchSize), countText(batch.gradientAccumulationSteps),
             countText(batch.perDeviceBatchSize * batch.gradientAccumulationSteps));
}

} // namespace fettle::ui

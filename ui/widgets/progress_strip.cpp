#include "ui/widgets/progress_strip.h"

#include "ui/tasks/job.h"
#include "ui/text/names.h"
#include "ui/text/numbers.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QProgressBar>

#include <algorithm>

namespace fettle::ui {

namespace {

constexpr int kSteps = 1000;

QString progressText(const JobProgress& progress) {
    const QString phase = phaseText(progress.phase);
    if (progress.unit == JobProgress::Unit::Parts) return ProgressStrip::tr("%1...").arg(phase);
    const QString done = sizeText(static_cast<std::uint64_t>(progress.done));
    if (progress.total == 0) return ProgressStrip::tr("%1: %2").arg(phase, done);
    return ProgressStrip::tr("%1: %2 of %3").arg(phase, done, sizeText(static_cast<std::uint64_t>(progress.total)));
}

} // namespace

ProgressStrip::ProgressStrip(Job& job, const QString& name, QWidget* parent)
    : QWidget(parent), m_job(job), m_phase(new Label), m_bar(new QProgressBar) {
    m_bar->setObjectName(name + QStringLiteral("Progress"));
    m_bar->setAccessibleName(tr("Progress: %1").arg(job.title()));
    m_bar->setTextVisible(false);
    auto* stop = new Button(tr("Cancel"));
    stop->setObjectName(QStringLiteral("cancel") + name.left(1).toUpper() + name.mid(1));
    stop->setAccessibleName(tr("Cancel: %1").arg(job.title()));
    connect(stop, &QPushButton::clicked, &job, &Job::cancel);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_phase, 1);
    row->addWidget(m_bar, 2);
    row->addWidget(stop);
    connect(&job, &Job::started, this, &ProgressStrip::showStart);
    connect(&job, &Job::progressed, this, &ProgressStrip::showProgress);
    connect(&job, &Job::ended, this, &QWidget::hide);
    hide();
}

void ProgressStrip::showStart() {
    m_phase->setText(tr("Starting..."));
    m_bar->setRange(0, 0);
    setVisible(true);
}

void ProgressStrip::showProgress() {
    const JobProgress& progress = m_job.progress();
    m_phase->setText(progressText(progress));
    // One part alone is no measure: a bar that is busy.
    m_bar->setRange(0, progress.total > 1 ? kSteps : 0);
    if (progress.total > 1)
        m_bar->setValue(static_cast<int>(std::min(progress.done, progress.total) * kSteps / progress.total));
}

} // namespace fettle::ui

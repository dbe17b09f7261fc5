#include "ui/models/run_summary.h"

#include "core/config/fields.h"
#include "ui/models/metric_model.h"

#include <QFileInfo>

namespace fettle::ui {

namespace {

QString wireText(std::string_view name) {
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

void takeConfig(RunSummary& summary, const RunConfig& config) {
    summary.model = QFileInfo(QString::fromStdString(config.model.path)).fileName();
    summary.objective = wireText(kindName(config.objective));
    summary.adapter = wireText(kindName(config.adapter));
    summary.device = QString::fromStdString(config.device);
    summary.config = QByteArray::fromStdString(toJson(config).dump());
}

} // namespace

RunSummary summaryOf(const StoredRun& run) {
    RunSummary summary{.folder = run.folder, .name = run.name, .result = run.result, .resultStep = run.resultStep};
    if (run.config) takeConfig(summary, *run.config);
    summary.since = run.data.startedAt.isValid() ? run.data.startedAt : run.settingsTime;
    summary.stamp = run.stamp;
    follow(summary, run.data, run.data.metrics.steps.values(QStringLiteral("loss")));
    return summary;
}

void follow(RunSummary& summary, const RunData& data, const std::vector<double>& losses) {
    summary.state = data.state;
    summary.loss = data.step > 0 ? std::optional(data.loss) : std::nullopt;
    summary.best = data.bestEvaluation;
    summary.seconds = data.seconds;
    summary.progress = data.totalSteps > 0 ? static_cast<double>(data.step) / static_cast<double>(data.totalSteps) : 0;
    summary.started = data.startedAt;
    summary.spark = sparkline(losses);
}

} // namespace fettle::ui

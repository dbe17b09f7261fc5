#include "ui/models/kept_summaries.h"

#include "core/base/files.h"
#include "ui/text/json_values.h"

namespace fettle::ui {

namespace {

constexpr int kVersion = 1;

Json optionalJson(const std::optional<double>& number) {
    return number ? Json(*number) : Json();
}

Json keptJson(const RunSummary& run) {
    return {{"folder", run.folder.toStdString()},
            {"name", run.name.toStdString()},
            {"model", run.model.toStdString()},
            {"objective", run.objective.toStdString()},
            {"adapter", run.adapter.toStdString()},
            {"device", run.device.toStdString()},
            {"result", run.result.toStdString()},
            {"result_step", run.resultStep},
            {"state", static_cast<int>(run.state)},
            {"loss", optionalJson(run.loss)},
            {"best", optionalJson(run.best)},
            {"seconds", run.seconds},
            {"progress", run.progress},
            {"started", run.started.toString(Qt::ISODateWithMs).toStdString()},
            {"since", run.since.toString(Qt::ISODateWithMs).toStdString()},
            {"spark", run.spark},
            {"config", run.config.toStdString()},
            {"stamp", run.stamp}};
}

QDateTime dateIn(const Json& json, const char* key) {
    return QDateTime::fromString(textIn(json, key), Qt::ISODateWithMs);
}

RunSummary keptSummary(const Json& json) {
    RunSummary run{.folder = textIn(json, "folder"),
                   .name = textIn(json, "name"),
                   .model = textIn(json, "model"),
                   .objective = textIn(json, "objective"),
                   .adapter = textIn(json, "adapter"),
                   .device = textIn(json, "device"),
                   .result = textIn(json, "result"),
                   .resultStep = wholeIn(json, "result_step"),
                   .state = static_cast<RunState>(wholeIn(json, "state")),
                   .loss = numberIn(json, "loss"),
                   .best = numberIn(json, "best"),
                   .seconds = numberIn(json, "seconds").value_or(0),
                   .progress = numberIn(json, "progress").value_or(0),
                   .started = dateIn(json, "started"),
                   .since = dateIn(json, "since"),
                   .config = textIn(json, "config").toUtf8(),
                   .stamp = json.value("stamp", quint64{0})};
    for (const Json& point : listIn(json, "spark"))
        if (point.is_number()) run.spark.push_back(point.get<double>());
    return run;
}

} // namespace

std::vector<RunSummary> readKeptSummaries(const std::filesystem::path& file) {
    std::vector<RunSummary> runs;
    try {
        const Json kept = readJson(file);
        if (wholeIn(kept, "version") != kVersion) return {};
        for (const Json& run : listIn(kept, "runs"))
            runs.push_back(keptSummary(run));
    } catch (const std::exception&) { // what is kept is only kept to be fast
        return {};
    }
    return runs;
}

void keepSummaries(const std::filesystem::path& file, const std::vector<RunSummary>& runs) {
    Json list = Json::array();
    for (const RunSummary& run : runs)
        list.push_back(keptJson(run));
    makeFolder(file.parent_path());
    writeFileAtomically(file, toLine({{"version", kVersion}, {"runs", std::move(list)}}));
}

} // namespace fettle::ui

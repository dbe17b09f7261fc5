#include "ui/models/results_model.h"

#include "core/run/run_folder.h"
#include "ui/models/prompt_set_model.h"
#include "ui/text/json_values.h"

#include <algorithm>

namespace fettle::ui {

namespace {

// Of a configuration that may be another version's.
Json memberOf(const Json& config, const char* key) {
    return config.is_object() ? config.value(key, Json()) : Json();
}

QString baseOf(const Json& config) {
    const QString path = textIn(memberOf(config, "model"), "path");
    return path.isEmpty() ? QStringLiteral("pocket") : path;
}

QStringList samplePrompts(const Json& config) {
    const Json evaluation = memberOf(config, "evaluation");
    QStringList prompts;
    for (const Json& prompt : listIn(evaluation, "sample_prompts"))
        if (prompt.is_string()) prompts << QString::fromStdString(prompt.get<std::string>());
    return prompts;
}

} // namespace

ResultsModel::ResultsModel(const BaseModelsModel& models, const RunsModel& runs, QObject* parent)
    : QAbstractListModel(parent), m_models(models), m_runs(runs) {
    connect(&models, &BaseModelsModel::refreshed, this, &ResultsModel::refresh);
    connect(&models, &BaseModelsModel::added, this, &ResultsModel::refresh);
    connect(&runs, &RunsModel::refreshed, this, &ResultsModel::refresh);
    refresh();
}

std::vector<ResultsModel::RunFacts> ResultsModel::factsOf(const RunsModel& runs) {
    std::vector<RunFacts> facts;
    for (int row = 0; row < runs.rowCount(); ++row) {
        const QModelIndex index = runs.index(row, RunsModel::Name);
        facts.push_back({.folder = runs.folderAt(row),
                         .name = index.data().toString(),
                         .result = index.data(RunsModel::ResultRole).toString(),
                         .resultStep = index.data(RunsModel::ResultStepRole).toLongLong(),
                         .config = index.data(RunsModel::ConfigJsonRole).toByteArray()});
    }
    return facts;
}

std::vector<ResultsModel::Entry> ResultsModel::entriesOf(const RunFacts& facts) {
    const auto& [folder, name, result, resultStep, config] = facts;
    const Json run = Json::parse(config.toStdString(), nullptr, false);
    const QString base = baseOf(run);
    const QStringList questions = samplePrompts(run);
    std::vector<Entry> entries;
    const bool isOwn = !result.isEmpty() && !result.contains(QLatin1String("/checkpoints/")); // else it is one of those
    //: A run's name, and the step whose weights are its result
    const QString own = resultStep > 0 ? tr("%1, best at step %2").arg(name).arg(resultStep) : name;
    if (isOwn) entries.push_back({ResultRef::ofTraining(result, base, own), questions});
    const RunFolder files(folder.toStdString());
    for (const std::int64_t step : files.checkpoints()) {
        const QString at = QString::fromStdString(files.checkpointFolder(step).string());
        const bool isAdapter = std::filesystem::exists(at.toStdString() + "/adapter");
        entries.push_back({ResultRef::ofTraining(at + (isAdapter ? "/adapter" : "/model"), base,
                                                 tr("%1, step %2").arg(name).arg(step)),
                           questions});
    }
    return entries;
}

void ResultsModel::refresh() {
    m_reading.cancel();
    const auto collect = [facts = factsOf(m_runs)](const CancelFlag& flag) {
        std::vector<Entry> all;
        for (const RunFacts& run : facts) {
            flag.throwIfRequested();
            const auto entries = entriesOf(run);
            all.insert(all.end(), entries.begin(), entries.end());
        }
        return all;
    };
    m_reading = runInBackground(
        this, collect, [this](std::vector<Entry> ofRuns) { take(std::move(ofRuns)); },
        [this](const Error&) { take({}); });
}

void ResultsModel::take(std::vector<Entry> ofRuns) {
    beginResetModel();
    m_entries.clear();
    for (int row = 0; row < m_models.rowCount(); ++row) {
        const QModelIndex model = m_models.index(row);
        if (!model.data(BaseModelsModel::UsableRole).toBool()) continue;
        m_entries.push_back(
            {ResultRef::ofBase(model.data(BaseModelsModel::PathRole).toString(), model.data().toString())});
    }
    m_entries.insert(m_entries.end(), ofRuns.begin(), ofRuns.end());
    for (const Entry& entry : m_added)
        if (rowOf(entry.result) < 0) m_entries.push_back(entry);
    endResetModel();
    Q_EMIT refreshed();
}

void ResultsModel::add(const ResultRef& result) {
    if (rowOf(result) >= 0) return;
    m_added.push_back({result});
    beginInsertRows({}, rowCount(), rowCount());
    m_entries.push_back({result});
    endInsertRows();
}

int ResultsModel::rowOf(const ResultRef& result) const {
    const auto found =
        std::ranges::find_if(m_entries, [&](const Entry& entry) { return entry.result.answersAs(result); });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

int ResultsModel::rowOfBase(const ResultRef& result) const {
    return result.base.isEmpty() ? -1 : rowOf(ResultRef::ofBase(result.base, {}));
}

QStringList ResultsModel::questions(const ResultRef& result) const {
    const bool isPocket = result.base == QLatin1String("pocket") || result.path == QLatin1String("pocket");
    const int row = rowOf(result);
    QStringList all = row < 0 ? QStringList() : m_entries[static_cast<std::size_t>(row)].questions;
    all << (isPocket ? pocketPrompts() : lecturePrompts());
    all.removeDuplicates();
    return all;
}

int ResultsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant ResultsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const ResultRef& shown = result(index.row());
    switch (role) {
    case Qt::DisplayRole:
        //: In a list of models: hollow circle for a base model, filled circle for a tuned one.
        return (shown.isTuned() ? tr("\u25CF %1") : tr("\u25CB %1")).arg(shown.name);
    case Qt::ToolTipRole:
        return shown.path;
    case Qt::AccessibleTextRole:
        return shown.isTuned() ? tr("%1, tuned").arg(shown.name) : tr("%1, base").arg(shown.name);
    case TunedRole:
        return shown.isTuned();
    default:
        return {};
    }
}

ResultRef resultOf(const RunRecord& run) {
    if (run.stored().result.isEmpty()) return {};
    const QString base = run.config() ? QString::fromStdString(run.config()->model.path) : QStringLiteral("pocket");
    return ResultRef::ofTraining(run.stored().result, base, run.name());
}

} // namespace fettle::ui

#include "ui/pages/chat/chat_targets.h"

#include "core/run/run_folder.h"

#include <QCoreApplication>

#include <algorithm>

namespace fettle::ui {

namespace {

struct RunFacts {
    QString folder, name, result;
    QByteArray config;
};

std::vector<RunFacts> factsOf(const RunsModel& runs) {
    std::vector<RunFacts> facts;
    for (int row = 0; row < runs.rowCount(); ++row) {
        const QModelIndex index = runs.index(row, RunsModel::Name);
        facts.push_back({.folder = runs.folderAt(row),
                         .name = index.data().toString(),
                         .result = index.data(RunsModel::ResultRole).toString(),
                         .config = index.data(RunsModel::ConfigJsonRole).toByteArray()});
    }
    return facts;
}

ChatTarget targetIn(const QString& folder, const QString& name, const QString& base) {
    const bool isAdapter = folder.endsWith(QLatin1String("/adapter"));
    return {.name = name,
            .model = isAdapter ? base : folder,
            .adapter = isAdapter ? folder : QString(),
            .base = base,
            .isTuned = true};
}

std::vector<ChatTarget> targetsOf(const RunFacts& run, const CancelFlag& flag) {
    flag.throwIfRequested();
    const Json config = Json::parse(run.config.toStdString(), nullptr, false);
    if (!config.is_object() || !config.contains("model")) return {};
    const QString base = QString::fromStdString(config["model"].value("path", std::string("pocket")));
    std::vector<ChatTarget> targets;
    if (!run.result.isEmpty()) targets.push_back(targetIn(run.result, run.name, base));
    const RunFolder folder(run.folder.toStdString());
    for (const std::int64_t step : folder.checkpoints()) {
        const QString at = QString::fromStdString(folder.checkpointFolder(step).string());
        const bool isAdapter = std::filesystem::exists(at.toStdString() + "/adapter");
        targets.push_back(targetIn(
            at + (isAdapter ? "/adapter" : "/model"),
            QCoreApplication::translate("fettle::ui::ChatTargets", "%1, step %2").arg(run.name).arg(step), base));
    }
    return targets;
}

} // namespace

ChatTargets::ChatTargets(const BaseModelsModel& models, const RunsModel& runs, QObject* parent)
    : QAbstractListModel(parent), m_models(models), m_runs(runs) {
    connect(&models, &BaseModelsModel::refreshed, this, &ChatTargets::refresh);
    connect(&models, &BaseModelsModel::added, this, &ChatTargets::refresh);
    connect(&runs, &RunsModel::refreshed, this, &ChatTargets::refresh);
    refresh();
}

void ChatTargets::refresh() {
    m_reading.cancel();
    const auto collect = [facts = factsOf(m_runs)](const CancelFlag& flag) {
        std::vector<ChatTarget> all;
        for (const RunFacts& run : facts) {
            const auto targets = targetsOf(run, flag);
            all.insert(all.end(), targets.begin(), targets.end());
        }
        return all;
    };
    m_reading = runInBackground(
        this, collect, [this](std::vector<ChatTarget> ofRuns) { take(std::move(ofRuns)); },
        [this](const Error&) { take({}); });
}

void ChatTargets::take(std::vector<ChatTarget> ofRuns) {
    beginResetModel();
    m_targets.clear();
    for (int row = 0; row < m_models.rowCount(); ++row) {
        const QModelIndex model = m_models.index(row);
        if (!model.data(BaseModelsModel::UsableRole).toBool()) continue;
        m_targets.push_back(
            {.name = model.data().toString(), .model = model.data(BaseModelsModel::PathRole).toString()});
    }
    m_targets.insert(m_targets.end(), ofRuns.begin(), ofRuns.end());
    for (const ChatTarget& target : m_added)
        if (rowOf(target) < 0) m_targets.push_back(target);
    endResetModel();
    Q_EMIT refreshed();
}

void ChatTargets::add(const ChatTarget& target) {
    if (rowOf(target) >= 0) return;
    m_added.push_back(target);
    beginInsertRows({}, rowCount(), rowCount());
    m_targets.push_back(target);
    endInsertRows();
}

int ChatTargets::rowOf(const ChatTarget& target) const {
    const auto found =
        std::ranges::find_if(m_targets, [&](const ChatTarget& other) { return other.answersAs(target); });
    return found == m_targets.end() ? -1 : static_cast<int>(found - m_targets.begin());
}

int ChatTargets::rowOfBase(const ChatTarget& target) const {
    return target.base.isEmpty() ? -1 : rowOf({.model = target.base});
}

int ChatTargets::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_targets.size());
}

QVariant ChatTargets::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const ChatTarget& target = m_targets[static_cast<std::size_t>(index.row())];
    //: In a list of models: hollow circle for a base model, filled circle for a tuned one.
    if (role == Qt::DisplayRole) return (target.isTuned ? tr("\u25CF %1") : tr("\u25CB %1")).arg(target.name);
    if (role == Qt::ToolTipRole) return target.adapter.isEmpty() ? target.model : target.adapter;
    if (role == Qt::AccessibleTextRole)
        return target.isTuned ? tr("%1, tuned").arg(target.name) : tr("%1, base").arg(target.name);
    return {};
}

} // namespace fettle::ui

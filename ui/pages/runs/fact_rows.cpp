#include "ui/pages/runs/fact_rows.h"

#include <algorithm>

namespace fettle::ui {

std::vector<FactsModel::Row> settingRows(const RunConfig& config) {
    std::vector<FactsModel::Row> rows;
    for (const SettingFact& setting : settingsOf(config))
        rows.push_back({.name = setting.name, .key = setting.key, .values = {setting.value}});
    return rows;
}

namespace {

FactsModel::Row settingRow(const QString& key, const std::vector<ComparedRun>& runs) {
    FactsModel::Row row{.key = key};
    for (const ComparedRun& run : runs) {
        const auto found = std::ranges::find(run.settings, key, &SettingFact::key);
        row.values << (found == run.settings.end() ? QStringLiteral("\u2013") : found->value);
        if (found != run.settings.end()) row.name = found->name;
    }
    return row;
}

} // namespace

std::vector<FactsModel::Row> comparedRows(const std::vector<ComparedRun>& runs) {
    std::vector<FactsModel::Row> rows;
    QStringList keys;
    for (const ComparedRun& run : runs) {
        for (std::size_t i = 0; i < run.results.size(); ++i) {
            if (rows.size() <= i) rows.push_back({.name = run.results[i].name});
            rows[i].values << run.results[i].value;
        }
        for (const SettingFact& setting : run.settings)
            if (!keys.contains(setting.key)) keys << setting.key;
    }
    keys.removeOne(QStringLiteral("name")); // it heads the column
    for (const QString& key : keys)
        if (const FactsModel::Row row = settingRow(key, runs); row.values.count(row.values.front()) < row.values.size())
            rows.push_back(row);
    return rows;
}

} // namespace fettle::ui

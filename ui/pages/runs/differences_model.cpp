#include "ui/pages/runs/differences_model.h"

namespace fettle::ui {

namespace {

// "adapter.r" inside the whole configuration; a dash where a kind lacks it.
QString valueAt(const Json& config, const std::string& key) {
    const Json* place = &config;
    for (const QString& part : QString::fromStdString(key).split(QLatin1Char('.'))) {
        const auto found = place->is_object() ? place->find(part.toStdString()) : place->end();
        if (!place->is_object() || found == place->end()) return QStringLiteral("\u2013");
        place = &*found;
    }
    if (place->is_string()) return QString::fromStdString(place->get<std::string>());
    return QString::fromStdString(toLine(*place));
}

} // namespace

DifferencesModel::DifferencesModel(QObject* parent) : QAbstractTableModel(parent) {}

void DifferencesModel::setRuns(const std::vector<Run>& runs) {
    beginResetModel();
    m_names.clear();
    m_keys.clear();
    m_values.clear();
    std::vector<Json> written;
    for (const Run& run : runs) {
        m_names << run.name;
        written.push_back(toJson(run.config));
        for (const ConfigDifference& difference : fettle::difference(runs.front().config, run.config)) {
            const QString key = QString::fromStdString(difference.key);
            if (!m_keys.contains(key)) m_keys << key;
        }
    }
    for (const QString& key : m_keys) {
        QStringList values;
        for (const Json& config : written)
            values << valueAt(config, key.toStdString());
        m_values.push_back(values);
    }
    endResetModel();
}

int DifferencesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_keys.size());
}

int DifferencesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_names.size()) + 1;
}

QVariant DifferencesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
    if (index.column() == 0) return m_keys[index.row()];
    return m_values[static_cast<std::size_t>(index.row())][index.column() - 1];
}

QVariant DifferencesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == 0 ? tr("Setting") : m_names.value(section - 1);
}

} // namespace fettle::ui

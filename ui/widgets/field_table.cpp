#include "ui/widgets/field_table.h"

#include <algorithm>

namespace fettle::ui {

QString keyOf(const Json& field) {
    return QString::fromStdString(field.at("key").get<std::string>());
}

QString kindOf(const Json& field) {
    return field.at("kind").is_string() ? QString::fromStdString(field.at("kind").get<std::string>()) : QString();
}

Json::json_pointer pointerTo(const QString& key) {
    return Json::json_pointer("/" + QString(key).replace(QLatin1Char('.'), QLatin1Char('/')).toStdString());
}

FieldTable::FieldTable(Json descriptions) : m_all(std::move(descriptions)) {
    QHash<QString, Json> choices; // of each "kind"
    for (const Json& field : m_all)
        if (const QString key = keyOf(field); key.endsWith(QLatin1String(".kind"))) choices[key] = field.at("choices");
    for (const Json& field : m_all) {
        const QString key = keyOf(field), kind = kindOf(field);
        if (kind.isEmpty()) continue;
        const QString owner = ownerOf(key, field.at("kind"), choices);
        m_owners[key] = owner;
        m_kinds[key] << kind;
        if (!m_kindKeys.contains(owner)) m_kindKeys << owner;
    }
}

// The innermost "kind" around the field that has such an alternative.
QString FieldTable::ownerOf(const QString& key, const Json& kind, const QHash<QString, Json>& choices) {
    for (QString section = key.section(QLatin1Char('.'), 0, -2); !section.isEmpty();
         section = section.section(QLatin1Char('.'), 0, -2)) {
        const QString kindKey = section + QStringLiteral(".kind");
        if (kindKey == key || !choices.contains(kindKey)) continue;
        const Json& offered = choices[kindKey];
        if (std::find(offered.begin(), offered.end(), kind) != offered.end()) return kindKey;
    }
    return {};
}

QString FieldTable::kindKeyOf(const QString& key) const {
    return m_owners.value(key);
}

QStringList FieldTable::kindsWith(const QString& key) const {
    return m_kinds.value(key);
}

QStringList FieldTable::members(const QString& kindKey, const QString& kind) const {
    QStringList keys;
    for (const Json& field : m_all)
        if (kindOf(field) == kind && m_owners.value(keyOf(field)) == kindKey) keys << keyOf(field);
    return keys;
}

} // namespace fettle::ui

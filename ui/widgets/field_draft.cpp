#include "ui/widgets/field_draft.h"

#include "ui/text/error_text.h"
#include "ui/text/problem_text.h"
#include "ui/widgets/field_texts.h"

namespace fettle::ui {

namespace {

void collectChanges(const Json& now, const Json& before, const QString& prefix, QStringList& keys) {
    for (const auto& item : now.items()) {
        const QString key = prefix + QString::fromStdString(item.key());
        const auto other = before.find(item.key());
        if (other != before.end() && *other == item.value()) continue;
        if (item.value().is_object() && other != before.end() && other->is_object() && !other->empty())
            collectChanges(item.value(), *other, key + QLatin1Char('.'), keys);
        else
            keys << key;
    }
}

QString nameIn(const QString& key) {
    return key.section(QLatin1Char('.'), -1);
}

QString sectionOf(const QString& key) {
    return key.section(QLatin1Char('.'), 0, -2);
}

} // namespace

QStringList differingKeys(const Json& now, const Json& before) {
    QStringList keys;
    collectChanges(now, before, {}, keys);
    return keys;
}

FieldDraft::FieldDraft(Json descriptions, Json values, QObject* parent)
    : QObject(parent), m_fields(std::move(descriptions)), m_values(std::move(values)) {}

void FieldDraft::replace(const Json& values) {
    m_values = values;
    m_refused.clear();
    Q_EMIT wasReset();
}

QString FieldDraft::standIn(const QString&) const {
    return {};
}

FieldDraft::FieldId FieldDraft::idOf(const QString& key) const {
    const QString kindKey = m_fields.kindKeyOf(key);
    if (kindKey.isEmpty()) return {key, {}};
    const QString kind = valueText(value(kindKey));
    return {key, m_fields.kindsWith(key).contains(kind) ? kind : QString()};
}

void FieldDraft::refuse(const QString& key, const QString& problem) {
    m_refused[idOf(key)] = problem;
    Q_EMIT problemChanged(key);
}

QStringList FieldDraft::refusedKeys() const {
    QStringList keys;
    for (const auto& [id, problem] : m_refused)
        if (id == idOf(id.first)) keys << id.first;
    return keys;
}

Json FieldDraft::value(const QString& key) const {
    const auto pointer = pointerTo(key);
    return m_values.contains(pointer) ? m_values.at(pointer) : Json();
}

// With the alternatives in force, an outer one before those inside it.
Json FieldDraft::defaults() const {
    Json kinds = Json::object();
    for (const QString& kindKey : m_fields.kindKeys())
        if (const Json kind = value(kindKey); !kind.is_null()) kinds[pointerTo(kindKey)] = kind;
    return complete(kinds);
}

Json FieldDraft::byDefault(const QString& key) const {
    const Json all = defaults();
    const auto pointer = pointerTo(key);
    return all.contains(pointer) ? all.at(pointer) : Json();
}

// Members of the alternative that was left are unknown to the new one; what all alternatives share stays.
Json FieldDraft::withKind(const QString& kindKey, const Json& kind) const {
    Json values = m_values;
    const QString section = sectionOf(kindKey);
    const auto members = m_fields.members(kindKey, valueText(value(kindKey)));
    for (const QString& member : members)
        if (const auto owner = pointerTo(sectionOf(member)); values.contains(owner))
            values[owner].erase(nameIn(member).toStdString());
    values[pointerTo(section)][nameIn(kindKey).toStdString()] = kind;
    return values;
}

QString FieldDraft::set(const QString& key, const Json& value) {
    Json values = m_values;
    if (m_fields.kindKeys().contains(key))
        values = withKind(key, value);
    else
        values[pointerTo(key)] = value;
    try {
        Json taken = take(values);
        const bool wasRefused = m_refused.erase(idOf(key)) > 0;
        const bool isOther = taken != m_values;
        m_values = std::move(taken);
        if (isOther) Q_EMIT changed(key);
        if (wasRefused) Q_EMIT problemChanged(key);
        return {};
    } catch (const Error& error) { // the value is the user's: what it lacks is shown at its field
        const QString problem = errorText(error);
        refuse(key, problem);
        return problem;
    }
}

bool FieldDraft::isChanged(const QString& key) const {
    return value(key) != byDefault(key);
}

QStringList FieldDraft::changedKeys() const {
    return differingKeys(m_values, defaults());
}

void FieldDraft::reset(const QString& key) {
    set(key, byDefault(key));
}

QString FieldDraft::problemOf(const QString& key) const {
    if (const auto refused = m_refused.find(idOf(key)); refused != m_refused.end()) return refused->second;
    for (const ConfigProblem& problem : problems())
        if (key == QString::fromStdString(problem.key)) return problemText(problem);
    return {};
}

} // namespace fettle::ui

#include "ui/widgets/config_draft.h"

#include "ui/text/error_text.h"
#include "ui/text/problem_text.h"
#include "ui/widgets/field_texts.h"

#include <QHash>

namespace fettle::ui {

namespace {

Json::json_pointer pointerTo(const QString& key) {
    return Json::json_pointer("/" + QString(key).replace(QLatin1Char('.'), QLatin1Char('/')).toStdString());
}

QString sectionOf(const QString& key) {
    return key.section(QLatin1Char('.'), 0, 0);
}

// Members of alternatives, with the kinds that have one of this name.
const QHash<QString, QStringList>& kindsOfMembers() {
    static const QHash<QString, QStringList> all = [] {
        QHash<QString, QStringList> kinds;
        for (const Json& field : describeFields())
            if (field.at("kind").is_string())
                kinds[QString::fromStdString(field.at("key").get<std::string>())]
                    << QString::fromStdString(field.at("kind").get<std::string>());
        return kinds;
    }();
    return all;
}

Json defaultsOf(const RunConfig& config) {
    RunConfig fresh;
    std::visit([&](const auto& own) { fresh.objective = std::decay_t<decltype(own)>(); }, config.objective);
    std::visit([&](const auto& own) { fresh.adapter = std::decay_t<decltype(own)>(); }, config.adapter);
    std::visit([&](const auto& own) { fresh.optimizer.kind = std::decay_t<decltype(own)>(); }, config.optimizer.kind);
    return toJson(fresh);
}

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

} // namespace

ConfigDraft::ConfigDraft(QObject* parent) : QObject(parent), m_json(toJson(m_config)) {}

void ConfigDraft::setConfig(const RunConfig& config) {
    m_config = config;
    m_json = toJson(config);
    m_refused.clear();
    Q_EMIT wasReset();
}

void ConfigDraft::setMachine(const QString& device, std::int64_t threads) {
    if (device == m_device && threads == m_threads) return;
    m_device = device;
    m_threads = threads;
    Q_EMIT changed(QStringLiteral("device"));
}

RunConfig ConfigDraft::runConfig() const {
    RunConfig config = m_config;
    if (config.device == "auto") config.device = m_device.toStdString();
    if (config.threads == 0) config.threads = m_threads;
    return config;
}

ConfigDraft::FieldId ConfigDraft::idOf(const QString& key) const {
    const QStringList kinds = kindsOfMembers().value(key);
    if (kinds.isEmpty()) return {key, {}};
    const QString kind = valueText(value(sectionOf(key) + QStringLiteral(".kind")));
    return {key, kinds.contains(kind) ? kind : QString()};
}

void ConfigDraft::refuse(const QString& key, const QString& problem) {
    m_refused[idOf(key)] = problem;
    Q_EMIT problemChanged(key);
}

QStringList ConfigDraft::refusedKeys() const {
    QStringList keys;
    for (const auto& [id, problem] : m_refused)
        if (id == idOf(id.first)) keys << id.first;
    return keys;
}

Json ConfigDraft::value(const QString& key) const {
    const auto pointer = pointerTo(key);
    return m_json.contains(pointer) ? m_json.at(pointer) : Json();
}

Json ConfigDraft::byDefault(const QString& key) const {
    const Json defaults = defaultsOf(m_config);
    const auto pointer = pointerTo(key);
    return defaults.contains(pointer) ? defaults.at(pointer) : Json();
}

QString ConfigDraft::set(const QString& key, const Json& value) {
    Json json = m_json;
    if (key.endsWith(QLatin1String(".kind")) && key != QLatin1String("schedule.kind")) {
        // Members of the alternative that was left are unknown to the new one: nothing of it stays.
        Json section = {{"kind", value}};
        const Json& before = json.at(sectionOf(key).toStdString());
        if (key == QLatin1String("optimizer.kind"))
            for (const char* common : {"learning_rate", "weight_decay", "max_grad_norm"})
                section[common] = before.at(common);
        json[sectionOf(key).toStdString()] = section;
    } else {
        json[pointerTo(key)] = value;
    }
    try {
        RunConfig config = parseRunConfig(json);
        const bool wasRefused = m_refused.erase(idOf(key)) > 0;
        const bool isOther = !(config == m_config);
        m_config = std::move(config);
        m_json = toJson(m_config);
        if (isOther) Q_EMIT changed(key);
        if (wasRefused) Q_EMIT problemChanged(key);
        return {};
    } catch (const Error& error) { // the value is the user's: what it lacks is shown at its field
        const QString problem = errorText(error);
        refuse(key, problem);
        return problem;
    }
}

bool ConfigDraft::isChanged(const QString& key) const {
    return value(key) != byDefault(key);
}

QStringList ConfigDraft::changedKeys() const {
    QStringList keys;
    collectChanges(m_json, defaultsOf(m_config), {}, keys);
    return keys;
}

void ConfigDraft::reset(const QString& key) {
    set(key, byDefault(key));
}

QString ConfigDraft::problemOf(const QString& key) const {
    if (const auto refused = m_refused.find(idOf(key)); refused != m_refused.end()) return refused->second;
    for (const ConfigProblem& problem : validate(m_config))
        if (key == QString::fromStdString(problem.key)) return problemText(problem);
    return {};
}

} // namespace fettle::ui

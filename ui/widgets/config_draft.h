#pragma once

#include "core/config/run_config.h"

#include <QHash>
#include <QObject>
#include <QStringList>

namespace fettle::ui {

// A configuration while it is edited, field by field; several forms may show parts of one draft. config() is always
// complete and readable: a value that is out of range stays with its field as a problem until it is mended.
class ConfigDraft : public QObject {
    Q_OBJECT
public:
    explicit ConfigDraft(QObject* parent = nullptr);

    void setConfig(const RunConfig& config); // replaces all; wasReset()
    [[nodiscard]] const RunConfig& config() const { return m_config; }

    // "adapter.r", "data.train" ...; the value is refused with a sentence, or taken (empty). Changing a "kind" brings
    // the new alternative's defaults.
    QString set(const QString& key, const Json& value);
    [[nodiscard]] Json value(const QString& key) const;     // null: the alternative in force has no such field
    [[nodiscard]] Json byDefault(const QString& key) const; // of the alternative in force
    [[nodiscard]] bool isChanged(const QString& key) const;
    [[nodiscard]] QStringList changedKeys() const; // leaf fields that differ from their defaults
    void reset(const QString& key);

    // What is wrong with a field, by form and by validate(); empty: nothing.
    [[nodiscard]] QString problemOf(const QString& key) const;
    [[nodiscard]] bool isComplete() const { return m_refused.isEmpty(); } // no field holds a refused value

Q_SIGNALS:
    void changed(const QString& key); // config() is another one
    void problemChanged(const QString& key);
    void wasReset(); // anything may have changed

private:
    void take(Json json);

    RunConfig m_config;
    Json m_json;                       // toJson(m_config)
    QHash<QString, QString> m_refused; // key -> why its value was refused
};

} // namespace fettle::ui

#pragma once

#include "core/config/run_config.h"

#include <QObject>
#include <QStringList>

#include <map>
#include <utility>

namespace fettle::ui {

// A configuration while it is edited, field by field; several forms may show parts of one draft. config() is always
// complete and readable: what was typed and cannot be taken stays with its field as a problem until it is mended.
class ConfigDraft : public QObject {
    Q_OBJECT
public:
    explicit ConfigDraft(QObject* parent = nullptr);

    void setConfig(const RunConfig& config); // replaces all; wasReset()
    [[nodiscard]] const RunConfig& config() const { return m_config; }
    // What "auto" and 0 stand for on this machine, by the user's settings.
    void setMachine(const QString& device, std::int64_t threads);
    [[nodiscard]] RunConfig runConfig() const; // as a run would get it: with the device that will really be used

    // "adapter.r", "data.train" ...; the value is refused with a sentence, or taken (empty). Changing a "kind" brings
    // the new alternative's defaults.
    QString set(const QString& key, const Json& value);
    void refuse(const QString& key, const QString& problem); // what was typed into the field has no such meaning
    [[nodiscard]] Json value(const QString& key) const;      // null: the alternative in force has no such field
    [[nodiscard]] Json byDefault(const QString& key) const;  // of the alternative in force
    [[nodiscard]] bool isChanged(const QString& key) const;
    [[nodiscard]] QStringList changedKeys() const; // leaf fields that differ from their defaults
    void reset(const QString& key);

    // What is wrong with a field, by form and by validate(); empty: nothing.
    [[nodiscard]] QString problemOf(const QString& key) const;
    // A refusal belongs to the alternative that it was typed for: it counts while that one is in force.
    [[nodiscard]] bool isRefused(const QString& key) const { return m_refused.contains(idOf(key)); }
    [[nodiscard]] QStringList refusedKeys() const;
    [[nodiscard]] bool isComplete() const { return refusedKeys().isEmpty(); }

Q_SIGNALS:
    void changed(const QString& key); // config() is another one
    void problemChanged(const QString& key);
    void wasReset(); // anything may have changed

private:
    using FieldId = std::pair<QString, QString>; // key, kind of the alternative that it is a member of
    [[nodiscard]] FieldId idOf(const QString& key) const;

    RunConfig m_config;
    Json m_json;                          // toJson(m_config)
    std::map<FieldId, QString> m_refused; // why
    QString m_device = QStringLiteral("auto");
    std::int64_t m_threads = 0;
};

} // namespace fettle::ui

#pragma once

#include "core/config/run_config.h"
#include "ui/widgets/field_table.h"

#include <QObject>

#include <map>
#include <utility>
#include <vector>

namespace fettle::ui {

// Values of described fields while they are edited, field by field; several forms may show parts of one draft. The
// values are always complete and readable: what was typed and cannot be taken stays with its field as a problem until
// it is mended.
class FieldDraft : public QObject {
    Q_OBJECT
public:
    // "adapter.r", "data.train" ...; the value is refused with a sentence, or taken (empty). Changing a "kind" brings
    // the new alternative's defaults.
    QString set(const QString& key, const Json& value);
    void refuse(const QString& key, const QString& problem); // what was typed into the field has no such meaning
    [[nodiscard]] Json value(const QString& key) const;      // null: the alternative in force has no such field
    [[nodiscard]] Json byDefault(const QString& key) const;  // of the alternatives in force
    [[nodiscard]] bool isChanged(const QString& key) const;
    [[nodiscard]] QStringList changedKeys() const; // leaf fields that differ from their defaults
    void reset(const QString& key);

    // What is wrong with a field, by form and by problems(); empty: nothing.
    [[nodiscard]] QString problemOf(const QString& key) const;
    // A refusal belongs to the alternative that it was typed for: it counts while that one is in force.
    [[nodiscard]] bool isRefused(const QString& key) const { return m_refused.contains(idOf(key)); }
    [[nodiscard]] QStringList refusedKeys() const;
    [[nodiscard]] bool isComplete() const { return refusedKeys().isEmpty(); }

    [[nodiscard]] const FieldTable& fields() const { return m_fields; }
    [[nodiscard]] virtual QString controlName(const QString& key) const = 0; // of the field's control, for tests
    [[nodiscard]] virtual QString standIn(const QString& key) const;         // what a null there means; empty: nothing

Q_SIGNALS:
    void changed(const QString& key); // a value is another one
    void problemChanged(const QString& key);
    void wasReset(); // anything may have changed

protected:
    FieldDraft(Json descriptions, Json values, QObject* parent);
    void replace(const Json& values); // all of them; wasReset()
    // Reads and keeps `values`, and gives them back in full. Error{BadConfig}: they stay as they were.
    virtual Json take(const Json& values) = 0;
    // The defaults of everything, with these alternatives chosen.
    [[nodiscard]] virtual Json complete(const Json& kinds) const = 0;
    [[nodiscard]] virtual std::vector<ConfigProblem> problems() const { return {}; }

private:
    using FieldId = std::pair<QString, QString>; // key, kind of the alternative that it is a member of
    [[nodiscard]] FieldId idOf(const QString& key) const;
    [[nodiscard]] Json withKind(const QString& kindKey, const Json& kind) const;
    [[nodiscard]] Json defaults() const;

    const FieldTable m_fields;
    Json m_values;
    std::map<FieldId, QString> m_refused; // why
};

// Leaf keys whose values differ; a section that is there on one side only counts as one.
[[nodiscard]] QStringList differingKeys(const Json& now, const Json& before);

} // namespace fettle::ui

#pragma once

#include "core/base/json.h"

#include <QHash>
#include <QStringList>

namespace fettle::ui {

// Described fields (describeFields()) by key, with what belongs to which alternative: "adapter.r" is a member of the
// alternatives of "adapter.kind"; alternatives may lie anywhere below ("model.quantization.kind").
class FieldTable {
public:
    explicit FieldTable(Json descriptions);

    [[nodiscard]] const Json& all() const { return m_all; }                  // in the order of fields()
    [[nodiscard]] const QStringList& kindKeys() const { return m_kindKeys; } // outer ones first
    [[nodiscard]] QString kindKeyOf(const QString& key) const;               // empty: in force with any kind
    [[nodiscard]] QStringList kindsWith(const QString& key) const;           // that have a member of this name
    [[nodiscard]] QStringList members(const QString& kindKey, const QString& kind) const;

private:
    [[nodiscard]] static QString ownerOf(const QString& key, const Json& kind, const QHash<QString, Json>& choices);

    Json m_all;
    QStringList m_kindKeys;
    QHash<QString, QString> m_owners;    // member -> its "kind"
    QHash<QString, QStringList> m_kinds; // member -> kinds that have it
};

[[nodiscard]] QString keyOf(const Json& field);  // of a description
[[nodiscard]] QString kindOf(const Json& field); // the alternative that it is a member of; empty: none
[[nodiscard]] Json::json_pointer pointerTo(const QString& key);

} // namespace fettle::ui

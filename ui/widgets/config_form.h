#pragma once

#include "ui/widgets/field_draft.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace fettle::ui {

class ConfigRow;
class Disclosure;

// Rows for a part of a draft, built from core's fields() and the table of facts: label, control, unit or default, help
// on hover and F1, the problem under the field. Choosing another kind of a tagged section changes the rows below it.
class ConfigForm : public QWidget {
    Q_OBJECT
public:
    enum class Fields { Simple, Advanced, Both }; // Both: the advanced ones folded below

    // `sections`: "adapter", "optimizer", ... or single keys: "seed", "data.max_length". Empty: everything that has a
    // control.
    ConfigForm(FieldDraft* draft, QStringList sections, Fields fields, QWidget* parent = nullptr);

    void insertBelow(const QString& key, QWidget* line); // a line of the page's own
    void setHidden(const QStringList& keys);             // fields that the page shows by other means
    void setChoices(const QString& key, const QStringList& values, const QStringList& texts); // e.g. the devices here
    void setNote(const QString& key, const QString& note); // secondary text beside the control, instead of the default
    void setStart(const QString& key, const Json& value);  // a field's first value when it shall count
    [[nodiscard]] int changedCount() const;                // fields of this form that differ from their defaults
    [[nodiscard]] QWidget* control(const QString& key) const;

private:
    void build();
    void addRow(const Json& field, QVBoxLayout* layout);
    [[nodiscard]] bool isWanted(const Json& field) const;
    [[nodiscard]] bool isAdvanced(const Json& field) const;
    void follow(const QString& editedKey);
    void showRows();
    [[nodiscard]] int changedAmong(bool onlyAdvanced) const;

    FieldDraft* m_draft;
    QStringList m_sections, m_hidden;
    Fields m_fields;
    std::vector<ConfigRow*> m_rows;
    std::vector<ConfigRow*> m_advancedRows; // among them
    Disclosure* m_advanced = nullptr;
};

} // namespace fettle::ui

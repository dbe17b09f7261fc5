#pragma once

#include "core/base/json.h"
#include "ui/widgets/form_line.h"

namespace fettle::ui {

class FieldControl;
class FieldDraft;
class SegmentedChoice;

// One field of a draft in a form.
class ConfigRow : public FormLine {
    Q_OBJECT
public:
    ConfigRow(FieldDraft* draft, const Json& field, QWidget* parent = nullptr);

    [[nodiscard]] const QString& key() const { return m_key; }
    [[nodiscard]] FieldControl* control() const { return m_control; }
    [[nodiscard]] bool isInForce() const; // its alternative is the chosen one, and no other field counts instead
    void setOwnNote(const QString& note); // instead of unit and default
    void setStart(const Json& value);     // its first value when it shall count instead of its rival
    void follow();                        // shows what the draft holds
    void showProblem();

private:
    ConfigRow(FieldDraft* draft, const Json& field, FieldControl* control, QWidget* parent);
    void nameControl(const QString& help);
    void addSwitch(const QString& loser, const QString& winner);
    void choose(const QString& wanted);
    void onEdited(const Json& value);
    [[nodiscard]] QString defaultNote() const;

    FieldDraft* m_draft;
    QString m_key, m_kind, m_kindKey, m_winner, m_rival, m_ownNote;
    Json m_start;
    FieldControl* m_control;
    SegmentedChoice* m_switch = nullptr; // where one of two fields counts: which one
};

} // namespace fettle::ui

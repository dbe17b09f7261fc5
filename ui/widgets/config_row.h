#pragma once

#include "core/base/json.h"

#include <QWidget>

namespace fettle::ui {

class ConfigDraft;
class FieldControl;
class Label;

// One field of a form: label, control, unit and default, and below what is wrong with it.
class ConfigRow : public QWidget {
    Q_OBJECT
public:
    ConfigRow(ConfigDraft* draft, const Json& field, QWidget* parent = nullptr);

    [[nodiscard]] const QString& key() const { return m_key; }
    [[nodiscard]] FieldControl* control() const { return m_control; }
    [[nodiscard]] bool isInForce() const; // its alternative is the chosen one
    void setNote(const QString& note);    // instead of the default
    void follow();                        // shows what the draft holds
    void showProblem();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void onEdited(const Json& value);
    [[nodiscard]] QString defaultNote() const;

    ConfigDraft* m_draft;
    QString m_key, m_kind, m_note;
    FieldControl* m_control;
    Label* m_name;
    Label* m_aside;
    Label* m_problem;
    bool m_isNarrow = false;
};

} // namespace fettle::ui

#pragma once

#include "ui/widgets/field_control.h"

#include <QStringList>

class QCheckBox;
class QComboBox;

namespace fettle::ui {

class SegmentedChoice;

class ComboControl : public FieldControl {
    Q_OBJECT
public:
    ComboControl(const QString& key, const QStringList& choices);
    void show(const Json& value) override;
    void setChoices(const QStringList& values, const QStringList& texts) override;
    [[nodiscard]] QWidget* main() const override;

private:
    QComboBox* m_box;
    QStringList m_values, m_texts;
};

class SegmentsControl : public FieldControl {
    Q_OBJECT
public:
    SegmentsControl(const QString& key, const QStringList& choices);
    void show(const Json& value) override;
    [[nodiscard]] QWidget* main() const override;

protected:
    [[nodiscard]] int usualWidth() const override { return 0; }

private:
    SegmentedChoice* m_choice;
};

// Some of the choices, each with a box to tick; the list has them in the choices' order.
class SeveralControl : public FieldControl {
    Q_OBJECT
public:
    SeveralControl(const QString& key, const QStringList& choices);
    void show(const Json& value) override;
    [[nodiscard]] QWidget* main() const override;

private:
    [[nodiscard]] Json value() const;

    QWidget* m_group;
    QStringList m_choices;
    QList<QCheckBox*> m_boxes;
};

class SwitchControl : public FieldControl {
    Q_OBJECT
public:
    explicit SwitchControl(const QString& key);
    void show(const Json& value) override;
    [[nodiscard]] QWidget* main() const override;

protected:
    [[nodiscard]] int usualWidth() const override { return 0; }

private:
    QCheckBox* m_box;
};

} // namespace fettle::ui

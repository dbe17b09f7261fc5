#pragma once

#include "ui/widgets/field_control.h"

#include <optional>

class QLineEdit;
class QSlider;

namespace fettle::ui {

// A number in the user's notation, or as 2e-4. Arrow keys change it.
class NumberControl : public FieldControl {
    Q_OBJECT
public:
    NumberControl(bool isInteger, bool isNullable);
    void show(const Json& value) override;
    void setPlaceholder(const QString& text) override;
    [[nodiscard]] QWidget* main() const override;
    [[nodiscard]] std::optional<Json> parsed() const; // what stands in it; nothing: no number
    [[nodiscard]] QString problem() const;            // what is needed instead

protected:
    [[nodiscard]] int usualWidth() const override { return 0; }
    bool eventFilter(QObject* watched, QEvent* event) override;
    void step(int direction);
    void onEdited();

    bool m_isInteger, m_isNullable;
    QLineEdit* m_edit;
};

// The same beside a slider over powers of two.
class PowerControl : public NumberControl {
    Q_OBJECT
public:
    PowerControl(const QString& key, bool isInteger);
    void show(const Json& value) override;

protected:
    [[nodiscard]] int usualWidth() const override { return FieldControl::usualWidth(); }

private:
    void onSlid(int exponent);
    void moveSlider(const Json& value);

    QSlider* m_slider;
};

// Two numbers side by side.
class PairControl : public FieldControl {
    Q_OBJECT
public:
    PairControl();
    void show(const Json& value) override;
    [[nodiscard]] QWidget* main() const override;

protected:
    [[nodiscard]] int usualWidth() const override { return 0; }

private:
    void onEdited();

    NumberControl* m_parts[2];
};

} // namespace fettle::ui

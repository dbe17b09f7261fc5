#pragma once

#include "ui/widgets/field_control.h"

class QLineEdit;
class QPlainTextEdit;

namespace fettle::ui {

class PathField;

// One line; an empty one is null where that is allowed.
class TextControl : public FieldControl {
    Q_OBJECT
public:
    explicit TextControl(bool isNullable);
    void show(const Json& value) override;
    void setPlaceholder(const QString& text) override;
    [[nodiscard]] QWidget* main() const override;

protected:
    [[nodiscard]] virtual Json valueOf(const QString& text) const;
    [[nodiscard]] virtual QString textOf(const Json& value) const;

private:
    void onEdited();

    bool m_isNullable;
    QLineEdit* m_edit;
};

// "all-linear", a regular expression, or names with commas between.
class WordsControl : public TextControl {
    Q_OBJECT
public:
    WordsControl();

protected:
    [[nodiscard]] Json valueOf(const QString& text) const override;
    [[nodiscard]] QString textOf(const Json& value) const override;
};

// "name=8, other=16".
class MapControl : public TextControl {
    Q_OBJECT
public:
    enum class Values { Text, Integers, Numbers };
    explicit MapControl(Values values);

protected:
    [[nodiscard]] Json valueOf(const QString& text) const override;
    [[nodiscard]] QString textOf(const Json& value) const override;

private:
    [[nodiscard]] Json partOf(const QString& text) const;

    Values m_values;
};

// One text a line.
class LinesControl : public FieldControl {
    Q_OBJECT
public:
    LinesControl();
    void show(const Json& value) override;
    void setPlaceholder(const QString& text) override;
    [[nodiscard]] QWidget* main() const override;

private:
    [[nodiscard]] Json value() const;

    QPlainTextEdit* m_edit;
};

class PathControl : public FieldControl {
    Q_OBJECT
public:
    explicit PathControl(const QString& key);
    void show(const Json& value) override;
    void setPlaceholder(const QString& text) override;
    [[nodiscard]] QWidget* main() const override;

private:
    PathField* m_field;
    bool m_isNullable;
};

} // namespace fettle::ui

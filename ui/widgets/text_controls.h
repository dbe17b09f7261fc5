#pragma once

#include "ui/widgets/field_control.h"
#include "ui/widgets/path_field.h"

#include <optional>

class QLineEdit;
class QPlainTextEdit;

namespace fettle::ui {

// One line; an empty one is null where that is allowed.
class TextControl : public FieldControl {
    Q_OBJECT
public:
    explicit TextControl(bool isNullable);
    void show(const Json& value) override;
    void setPlaceholder(const QString& text) override;
    [[nodiscard]] QWidget* main() const override;

protected:
    [[nodiscard]] virtual std::optional<Json> valueOf(const QString& text) const; // nothing: it has no such meaning
    [[nodiscard]] virtual QString textOf(const Json& value) const;
    [[nodiscard]] virtual QString problem() const { return {}; } // what is needed instead

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
    [[nodiscard]] std::optional<Json> valueOf(const QString& text) const override;
};

// "0, 1, 5".
class IntegersControl : public TextControl {
    Q_OBJECT
public:
    IntegersControl();

protected:
    [[nodiscard]] std::optional<Json> valueOf(const QString& text) const override;
    [[nodiscard]] QString textOf(const Json& value) const override;
    [[nodiscard]] QString problem() const override;
};

// "1, 0.5": a comma stands between parts, so that numbers have a point in every locale.
class NumbersControl : public TextControl {
    Q_OBJECT
public:
    NumbersControl();

protected:
    [[nodiscard]] std::optional<Json> valueOf(const QString& text) const override;
    [[nodiscard]] QString textOf(const Json& value) const override;
    [[nodiscard]] QString problem() const override;
};

// "name=8, other=16". A comma stands between parts, so that numbers have a point in every locale.
class MapControl : public TextControl {
    Q_OBJECT
public:
    enum class Values { Text, Integers, Numbers };
    explicit MapControl(Values values);

protected:
    [[nodiscard]] std::optional<Json> valueOf(const QString& text) const override;
    [[nodiscard]] QString textOf(const Json& value) const override;
    [[nodiscard]] QString problem() const override;

private:
    [[nodiscard]] std::optional<Json> partOf(const QString& text) const;

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
    PathControl(PathField::Kind kind, bool isNullable);
    void show(const Json& value) override;
    void setPlaceholder(const QString& text) override;
    [[nodiscard]] QWidget* main() const override;

private:
    PathField* m_field;
    bool m_isNullable;
};

} // namespace fettle::ui

#pragma once

#include "core/base/json.h"

#include <QWidget>

namespace fettle::ui {

// What edits one field of a configuration. It follows show(), and tells of what the user did.
class FieldControl : public QWidget {
    Q_OBJECT
public:
    explicit FieldControl(QWidget* parent = nullptr);
    QSize sizeHint() const override;          // long ones are equally wide; a short one has its hint right behind it
    virtual void show(const Json& value) = 0; // without edited()
    virtual void setChoices(const QStringList& values, const QStringList& texts);
    virtual void setPlaceholder(const QString& text); // what an empty field means
    [[nodiscard]] virtual QWidget* main() const = 0;  // carries focus, name and help

protected:
    [[nodiscard]] virtual int usualWidth() const; // at 100 %; 0: as wide as what is in it

Q_SIGNALS:
    void edited(const fettle::Json& value);
    void failed(const QString& problem); // what was typed has no such meaning
};

// By the field's description (describeFields()).
[[nodiscard]] FieldControl* makeFieldControl(const Json& field);

} // namespace fettle::ui

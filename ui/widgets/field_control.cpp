#include "ui/widgets/field_control.h"

#include "ui/widgets/choice_controls.h"
#include "ui/widgets/field_facts.h"
#include "ui/widgets/field_table.h"
#include "ui/widgets/number_controls.h"
#include "ui/widgets/style.h"
#include "ui/widgets/text_controls.h"

namespace fettle::ui {

namespace {

constexpr int kWidth = 320;

QStringList choicesOf(const Json& field) {
    QStringList choices;
    for (const Json& choice : field.at("choices"))
        choices << QString::fromStdString(choice.get<std::string>());
    return choices;
}

FieldControl* controlByType(const QString& type, bool isNullable, const QString& key) {
    if (type == QLatin1String("boolean")) return new SwitchControl(key);
    if (type == QLatin1String("integer")) return new NumberControl(true, isNullable);
    if (type == QLatin1String("number")) return new NumberControl(false, isNullable);
    if (type == QLatin1String("two numbers")) return new PairControl;
    if (type == QLatin1String("list of strings")) return new LinesControl;
    if (type == QLatin1String("list of integers")) return new IntegersControl;
    if (type == QLatin1String("list of numbers")) return new NumbersControl;
    if (type == QLatin1String("string or list of strings")) return new WordsControl;
    if (type == QLatin1String("map of strings")) return new MapControl(MapControl::Values::Text);
    if (type == QLatin1String("map of integers")) return new MapControl(MapControl::Values::Integers);
    if (type == QLatin1String("map of numbers")) return new MapControl(MapControl::Values::Numbers);
    return new TextControl(isNullable);
}

} // namespace

FieldControl::FieldControl(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

QSize FieldControl::sizeHint() const {
    const QSize inside = QWidget::sizeHint();
    return usualWidth() == 0 ? inside : QSize(scaled(usualWidth()), inside.height());
}

int FieldControl::usualWidth() const {
    return kWidth;
}

void FieldControl::setChoices(const QStringList&, const QStringList&) {}
void FieldControl::setPlaceholder(const QString&) {}

FieldControl* makeFieldControl(const Json& field) {
    const QString key = keyOf(field);
    const QString type = QString::fromStdString(field.at("type").get<std::string>());
    const bool isNullable = field.at("nullable").get<bool>();
    const QStringList choices = choicesOf(field);
    switch (factsOf(key).control) {
    case ControlKind::Segments:
        return new SegmentsControl(key, choices);
    case ControlKind::Combo:
        return new ComboControl(key, choices);
    case ControlKind::Power:
        return new PowerControl(key, type == QLatin1String("integer"));
    case ControlKind::File:
        return new PathControl(PathField::Kind::OpenFile, isNullable);
    case ControlKind::Folder:
        return new PathControl(PathField::Kind::Folder, isNullable);
    case ControlKind::ByType:
    case ControlKind::Elsewhere:
        break;
    }
    if (choices.isEmpty()) return controlByType(type, isNullable, key);
    if (type == QLatin1String("list of strings")) return new SeveralControl(key, choices);
    return new ComboControl(key, choices);
}

} // namespace fettle::ui

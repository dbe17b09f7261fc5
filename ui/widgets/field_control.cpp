#include "ui/widgets/field_control.h"

#include "ui/widgets/choice_controls.h"
#include "ui/widgets/number_controls.h"
#include "ui/widgets/style.h"
#include "ui/widgets/text_controls.h"

namespace fettle::ui {

namespace {

constexpr int kWidth = 240;

bool isPath(const QString& key) {
    return key.endsWith(QLatin1String("path")) || key.endsWith(QLatin1String("chat_template")) ||
           key.endsWith(QLatin1String("init_from"));
}

} // namespace

FieldControl::FieldControl(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize FieldControl::sizeHint() const {
    return {scaled(kWidth), QWidget::sizeHint().height()};
}

void FieldControl::setChoices(const QStringList&, const QStringList&) {}
void FieldControl::setPlaceholder(const QString&) {}

FieldControl* makeFieldControl(const Json& field) {
    const QString key = QString::fromStdString(field.at("key").get<std::string>());
    const QString type = QString::fromStdString(field.at("type").get<std::string>());
    QStringList choices;
    for (const Json& choice : field.at("choices"))
        choices << QString::fromStdString(choice.get<std::string>());
    if (key.endsWith(QLatin1String(".kind")) && choices.size() > 1 && choices.size() <= 4 &&
        key != QLatin1String("schedule.kind"))
        return new SegmentsControl(key, choices);
    if (!choices.isEmpty() || key == QLatin1String("device")) return new ComboControl(key, choices);
    if (type == QLatin1String("boolean")) return new SwitchControl(key);
    if (key == QLatin1String("adapter.r") || key == QLatin1String("adapter.lora_alpha"))
        return new PowerControl(key, type == QLatin1String("integer"));
    if (type == QLatin1String("integer")) return new NumberControl(true, field.at("nullable").get<bool>());
    if (type == QLatin1String("number")) return new NumberControl(false, field.at("nullable").get<bool>());
    if (type == QLatin1String("two numbers")) return new PairControl;
    if (type == QLatin1String("list of strings")) return new LinesControl;
    if (type == QLatin1String("string or list of strings")) return new WordsControl;
    if (type.startsWith(QLatin1String("map of")))
        return new MapControl(type.endsWith(QLatin1String("strings"))    ? MapControl::Values::Text
                              : type.endsWith(QLatin1String("integers")) ? MapControl::Values::Integers
                                                                         : MapControl::Values::Numbers);
    if (isPath(key)) return new PathControl(key);
    return new TextControl(field.at("nullable").get<bool>());
}

} // namespace fettle::ui

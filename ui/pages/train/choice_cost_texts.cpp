#include "ui/pages/train/choice_cost_texts.h"

#include "ui/text/numbers.h"
#include "ui/widgets/config_form.h"
#include "ui/widgets/field_texts.h"

#include <QCoreApplication>

namespace fettle::ui {

void showChoiceCosts(ConfigForm& form, const QString& key, const Plan& plan) {
    QStringList values, texts;
    if (!key.endsWith(QLatin1String(".kind"))) {
        values << QStringLiteral("auto");
        texts << choiceText(key, values.front());
    }
    for (const ChoiceCost& cost : plan.costs) {
        if (key != QString::fromStdString(cost.key)) continue;
        values << QString::fromStdString(cost.value);
        //: A choice, then the memory that a run takes with it.
        texts << QCoreApplication::translate("ChoiceCosts", "%1 \u2013 %2")
                     .arg(choiceText(key, values.back()), sizeText(cost.bytes));
    }
    form.setChoices(key, values, texts);
}

} // namespace fettle::ui

#include "ui/pages/model_facts.h"

#include "ui/models/base_models_model.h"
#include "ui/text/names.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>

namespace fettle::ui {

namespace {

struct ModelFacts { // where translators find these texts
    Q_DECLARE_TR_FUNCTIONS(fettle::ui::ModelFacts)
};

} // namespace

QString modelFacts(const QModelIndex& index) {
    const QString problem = index.data(BaseModelsModel::ProblemRole).toString();
    if (!problem.isEmpty()) return ModelFacts::tr("Cannot be used: %1").arg(problem);
    //: Family, parameters, number format, size of the files, context length, template.
    return ModelFacts::tr("%1, %2 parameters, %3, %4, context %5, %6")
        .arg(index.data(BaseModelsModel::FamilyRole).toString(),
             shortCountText(index.data(BaseModelsModel::ParametersRole).toDouble()),
             shortDtype(index.data(BaseModelsModel::DtypeRole).toString()),
             sizeText(index.data(BaseModelsModel::BytesRole).toULongLong()),
             countText(index.data(BaseModelsModel::ContextRole).toLongLong()),
             index.data(BaseModelsModel::TemplateRole).toBool() ? ModelFacts::tr("chat template")
                                                                : ModelFacts::tr("no chat template"));
}

} // namespace fettle::ui

#include "ui/pages/models/base_model_tile.h"

#include "ui/models/base_models_model.h"
#include "ui/text/names.h"
#include "ui/text/numbers.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace fettle::ui {

namespace {

QString memoryLine(const QModelIndex& model) {
    const quint64 lora = model.data(BaseModelsModel::LoraBytesRole).toULongLong();
    const quint64 full = model.data(BaseModelsModel::FullBytesRole).toULongLong();
    if (lora == 0 || full == 0) return {};
    //: Memory that training needs, by method.
    return BaseModelTile::tr("LoRA needs %1, full tuning %2").arg(sizeText(lora), sizeText(full));
}

} // namespace

BaseModelTile::BaseModelTile(const QModelIndex& model, QWidget* parent) : Card(model.data().toString(), parent) {
    const QString path = model.data(BaseModelsModel::PathRole).toString();
    setObjectName(QStringLiteral("model.") + path);
    auto* place = new Label(model.data(BaseModelsModel::PlaceRole).toString(), TextRole::Secondary);
    place->setWordWrap(false);
    header()->addWidget(place);
    setToolTip(path);
    const QString problem = model.data(BaseModelsModel::ProblemRole).toString();
    if (!problem.isEmpty()) {
        auto* what = new Label(tr("Cannot be used"), TextRole::Strong);
        what->setInk(Ink::Warning);
        content()->addWidget(what);
        content()->addWidget(new Label(problem, TextRole::Secondary));
        content()->addStretch();
        return;
    }
    addFacts(model);
    content()->addStretch();
    addButtons(path, model.data().toString());
}

void BaseModelTile::addFacts(const QModelIndex& model) {
    const auto add = [this](const QString& line) {
        if (!line.isEmpty()) content()->addWidget(new Label(line));
    };
    add(tr("%1, %2 parameters, %3, %4")
            .arg(model.data(BaseModelsModel::FamilyRole).toString(),
                 shortCountText(model.data(BaseModelsModel::ParametersRole).toDouble()),
                 shortDtype(model.data(BaseModelsModel::DtypeRole).toString()),
                 sizeText(model.data(BaseModelsModel::BytesRole).toULongLong())));
    add(tr("context %1, vocabulary %2, %3")
            .arg(countText(model.data(BaseModelsModel::ContextRole).toLongLong()),
                 countText(model.data(BaseModelsModel::VocabularyRole).toLongLong()),
                 model.data(BaseModelsModel::TemplateRole).toBool() ? tr("chat template") : tr("no chat template")));
    add(memoryLine(model));
}

void BaseModelTile::addButtons(const QString& path, const QString& name) {
    auto* train = new Button(tr("Use for training"));
    train->setObjectName(QStringLiteral("train.") + path);
    train->setAccessibleName(tr("Use %1 for training").arg(name));
    auto* chat = new Button(tr("Chat"));
    chat->setObjectName(QStringLiteral("chat.") + path);
    chat->setAccessibleName(tr("Chat with %1").arg(name));
    auto* row = new QHBoxLayout;
    row->addWidget(train);
    row->addWidget(chat);
    row->addStretch();
    content()->addLayout(row);
    connect(train, &QPushButton::clicked, this, [this, path] { Q_EMIT trainRequested(path); });
    connect(chat, &QPushButton::clicked, this, [this, path] { Q_EMIT chatRequested(path); });
}

} // namespace fettle::ui

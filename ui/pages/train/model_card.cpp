#include "ui/pages/train/model_card.h"

#include "ui/pages/model_facts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>

namespace fettle::ui {

ModelCard::ModelCard(BaseModelsModel& models, ConfigDraft& draft, QWidget* parent)
    : Card(tr("Model"), parent), m_models(models), m_draft(draft), m_choice(new QComboBox),
      m_facts(new Label({}, TextRole::Secondary)) {
    m_choice->setObjectName(QStringLiteral("trainModel"));
    m_choice->setAccessibleName(tr("Base model"));
    m_choice->setModel(&models);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* open = new Button(tr("Open folder..."));
    open->setObjectName(QStringLiteral("trainOpenModel"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_choice, 1);
    row->addWidget(open);
    content()->addLayout(row);
    content()->addWidget(m_facts);
    connect(m_choice, &QComboBox::activated, this, &ModelCard::choose);
    connect(open, &QPushButton::clicked, this, &ModelCard::askForFolder);
    connect(&models, &BaseModelsModel::refreshed, this, &ModelCard::show);
    connect(&models, &BaseModelsModel::added, this, &ModelCard::show);
    connect(&draft, &ConfigDraft::wasReset, this, &ModelCard::show);
    connect(&draft, &ConfigDraft::changed, this, &ModelCard::show);
    show();
}

void ModelCard::choose(int row) {
    const QModelIndex index = m_models.index(row);
    if (index.data(BaseModelsModel::UsableRole).toBool())
        m_draft.set(QStringLiteral("model.path"), index.data(BaseModelsModel::PathRole).toString().toStdString());
    show();
}

void ModelCard::show() {
    const QString path = QString::fromStdString(m_draft.config().model.path);
    const int row = m_models.rowOf(path);
    m_choice->setCurrentIndex(row);
    m_choice->setPlaceholderText(path);
    if (row >= 0)
        m_facts->setText(modelFacts(m_models.index(row)));
    else
        m_facts->setText(m_models.isReading() ? tr("Looking for models...")
                                              : tr("Not among the models found: %1").arg(path));
}

void ModelCard::askForFolder() {
    auto* dialog = new QFileDialog(this, tr("Open a model's folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        m_models.addFolder(folder);
        m_draft.set(QStringLiteral("model.path"), folder.toStdString());
    });
    dialog->open();
}

} // namespace fettle::ui

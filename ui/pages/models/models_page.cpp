#include "ui/pages/models/models_page.h"

#include "ui/pages/models/base_model_tile.h"
#include "ui/pages/models/get_model_card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/label.h"
#include "ui/widgets/page_column.h"
#include "ui/widgets/path_field.h"

#include <QFileDialog>
#include <QVBoxLayout>

namespace fettle::ui {

namespace {

constexpr int kTileWidth = 320;

} // namespace

ModelsPage::ModelsPage(Workspace& workspace, QWidget* parent)
    : Page(parent), m_workspace(workspace), m_openFolder(new QAction(tr("Open folder..."), this)),
      m_get(new QAction(tr("Get a model..."), this)),
      m_refresh(new QAction(icon(QStringLiteral("refresh")), tr("Look again"), this)), m_search(new SearchField),
      m_tiles(new QWidget), m_flow(new FlowLayout(kGroupGap, kTileWidth, m_tiles)),
      m_state(new Label({}, TextRole::Secondary)), m_getModel(new GetModelCard(workspace)) {
    m_openFolder->setObjectName(QStringLiteral("openModelFolder"));
    m_get->setObjectName(QStringLiteral("getModel"));
    m_refresh->setObjectName(QStringLiteral("refreshModels"));
    m_search->setObjectName(QStringLiteral("modelSearch"));
    m_search->setAccessibleName(tr("Find models"));
    m_search->setPlaceholderText(tr("Find models"));
    auto* column = new PageColumn;
    for (QWidget* part : std::initializer_list<QWidget*>{m_getModel, m_search, m_tiles, m_state})
        column->content()->addWidget(part);
    column->content()->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(column);
    connect(m_openFolder, &QAction::triggered, this, &ModelsPage::chooseFile);
    connect(m_get, &QAction::triggered, m_getModel, &GetModelCard::begin);
    connect(m_getModel, &GetModelCard::trainRequested, this, &ModelsPage::trainRequested);
    connect(m_refresh, &QAction::triggered, this, [this] {
        m_state->setText(tr("Looking for models..."));
        m_workspace.baseModels.refresh(m_workspace.settings.modelFolders());
    });
    connect(m_search, &QLineEdit::textChanged, this, &ModelsPage::filter);
    connect(&workspace.baseModels, &BaseModelsModel::refreshed, this, &ModelsPage::rebuild);
    connect(&workspace.baseModels, &BaseModelsModel::added, this, &ModelsPage::rebuild);
    connect(&workspace.baseModels, &BaseModelsModel::failed, this, &ModelsPage::rebuild);
    rebuild();
}

void ModelsPage::rebuild() {
    while (QLayoutItem* item = m_flow->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was clicked
        delete item;
    }
    const BaseModelsModel& models = m_workspace.baseModels;
    for (int row = 0; row < models.rowCount(); ++row)
        addTile(models.index(row));
    filter(m_search->text());
    m_state->setText(models.isReading()
                         ? tr("Looking for models...")
                         : tr("Models are looked for in the folders named in Settings and in the hub's cache. Drop a "
                              "model's folder on the window to add it."));
}

void ModelsPage::addTile(const QModelIndex& model) {
    auto* tile = new BaseModelTile(model);
    const QString name = model.data().toString();
    m_flow->addWidget(tile);
    connect(tile, &BaseModelTile::trainRequested, this, &ModelsPage::trainRequested);
    connect(tile, &BaseModelTile::chatRequested, this,
            [this, name](const QString& path) { Q_EMIT chatRequested(ResultRef::ofBase(path, name)); });
}

void ModelsPage::filter(const QString& text) {
    const BaseModelsModel& models = m_workspace.baseModels;
    for (int row = 0; row < m_flow->count() && row < models.rowCount(); ++row) {
        const bool isWanted = models.index(row).data().toString().contains(text, Qt::CaseInsensitive);
        m_flow->itemAt(row)->widget()->setVisible(isWanted);
    }
}

void ModelsPage::open(const QStringList& paths) {
    for (const QString& path : paths)
        m_workspace.baseModels.addFolder(path);
}

void ModelsPage::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("Open a model's folder, or a folder of models"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) { open({folder}); });
    dialog->open();
}

void ModelsPage::cancel() {
    m_getModel->hide();
}

void ModelsPage::find() {
    m_search->setFocus(Qt::ShortcutFocusReason);
}

} // namespace fettle::ui

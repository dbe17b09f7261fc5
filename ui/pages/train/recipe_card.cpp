#include "ui/pages/train/recipe_card.h"

#include "ui/widgets/button.h"
#include "ui/widgets/field_facts.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/form_line.h"
#include "ui/widgets/message_strip.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace fettle::ui {

namespace {

constexpr int kLeastChoiceWidth = 120;

} // namespace

RecipeCard::RecipeCard(RecipeStore& recipes, ConfigDraft& draft, QWidget* parent)
    : Card(tr("Run"), parent), m_recipes(recipes), m_draft(draft), m_name(new QLineEdit), m_choice(new QComboBox),
      m_error(new ErrorStrip) {
    m_name->setObjectName(QStringLiteral("trainName"));
    m_choice->setObjectName(QStringLiteral("trainRecipe"));
    m_choice->setAccessibleName(tr("Recipe"));
    m_choice->setModel(&recipes);
    m_choice->setPlaceholderText(tr("Start from a recipe..."));
    m_choice->setMinimumWidth(scaled(kLeastChoiceWidth)); // else as wide as the placeholder, in any language
    auto* save = new Button(tr("Save as recipe"));
    save->setObjectName(QStringLiteral("trainSaveRecipe"));
    auto* remove = new IconButton(QStringLiteral("trash"), tr("Delete this recipe"));
    remove->setObjectName(QStringLiteral("trainRemoveRecipe"));
    auto* reset = new Button(tr("Reset"));
    reset->setObjectName(QStringLiteral("trainReset"));
    reset->setToolTip(tr("All settings to their defaults; model and data stay"));

    m_name->setAccessibleName(tr("Name of the run"));
    auto* chosen = new QWidget;
    auto* pair = new QHBoxLayout(chosen);
    pair->setContentsMargins(0, 0, 0, 0);
    pair->addWidget(m_choice, 1);
    pair->addWidget(remove);
    auto* recipe = new QWidget;
    auto* parts = new FlowLayout(kGap, 0, recipe); // a long language takes two lines
    for (QWidget* part : std::initializer_list<QWidget*>{chosen, save, reset})
        parts->addWidget(part);
    recipe->setFocusProxy(m_choice);
    content()->addWidget(new FormLine(tr("&Name"), m_name, nullptr));
    content()->addWidget(new FormLine(tr("&Recipe"), recipe, nullptr));
    content()->addWidget(m_error);

    connect(m_name, &QLineEdit::textEdited, this,
            [this](const QString& text) { m_draft.set(QStringLiteral("name"), text.toStdString()); });
    connect(m_choice, &QComboBox::activated, this, &RecipeCard::load);
    connect(save, &QPushButton::clicked, this, &RecipeCard::save);
    connect(remove, &QPushButton::clicked, this, &RecipeCard::remove);
    connect(reset, &QPushButton::clicked, this, &RecipeCard::reset);
    connect(&recipes, &RecipeStore::loaded, this, [this](const QString&, const RunConfig& config) {
        m_draft.setRecipe(QString::fromStdString(config.name), config);
        m_draft.setConfig(config);
    });
    connect(&recipes, &RecipeStore::failed, m_error, &ErrorStrip::showError);
    connect(&recipes, &RecipeStore::refreshed, this, &RecipeCard::showRecipe);
    connect(&draft, &ConfigDraft::recipeChanged, this, &RecipeCard::showRecipe);
    connect(&recipes, &RecipeStore::saved, this, [this] { Q_EMIT noticed(tr("The recipe is saved.")); });
    connect(&draft, &ConfigDraft::wasReset, this, &RecipeCard::showName);
    connect(&draft, &ConfigDraft::changed, this, &RecipeCard::showName);
    showName();
    showRecipe();
}

void RecipeCard::load(int row) {
    m_error->hide();
    m_recipes.load(m_recipes.index(row).data(RecipeStore::FileRole).toString());
}

void RecipeCard::save() {
    m_error->hide();
    if (const QStringList refused = m_draft.refusedKeys(); !refused.isEmpty())
        return m_error->showMessage(MessageStrip::Kind::Warning,
                                    tr("Correct \u201C%1\u201D before this is saved.").arg(fieldLabel(refused.front())),
                                    m_draft.problemOf(refused.front()));
    m_recipes.save(QString::fromStdString(m_draft.config().name), m_draft.config());
}

void RecipeCard::remove() {
    const QModelIndex index = m_recipes.index(m_choice->currentIndex());
    if (!index.isValid()) return;
    if (index.data(RecipeStore::BundledRole).toBool())
        Q_EMIT noticed(tr("A bundled recipe stays."));
    else
        m_recipes.remove(index.data(RecipeStore::FileRole).toString());
}

void RecipeCard::reset() {
    RunConfig fresh;
    fresh.name = m_draft.config().name;
    fresh.model.path = m_draft.config().model.path;
    fresh.data.train = m_draft.config().data.train;
    m_draft.setRecipe({}, RunConfig{});
    m_draft.setConfig(fresh);
}

void RecipeCard::showRecipe() {
    m_choice->setCurrentIndex(m_draft.recipeName().isEmpty() ? -1 : m_recipes.rowOf(m_draft.recipeName()));
}

void RecipeCard::showName() {
    const QString name = QString::fromStdString(m_draft.config().name);
    if (m_name->text() != name) m_name->setText(name);
}

} // namespace fettle::ui

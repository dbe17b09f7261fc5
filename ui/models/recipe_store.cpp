#include "ui/models/recipe_store.h"

#include "core/base/files.h"
#include "core/config/recipes.h"

#include <algorithm>

namespace fettle::ui {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> jsonFilesIn(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code absent;
    for (const auto& entry : fs::directory_iterator(folder, absent))
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

std::optional<RunConfig> configIn(const fs::path& file) {
    try {
        return readRecipe(file);
    } catch (const Error&) { // says why when it is loaded
        return std::nullopt;
    }
}

QString saveRecipe(const fs::path& folder, const QString& name, RunConfig config) {
    config.name = name.toStdString();
    QString stem;
    for (const QChar letter : name.simplified().toLower())
        stem += letter.isLetterOrNumber() ? letter : QLatin1Char('-');
    makeFolder(folder);
    const fs::path file = folder / ((stem.isEmpty() ? "recipe" : stem.toStdString()) + ".json");
    writeJson(file, nonDefaults(config));
    return QString::fromStdString(file.string());
}

} // namespace

RecipeStore::RecipeStore(QString ownFolder, QObject* parent)
    : QAbstractListModel(parent), m_folder(std::move(ownFolder)) {}

std::vector<RecipeStore::Recipe> RecipeStore::read(const QString& ownFolder) {
    std::vector<Recipe> recipes;
    const auto add = [&](const fs::path& folder, bool isBundled) {
        for (const fs::path& file : jsonFilesIn(folder)) {
            Recipe recipe{{}, QString::fromStdString(file.string()), isBundled, configIn(file)};
            recipe.name = QString::fromStdString(recipe.config ? recipe.config->name : file.stem().string());
            recipes.push_back(std::move(recipe));
        }
    };
    add(recipeFolder(), true);
    add(ownFolder.toStdString(), false);
    return recipes;
}

void RecipeStore::refresh() {
    runInBackground(
        this, [folder = m_folder] { return read(folder); },
        [this](std::vector<Recipe> recipes) {
            beginResetModel();
            m_recipes = std::move(recipes);
            endResetModel();
            m_isRead = true;
            Q_EMIT refreshed();
        },
        [this](const Error& error) { Q_EMIT failed(error); });
}

void RecipeStore::load(const QString& file) {
    runInBackground(
        this, [file] { return readRecipe(file.toStdString()); },
        [this, file](const RunConfig& config) { Q_EMIT loaded(file, config); },
        [this](const Error& error) { Q_EMIT failed(error); });
}

void RecipeStore::save(const QString& name, const RunConfig& config) {
    runInBackground(
        this, [folder = m_folder.toStdString(), name, config] { return saveRecipe(folder, name, config); },
        [this](const QString& file) {
            Q_EMIT saved(file);
            refresh();
        },
        [this](const Error& error) { Q_EMIT failed(error); });
}

void RecipeStore::remove(const QString& file) {
    const auto found = std::ranges::find(m_recipes, file, &Recipe::file);
    if (found == m_recipes.end() || found->isBundled) return;
    runInBackground(
        this, [path = file.toStdString()] { fs::remove(path); }, [this] { refresh(); },
        [this](const Error& error) { Q_EMIT failed(error); });
}

int RecipeStore::rowOf(const QString& name) const {
    const auto found = std::ranges::find(m_recipes, name, &Recipe::name);
    return found == m_recipes.end() ? -1 : static_cast<int>(found - m_recipes.begin());
}

const std::optional<RunConfig>& RecipeStore::config(int row) const {
    return m_recipes[static_cast<std::size_t>(row)].config;
}

RunConfig RecipeStore::startFor(const RunConfig& config) const {
    for (const Recipe& recipe : m_recipes)
        if (recipe.isBundled && recipe.config && recipe.config->model.path == config.model.path &&
            recipe.config->objective.index() == config.objective.index())
            return *recipe.config;
    return {};
}

int RecipeStore::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_recipes.size());
}

QVariant RecipeStore::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Recipe& recipe = m_recipes[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return recipe.name;
    case Qt::ToolTipRole:
    case FileRole:
        return recipe.file;
    case BundledRole:
        return recipe.isBundled;
    default:
        return {};
    }
}

} // namespace fettle::ui

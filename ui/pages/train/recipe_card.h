#pragma once

#include "ui/models/recipe_store.h"
#include "ui/widgets/card.h"
#include "ui/widgets/config_draft.h"

class QComboBox;
class QLineEdit;

namespace fettle::ui {

class ErrorStrip;

// The run's name, and the recipe that the settings start from.
class RecipeCard : public Card {
    Q_OBJECT
public:
    RecipeCard(RecipeStore& recipes, ConfigDraft& draft, QWidget* parent = nullptr);

Q_SIGNALS:
    void noticed(const QString& text); // one sentence on what was done

private:
    void load(int row);
    void save();
    void remove();
    void reset();
    void showName();
    void showRecipe();

    RecipeStore& m_recipes;
    ConfigDraft& m_draft;
    QLineEdit* m_name;
    QComboBox* m_choice;
    ErrorStrip* m_error;
};

} // namespace fettle::ui

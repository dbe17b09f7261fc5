#pragma once

#include "ui/models/recipe_store.h"
#include "ui/widgets/config_draft.h"

namespace fettle::ui {

// What `now` becomes because its base model, method or adapter is another one than in `before`: settings that still
// were what the former pair starts from become what the new one starts from; so does the learning rate in any case.
[[nodiscard]] RunConfig withOwnDefaults(const RunConfig& before, const RunConfig& now, const RecipeStore& recipes);

// Watches a draft and does that when somebody chooses another model or method; undo() brings back what was.
class OwnDefaults : public QObject {
    Q_OBJECT
public:
    OwnDefaults(const RecipeStore& recipes, ConfigDraft& draft, QObject* parent = nullptr);

public Q_SLOTS:
    void undo();

Q_SIGNALS:
    void taken(const QStringList& keys, const fettle::RunConfig& before); // what changed besides the choice itself
    void outdated(); // something else changed since: there is nothing to undo any more

private:
    void onChanged(const QString& key);

    const RecipeStore& m_recipes;
    ConfigDraft& m_draft;
    RunConfig m_last;
    RunConfig m_before, m_startBefore; // what undo() brings back
    QString m_recipeBefore;
    bool m_isTaking = false;
};

} // namespace fettle::ui

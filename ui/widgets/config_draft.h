#pragma once

#include "ui/widgets/field_draft.h"

namespace fettle::ui {

// A run's configuration while it is edited.
class ConfigDraft : public FieldDraft {
    Q_OBJECT
public:
    explicit ConfigDraft(QObject* parent = nullptr);

    void setConfig(const RunConfig& config); // replaces all; wasReset()
    [[nodiscard]] const RunConfig& config() const { return m_config; }
    // What "auto" and 0 stand for on this machine, by the user's settings.
    void setMachine(const QString& device, std::int64_t threads);
    [[nodiscard]] RunConfig runConfig() const; // as a run would get it: with the device that will really be used

    // The recipe that the settings started from; an empty name: the defaults.
    void setRecipe(const QString& name, const RunConfig& recipe);
    [[nodiscard]] const QString& recipeName() const { return m_recipeName; }
    [[nodiscard]] const RunConfig& recipe() const { return m_recipe; }
    // Settings that differ from it; name, model and data are no settings but what they are for.
    [[nodiscard]] QStringList changedFromRecipe() const;

    [[nodiscard]] QString controlName(const QString& key) const override; // "config.adapter.r"
    [[nodiscard]] QString standIn(const QString& key) const override;

Q_SIGNALS:
    void recipeChanged();

protected:
    Json take(const Json& values) override;
    [[nodiscard]] Json complete(const Json& kinds) const override;
    [[nodiscard]] std::vector<ConfigProblem> problems() const override { return validate(m_config); }

private:
    RunConfig m_config, m_recipe;
    QString m_recipeName;
    QString m_device = QStringLiteral("auto");
    std::int64_t m_threads = 0;
};

} // namespace fettle::ui

#include "ui/widgets/config_draft.h"

#include "ui/text/numbers.h"

namespace fettle::ui {

ConfigDraft::ConfigDraft(QObject* parent) : FieldDraft(describeFields(), toJson(RunConfig{}), parent) {}

void ConfigDraft::setConfig(const RunConfig& config) {
    m_config = config;
    replace(toJson(config));
}

void ConfigDraft::setMachine(const QString& device, std::int64_t threads) {
    if (device == m_device && threads == m_threads) return;
    m_device = device;
    m_threads = threads;
    Q_EMIT changed(QStringLiteral("device"));
}

RunConfig ConfigDraft::runConfig() const {
    RunConfig config = m_config;
    if (config.device == "auto") config.device = m_device.toStdString();
    if (config.threads == 0) config.threads = m_threads;
    return config;
}

void ConfigDraft::setRecipe(const QString& name, const RunConfig& recipe) {
    m_recipeName = name;
    m_recipe = recipe;
    Q_EMIT recipeChanged();
}

QStringList ConfigDraft::changedFromRecipe() const {
    QStringList keys = differingKeys(toJson(m_config), toJson(m_recipe));
    keys.removeIf([](const QString& key) {
        return key == QLatin1String("name") || key == QLatin1String("model.path") || key == QLatin1String("data.train");
    });
    return keys;
}

QString ConfigDraft::controlName(const QString& key) const {
    return QStringLiteral("config.") + key;
}

QString ConfigDraft::standIn(const QString& key) const {
    return key == QLatin1String("optimizer.learning_rate") ? learningRateText(methodLearningRate(m_config)) : QString();
}

Json ConfigDraft::take(const Json& values) {
    m_config = parseRunConfig(values);
    return toJson(m_config);
}

Json ConfigDraft::complete(const Json& kinds) const {
    return toJson(parseRunConfig(kinds));
}

} // namespace fettle::ui

#include "ui/pages/train/own_defaults.h"

#include <utility>

namespace fettle::ui {

namespace {

// What is chosen itself or belongs to the machine; of the optimizer only the learning rate follows the method.
bool isKept(const QString& key) {
    static const QStringList kKept = {
        QStringLiteral("version"),   QStringLiteral("seed"),      QStringLiteral("device"),
        QStringLiteral("threads"),   QStringLiteral("model"),     QStringLiteral("adapter"),
        QStringLiteral("objective"), QStringLiteral("optimizer"), QStringLiteral("checkpoint")};
    return kKept.contains(key.section(QLatin1Char('.'), 0, 0));
}

Json at(const Json& all, const QString& key) {
    const auto pointer = pointerTo(key);
    return all.contains(pointer) ? all.at(pointer) : Json();
}

QString placeName(const std::string& path) {
    return QString::fromStdString(path).section(QLatin1Char('/'), -1, -1, QString::SectionSkipEmpty);
}

// The start of a pair that no recipe is for: named after what it is, with no learning rate but the method's own.
RunConfig startOf(const RunConfig& config, const RecipeStore& recipes) {
    RunConfig start = recipes.startFor(config);
    if (start.name == RunConfig{}.name) {
        const std::string method = toJson(config)["objective"]["kind"].get<std::string>();
        start.name = placeName(config.model.path).toStdString() + " " + method;
    }
    if (rolloutsOf(config.objective) != nullptr) start.evaluation.metric = "eval_reward"; // their loss says little
    if (start.adapter.index() != config.adapter.index()) start.optimizer.learningRate.reset();
    return start;
}

} // namespace

RunConfig withOwnDefaults(const RunConfig& before, const RunConfig& now, const RecipeStore& recipes) {
    const Json was = toJson(before), former = toJson(startOf(before, recipes)), next = toJson(startOf(now, recipes));
    Json wanted = toJson(now);
    for (const QString& key : differingKeys(next, former))
        if (!isKept(key) && at(was, key) == at(former, key)) wanted[pointerTo(key)] = at(next, key);
    wanted["optimizer"]["learning_rate"] = next["optimizer"]["learning_rate"];
    if (before.name == RunConfig{}.name) wanted["name"] = next["name"];
    return parseRunConfig(wanted);
}

OwnDefaults::OwnDefaults(const RecipeStore& recipes, ConfigDraft& draft, QObject* parent)
    : QObject(parent), m_recipes(recipes), m_draft(draft), m_last(draft.config()) {
    connect(&draft, &ConfigDraft::changed, this, &OwnDefaults::onChanged);
    connect(&draft, &ConfigDraft::wasReset, this, [this] {
        m_last = m_draft.config();
        Q_EMIT outdated();
    });
}

void OwnDefaults::onChanged(const QString& key) {
    if (m_isTaking) return;
    const bool isChoice = key == QLatin1String("model.path") || key == QLatin1String("objective.kind") ||
                          key == QLatin1String("adapter.kind");
    if (!isChoice) {
        m_last = m_draft.config();
        return Q_EMIT outdated();
    }
    m_before = m_last;
    m_recipeBefore = m_draft.recipeName();
    m_startBefore = m_draft.recipe();
    const Json chosen = toJson(m_draft.config());
    const Json wanted = toJson(withOwnDefaults(m_before, m_draft.config(), m_recipes));
    QStringList keys = differingKeys(wanted, chosen);
    m_isTaking = true;
    for (const QString& changed : std::as_const(keys))
        m_draft.set(changed, at(wanted, changed));
    m_isTaking = false;
    m_last = m_draft.config();
    const RunConfig start = m_recipes.startFor(m_last);
    m_draft.setRecipe(start == RunConfig{} ? QString() : QString::fromStdString(start.name), start);
    // Where none is given, the same nothing is another rate now.
    const QString rate = QStringLiteral("optimizer.learning_rate");
    if (!keys.contains(rate) && methodLearningRate(m_last) != methodLearningRate(m_before)) keys << rate;
    if (keys.isEmpty())
        Q_EMIT outdated();
    else
        Q_EMIT taken(keys, m_before);
}

void OwnDefaults::undo() {
    const RunConfig before = m_before; // the reset below makes it the latest
    m_draft.setRecipe(m_recipeBefore, RunConfig(m_startBefore));
    m_draft.setConfig(before);
}

} // namespace fettle::ui

#include "ui/pages/train/draft_keeper.h"

#include "core/config/recipes.h"

namespace fettle::ui {

namespace {

const QString kDraft = QStringLiteral("train/draft");

// What was saved by an older version, or damaged, makes room for the first configuration.
RunConfig configFrom(const std::string& saved) {
    if (saved.empty()) return readRecipe(recipeFolder() / "pocket-chat.json");
    try {
        return parseRunConfig(parseJson(saved, "the saved form"));
    } catch (const Error&) {
        return readRecipe(recipeFolder() / "pocket-chat.json");
    }
}

} // namespace

DraftKeeper::DraftKeeper(Settings& settings, ConfigDraft& draft, QObject* parent)
    : QObject(parent), m_settings(settings), m_draft(draft) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(500);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::save);
    restore();
}

void DraftKeeper::restore() {
    const auto follow = [this] {
        connect(&m_draft, &ConfigDraft::changed, &m_timer, qOverload<>(&QTimer::start));
        connect(&m_draft, &ConfigDraft::wasReset, &m_timer, qOverload<>(&QTimer::start));
        m_isRestored = true;
        Q_EMIT restored();
    };
    runInBackground(
        this, [saved = m_settings.state(kDraft).toString().toStdString()] { return configFrom(saved); },
        [this, follow](const RunConfig& config) {
            m_draft.setConfig(config);
            follow();
        },
        [follow](const Error&) { follow(); });
}

void DraftKeeper::save() {
    m_settings.setState(kDraft, QString::fromStdString(toLine(toJson(m_draft.config()))));
}

} // namespace fettle::ui

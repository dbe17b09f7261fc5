#include "ui/pages/train/train_page.h"

#include "core/base/files.h"
#include "ui/pages/train/asking_card.h"
#include "ui/pages/train/config_card.h"
#include "ui/pages/train/data_card.h"
#include "ui/pages/train/device_card.h"
#include "ui/pages/train/draft_keeper.h"
#include "ui/pages/train/method_card.h"
#include "ui/pages/train/model_card.h"
#include "ui/pages/train/own_defaults_strip.h"
#include "ui/pages/train/plan_card.h"
#include "ui/pages/train/recipe_card.h"
#include "ui/pages/train/start_gate.h"
#include "ui/pages/train/sweep_card.h"
#include "ui/pages/train/training_card.h"
#include "ui/widgets/config_form.h"
#include "ui/widgets/field_facts.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/page_column.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace fettle::ui {

namespace {

constexpr int kPlanWidth = 308, kRoomForPlan = 820;
constexpr int kPlanMargin = 12; // with the page's scroll bar behind it, a page's margin
const QString kRecipe = QStringLiteral("train/recipe"), kFirstRecipe = QStringLiteral("pocket chat");

QString ownRecipes() {
    return QString::fromStdString((dataHome() / "recipes").string());
}

// Stays in view while the form scrolls; a small window scrolls the plan by itself.
QScrollArea* stickyArea() {
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inside = new QWidget;
    auto* layout = new QVBoxLayout(inside);
    layout->setContentsMargins(0, kGroupGap, kPlanMargin, kPageMargin);
    layout->addStretch(1);
    area->setWidget(inside);
    return area;
}

Json jsonOf(const DataFileConfig& file) {
    Json json = {{"path", file.path}, {"format", file.format}};
    if (!file.columns.empty()) json["columns"] = file.columns;
    if (file.limit > 0) json["limit"] = file.limit;
    return json;
}

} // namespace

TrainPage::TrainPage(Workspace& workspace, QWidget* parent)
    : Page(parent), m_workspace(workspace), m_recipes(ownRecipes()), m_ownDefaults(m_recipes, m_draft),
      m_start(new QAction(this)), m_column(new PageColumn), m_beside(stickyArea()),
      m_plan(new PlanCard(workspace, m_planner, m_draft)), m_error(new ErrorStrip),
      m_keeper(new DraftKeeper(workspace.settings, m_draft, this)), m_sweep(new SweepCard(m_draft)) {
    m_start->setObjectName(QStringLiteral("startTraining"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_column);
    m_column->setBeside(m_beside, kPlanWidth);
    addCards(*m_column);
    placePlan();
    connectParts();
    followSettings();
    followRecipe();
    m_recipes.refresh();
    showStart();
}

void TrainPage::addCards(PageColumn& column) {
    auto* recipe = new RecipeCard(m_recipes, m_draft);
    auto* data = new DataCard(m_planner, m_draft);
    auto* watching = new Card(tr("Evaluation and checkpoints"));
    watching->content()->addWidget(new ConfigForm(&m_draft, keysOf(FormPart::Evaluation), ConfigForm::Fields::Both));
    for (QWidget* part : std::initializer_list<QWidget*>{
             m_error, new OwnDefaultsStrip(m_ownDefaults, m_draft), recipe,
             new ModelCard(m_workspace.baseModels, m_draft), data, new MethodCard(m_workspace.runs, m_draft),
             new TrainingCard(m_planner, m_draft), new DeviceCard(m_workspace.devices, m_planner, m_draft), watching,
             new AskingCard(m_workspace, m_draft), m_sweep, new ConfigCard(m_draft)})
        column.content()->addWidget(part);
    column.content()->addStretch(1);
    connect(recipe, &RecipeCard::noticed, this, &TrainPage::messageShown);
    connect(data, &DataCard::inspectRequested, this, [this](const DataFileConfig& file) {
        RunConfig config = m_draft.config();
        config.data.train = {file};
        Q_EMIT inspectRequested(config);
    });
}

void TrainPage::connectParts() {
    connect(m_start, &QAction::triggered, this, &TrainPage::start);
    connect(m_sweep, &SweepCard::sweepRequested, this, &TrainPage::startAll);
    connect(m_plan, &PlanCard::readinessChanged, this, &TrainPage::showStart);
    connect(&m_draft, &ConfigDraft::changed, this, &TrainPage::plan);
    connect(&m_draft, &ConfigDraft::wasReset, this, &TrainPage::plan);
    connect(&m_workspace.registry, &RunRegistry::created, this, &TrainPage::onCreated);
    connect(&m_workspace.registry, &RunRegistry::createFailed, this, [this](const Error& error) {
        if (!std::exchange(m_isStarting, false)) return;
        m_waiting.clear();
        m_error->showError(error);
        showStart();
    });
    connect(&m_workspace.registry, &RunRegistry::stateChanged, this, &TrainPage::showStart);
}

void TrainPage::followSettings() {
    const auto setMachine = [this] {
        m_draft.setMachine(m_workspace.settings.device(), m_workspace.settings.threads());
    };
    connect(&m_workspace.settings, &Settings::deviceChanged, this, setMachine);
    connect(&m_workspace.settings, &Settings::threadsChanged, this, setMachine);
    setMachine();
    const auto setDevices = [this] { m_planner.setDevices(m_workspace.devices.devices()); };
    connect(&m_workspace.devices, &QAbstractItemModel::modelReset, this, setDevices);
    setDevices();
}

// The recipe that the form starts from survives a restart as the form itself does.
void TrainPage::followRecipe() {
    connect(&m_recipes, &RecipeStore::refreshed, this, [this] {
        const int row = m_recipes.rowOf(m_workspace.settings.state(kRecipe, kFirstRecipe).toString());
        if (row >= 0 && m_recipes.config(row))
            m_draft.setRecipe(m_recipes.index(row).data().toString(), *m_recipes.config(row));
    });
    connect(&m_draft, &ConfigDraft::recipeChanged, this,
            [this] { m_workspace.settings.setState(kRecipe, m_draft.recipeName()); });
}

void TrainPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    placePlan();
}

// Beside the form where both have room, else the first card of the form.
void TrainPage::placePlan() {
    const bool isBeside = width() >= scaled(kRoomForPlan);
    const bool isOther = isBeside == m_beside->isHidden();
    m_column->showBeside(isBeside);
    auto* place = isBeside ? static_cast<QBoxLayout*>(m_beside->widget()->layout()) : m_column->content();
    if (place->indexOf(m_plan) < 0) place->insertWidget(0, m_plan);
    if (isOther) Q_EMIT actionsChanged(); // they end where the content ends
}

int TrainPage::contentWidth() const {
    return PageColumn::usualWidth() + (m_beside->isHidden() ? 0 : scaled(kPlanWidth) + kPlanMargin);
}

void TrainPage::open(const QStringList& paths) {
    if (!paths.isEmpty()) useData({.path = paths.front().toStdString()});
}

// The unfinished form and the recipes are read in the background: what is asked for before they came would be lost in
// the one, and know no defaults without the others.
void TrainPage::whenRestored(const std::function<void()>& act) {
    const auto again = [this, act] { whenRestored(act); };
    if (!m_keeper->isRestored())
        connect(m_keeper, &DraftKeeper::restored, this, again, Qt::SingleShotConnection);
    else if (!m_recipes.isRead())
        connect(&m_recipes, &RecipeStore::refreshed, this, again, Qt::SingleShotConnection);
    else
        act();
}

void TrainPage::useModel(const QString& path) {
    setField(QStringLiteral("model.path"), path.toStdString());
}

void TrainPage::useData(const DataFileConfig& file) {
    setField(QStringLiteral("data.train"), Json::array({jsonOf(file)}));
}

void TrainPage::useConfig(const RunConfig& config) {
    whenRestored([this, config] { m_draft.setConfig(config); });
}

void TrainPage::setField(const QString& key, const Json& value) {
    whenRestored([this, key, value] { m_draft.set(key, value); });
}

void TrainPage::plan() {
    const RunConfig config = m_draft.runConfig();
    if (m_planner.config() != config || (!m_planner.plan() && !m_planner.isBusy())) m_planner.setConfig(config);
}

void TrainPage::showStart() {
    const QString missing = startGate(m_draft, m_planner, m_workspace.runtime).missing;
    const bool waits = m_workspace.registry.isTraining();
    m_start->setText(!missing.isEmpty() ? missing : waits ? tr("Add to the queue") : tr("Start training"));
    m_start->setEnabled(missing.isEmpty() && !m_isStarting);
    m_sweep->setReady(m_start->isEnabled());
}

void TrainPage::start() {
    startAll({m_draft.runConfig()});
}

// One after the other, so that they stand in the queue in their order.
void TrainPage::startAll(const std::vector<RunConfig>& runs) {
    if (m_isStarting || !startGate(m_draft, m_planner, m_workspace.runtime).missing.isEmpty()) return;
    m_waiting.assign(runs.rbegin(), runs.rend());
    m_error->hide();
    createNext();
    showStart();
}

void TrainPage::createNext() {
    m_isStarting = !m_waiting.empty();
    if (!m_isStarting) return;
    const RunConfig next = m_waiting.back();
    m_waiting.pop_back();
    m_workspace.registry.create(next);
}

void TrainPage::onCreated(const QString& folder) {
    if (!m_isStarting) return;
    m_workspace.registry.enqueue(folder);
    createNext();
    if (m_isStarting) return;
    showStart();
    Q_EMIT runStarted(folder);
}

} // namespace fettle::ui

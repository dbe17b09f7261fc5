#include "ui/pages/train/train_page.h"

#include "core/base/files.h"
#include "ui/pages/train/config_card.h"
#include "ui/pages/train/data_card.h"
#include "ui/pages/train/draft_keeper.h"
#include "ui/pages/train/model_card.h"
#include "ui/pages/train/plan_card.h"
#include "ui/pages/train/recipe_card.h"
#include "ui/pages/train/start_gate.h"
#include "ui/text/numbers.h"
#include "ui/widgets/config_form.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/page_column.h"
#include "ui/widgets/schedule_preview.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <utility>

namespace fettle::ui {

namespace {

constexpr int kPlanWidth = 320, kRoomForBoth = 820;

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
    layout->setContentsMargins(0, kGroupGap, kPageMargin, kPageMargin);
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
    : Page(parent), m_workspace(workspace), m_recipes(ownRecipes()), m_start(new QAction(this)),
      m_column(new PageColumn), m_beside(stickyArea()), m_plan(new PlanCard(m_planner, m_draft)),
      m_error(new ErrorStrip) {
    setObjectName(QStringLiteral("trainPage"));
    m_start->setObjectName(QStringLiteral("startTraining"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_column, 1000);
    layout->addWidget(m_beside);
    layout->addStretch(1); // what a wide window has left, so that the plan stays beside the form
    addCards(*m_column);
    addForms(*m_column);
    m_column->content()->addWidget(new ConfigCard(m_draft));
    m_column->content()->addStretch(1);
    placePlan();

    connect(m_start, &QAction::triggered, this, &TrainPage::start);
    connect(m_plan, &PlanCard::readinessChanged, this, &TrainPage::showStart);
    connect(&m_draft, &ConfigDraft::changed, this, &TrainPage::onChanged);
    connect(&m_draft, &ConfigDraft::wasReset, this, &TrainPage::onChanged);
    connect(&workspace.store, &RunStore::created, this, &TrainPage::onCreated);
    connect(&workspace.store, &RunStore::failed, this, [this](const Error& error) {
        if (!std::exchange(m_isStarting, false)) return;
        m_error->showError(error);
        showStart();
    });
    connect(&workspace.devices, &QAbstractItemModel::modelReset, this, &TrainPage::showDevices);
    connect(&workspace.controller, &RunController::stateChanged, this, &TrainPage::showStart);
    connect(&workspace.controller, &RunController::stateChanged, this, &TrainPage::learnSpeed);
    connect(&workspace.runs, &RunsModel::speedSeen, &m_planner, &Planner::learnSpeed);
    connect(&m_planner, &Planner::planned, this, &TrainPage::onChanged);
    const auto setMachine = [this] {
        m_draft.setMachine(m_workspace.settings.device(), m_workspace.settings.threads());
    };
    connect(&workspace.settings, &Settings::deviceChanged, this, setMachine);
    connect(&workspace.settings, &Settings::threadsChanged, this, setMachine);
    setMachine();
    m_recipes.refresh();
    new DraftKeeper(workspace.settings, m_draft, this);
    showDevices();
    showStart();
}

void TrainPage::addCards(PageColumn& column) {
    auto* recipe = new RecipeCard(m_recipes, m_draft);
    auto* data = new DataCard(m_planner, m_draft);
    column.content()->addWidget(m_error);
    column.content()->addWidget(recipe);
    column.content()->addWidget(new ModelCard(m_workspace.baseModels, m_draft));
    column.content()->addWidget(data);
    connect(recipe, &RecipeCard::noticed, this, &TrainPage::messageShown);
    connect(data, &DataCard::inspectRequested, this, [this](const DataFileConfig& file) {
        RunConfig config = m_draft.config();
        config.data.train = {file};
        Q_EMIT inspectRequested(config);
    });
}

void TrainPage::addForms(PageColumn& column) {
    const auto addCard = [&](const QString& title, const QStringList& sections) {
        auto* card = new Card(title);
        auto* form = new ConfigForm(&m_draft, sections, ConfigForm::Fields::Both);
        card->content()->addWidget(form);
        column.content()->addWidget(card);
        return std::pair(card, form);
    };
    addCard(tr("Method"), {QStringLiteral("objective"), QStringLiteral("adapter")});
    const auto [training, trainingForm] =
        addCard(tr("Training"), {QStringLiteral("optimizer"), QStringLiteral("schedule"), QStringLiteral("batch"),
                                 QStringLiteral("duration")});
    m_optimizerForm = trainingForm;
    m_schedule = new SchedulePreview;
    m_schedule->setAccessibleName(tr("Learning rate over the run"));
    training->content()->addWidget(m_schedule);
    m_deviceForm = addCard(tr("Device and precision"),
                           {QStringLiteral("device"), QStringLiteral("threads"), QStringLiteral("precision"),
                            QStringLiteral("gradient_checkpointing"), QStringLiteral("model.dtype")})
                       .second;
    addCard(tr("Evaluation and checkpoints"),
            {QStringLiteral("evaluation"), QStringLiteral("checkpoint"), QStringLiteral("seed")});
}

void TrainPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    placePlan();
}

// Beside the form where both have room, else the first card of the form.
void TrainPage::placePlan() {
    const bool isBeside = width() >= scaled(kRoomForBoth);
    m_beside->setFixedWidth(scaled(kPlanWidth));
    m_beside->setVisible(isBeside);
    const int widest = scaled(kColumnWidth) + 2 * kPageMargin + style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    m_column->setMaximumWidth(isBeside ? widest : QWIDGETSIZE_MAX);
    auto* place = isBeside ? static_cast<QBoxLayout*>(m_beside->widget()->layout()) : m_column->content();
    if (place->indexOf(m_plan) < 0) place->insertWidget(0, m_plan);
}

void TrainPage::open(const QStringList& paths) {
    if (!paths.isEmpty()) useData({.path = paths.front().toStdString()});
}

void TrainPage::useModel(const QString& path) {
    m_draft.set(QStringLiteral("model.path"), path.toStdString());
}

void TrainPage::useData(const DataFileConfig& file) {
    m_draft.set(QStringLiteral("data.train"), Json::array({jsonOf(file)}));
}

void TrainPage::useConfig(const RunConfig& config) {
    m_draft.setConfig(config);
}

void TrainPage::showDevices() {
    QStringList values, texts;
    const DevicesModel& devices = m_workspace.devices;
    for (int row = 0; row < devices.rowCount(); ++row) {
        const QModelIndex device = devices.index(row, 0);
        values << device.data(DevicesModel::DeviceRole).toString();
        texts << device.data().toString();
    }
    m_deviceForm->setChoices(QStringLiteral("device"), values, texts);
    m_planner.setDevices(devices.devices());
}

void TrainPage::onChanged() {
    const RunConfig config = m_draft.runConfig();
    if (m_planner.config() != config || (!m_planner.plan() && !m_planner.isBusy())) m_planner.setConfig(config);
    const double peak = config.optimizer.learningRate.value_or(methodLearningRate(config));
    m_schedule->setSchedule(config.schedule, peak, m_planner.plan() ? m_planner.plan()->steps : 0);
    m_optimizerForm->setNote(QStringLiteral("optimizer.learning_rate"),
                             tr("this method's default is %1").arg(learningRateText(methodLearningRate(config))));
}

void TrainPage::showStart() {
    const QString missing = startGate(m_draft, m_planner).missing;
    const bool waits = isActive(m_workspace.controller.state());
    m_start->setText(!missing.isEmpty() ? missing : waits ? tr("Add to the queue") : tr("Start training"));
    m_start->setEnabled(missing.isEmpty() && !m_isStarting);
}

void TrainPage::start() {
    if (m_isStarting || !startGate(m_draft, m_planner).missing.isEmpty()) return;
    m_isStarting = true;
    m_error->hide();
    showStart();
    m_workspace.store.create(m_draft.runConfig());
}

void TrainPage::onCreated(const QString& folder) {
    if (!std::exchange(m_isStarting, false)) return;
    showStart();
    m_workspace.waiting.setName(folder, QString::fromStdString(m_draft.config().name));
    m_workspace.queue.add(folder);
    Q_EMIT runStarted(folder);
}

// So that the next plan can say how long it takes.
void TrainPage::learnSpeed(const QString& folder, RunState state) {
    if (state != RunState::Finished && state != RunState::Stopped) return;
    const RunData& data = m_workspace.runs.record(folder)->data();
    if (data.tokensPerSecond > 0) m_planner.learnSpeed(static_cast<double>(data.parametersTotal), data.tokensPerSecond);
}

} // namespace fettle::ui

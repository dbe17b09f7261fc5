#include "ui/pages/export/export_page.h"

#include "core/base/files.h"
#include "ui/pages/export/proof_card.h"
#include "ui/text/names.h"
#include "ui/text/numbers.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/page_column.h"
#include "ui/widgets/path_field.h"
#include "ui/widgets/segmented_choice.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <utility>

namespace fettle::ui {

namespace {

const QString kAdapter = QStringLiteral("adapter"), kMerged = QStringLiteral("merged");

QStringList proofPrompts(const QString& base, const std::optional<RunConfig>& config) {
    QStringList prompts = base == QLatin1String("pocket") ? pocketPrompts() : lecturePrompts();
    if (config)
        for (const std::string& prompt : config->evaluation.samplePrompts)
            prompts.prepend(QString::fromStdString(prompt));
    prompts.removeDuplicates();
    return prompts;
}

QString fileName(QString name) {
    static const QRegularExpression kOther(QStringLiteral("[^\\w.-]+"));
    return name.simplified().replace(kOther, QStringLiteral("-")).toLower();
}

} // namespace

ExportPage::ExportPage(Workspace& workspace, QWidget* parent)
    : Page(parent), m_workspace(workspace), m_servers(workspace.program, workspace.settings, workspace.controller),
      m_job(workspace.program), m_start(new QAction(this)), m_open(new QAction(tr("Open in Chat"), this)),
      m_run(new QComboBox), m_shards(new QComboBox), m_kind(new SegmentedChoice),
      m_target(new PathField(PathField::Kind::Folder)), m_shardRow(new QWidget),
      m_explanation(new Label({}, TextRole::Secondary)), m_spaceText(new Label({}, TextRole::Secondary)),
      m_phase(new Label), m_progressCard(new Card(tr("Writing"))), m_progress(new QProgressBar),
      m_done(new MessageStrip), m_error(new ErrorStrip), m_proof(new ProofCard(m_servers)) {
    m_start->setObjectName(QStringLiteral("startExport"));
    m_open->setObjectName(QStringLiteral("openExport"));
    m_done->setObjectName(QStringLiteral("exportDone"));
    m_runs.setSourceModel(&workspace.runs);
    m_runs.setFilterRole(RunsModel::ResultRole);
    m_runs.setFilterKeyColumn(RunsModel::Name);
    m_runs.setFilterRegularExpression(QStringLiteral("."));
    auto* column = new PageColumn;
    for (QWidget* part :
         std::initializer_list<QWidget*>{makeSourceCard(), makeTargetCard(), m_error, makeProgressCard(), m_done})
        column->content()->addWidget(part);
    column->content()->addWidget(m_proof, 1000);
    column->content()->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(column);
    m_done->addButton(m_open, true);
    connectJob();
    connect(m_start, &QAction::triggered, this, &ExportPage::start);
    connect(m_open, &QAction::triggered, this, [this] {
        const QString folder = m_job.request().target;
        Q_EMIT chatRequested({.name = folder.section(QLatin1Char('/'), -1),
                              .model = folder,
                              .base = m_job.request().base,
                              .isTuned = true});
    });
    connect(&workspace.runs, &RunsModel::refreshed, this, &ExportPage::selectPending);
    onRunChanged();
}

QWidget* ExportPage::makeSourceCard() {
    m_run->setObjectName(QStringLiteral("exportRunChoice"));
    m_run->setAccessibleName(tr("Run"));
    m_run->setModel(&m_runs);
    m_run->setModelColumn(RunsModel::Name);
    m_run->setPlaceholderText(tr("No run has a result yet"));
    m_run->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setObjectName(QStringLiteral("exportKind"));
    m_kind->setAccessibleName(tr("What is written"));
    connect(m_run, &QComboBox::currentIndexChanged, this, &ExportPage::onRunChanged);
    connect(m_kind, &SegmentedChoice::chosen, this, [this] {
        proposeTarget();
        checkSpace();
    });
    auto* card = new Card(tr("What"));
    card->content()->addWidget(m_run);
    card->content()->addWidget(m_kind, 0, Qt::AlignLeft);
    card->content()->addWidget(m_explanation);
    return card;
}

QWidget* ExportPage::makeTargetCard() {
    m_target->setObjectName(QStringLiteral("exportTarget"));
    m_target->edit()->setObjectName(QStringLiteral("exportTargetPath"));
    m_target->edit()->setAccessibleName(tr("New folder"));
    m_target->setPlaceholderText(tr("A new or empty folder"));
    m_shards->setObjectName(QStringLiteral("exportShards"));
    m_shards->setAccessibleName(tr("Largest file"));
    m_shards->addItems({QStringLiteral("5GB"), QStringLiteral("2GB"), QStringLiteral("1GB"), QStringLiteral("500MB")});
    auto* shardLabel = new Label(tr("&Largest file"));
    shardLabel->setWordWrap(false);
    shardLabel->setBuddy(m_shards);
    auto* row = new QHBoxLayout(m_shardRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(shardLabel);
    row->addWidget(m_shards);
    row->addStretch();
    connect(m_target, &PathField::pathChosen, this, [this] {
        m_isTargetOwn = true;
        checkSpace();
    });
    connect(&m_space, &SpaceCheck::checked, this, &ExportPage::showSpace);
    connect(&m_space, &SpaceCheck::failed, this, [this](const Error& error) { m_error->showError(error); });
    auto* card = new Card(tr("Where"));
    card->content()->addWidget(m_target);
    card->content()->addWidget(m_shardRow);
    card->content()->addWidget(m_spaceText);
    return card;
}

QWidget* ExportPage::makeProgressCard() {
    m_progress->setObjectName(QStringLiteral("exportProgress"));
    m_progress->setAccessibleName(tr("Progress of the export"));
    auto* stop = new Button(tr("Cancel"));
    stop->setObjectName(QStringLiteral("cancelExport"));
    connect(stop, &QPushButton::clicked, this, &ExportPage::cancel);
    auto* row = new QHBoxLayout;
    row->addWidget(m_progress, 1);
    row->addWidget(stop);
    m_progressCard->content()->addWidget(m_phase);
    m_progressCard->content()->addLayout(row);
    m_progressCard->hide();
    return m_progressCard;
}

void ExportPage::connectJob() {
    connect(&m_job, &ExportJob::progressed, this, [this](const QString& phase, qint64 done, qint64 total) {
        m_phase->setText(tr("%1...").arg(phaseText(phase)));
        m_progress->setRange(0, static_cast<int>(total > 1 ? total : 0)); // one part: a busy bar
        m_progress->setValue(static_cast<int>(done));
    });
    connect(&m_job, &ExportJob::finished, this, &ExportPage::onFinished);
    connect(&m_job, &ExportJob::failed, this, [this](const Error& error) {
        m_progressCard->hide();
        m_error->showError(error);
        showStart();
    });
    connect(&m_job, &ExportJob::cancelled, this, [this] {
        m_progressCard->hide();
        showStart();
        Q_EMIT messageShown(tr("The export was cancelled; nothing was written."));
    });
}

QModelIndex ExportPage::run() const {
    return m_runs.index(m_run->currentIndex(), RunsModel::Name);
}

QString ExportPage::result() const {
    return run().data(RunsModel::ResultRole).toString();
}

QString ExportPage::base() const {
    const Json config = Json::parse(run().data(RunsModel::ConfigJsonRole).toByteArray().toStdString(), nullptr, false);
    if (!config.is_object() || !config.contains("model") || !config["model"].is_object())
        return QStringLiteral("pocket");
    return QString::fromStdString(config["model"].value("path", std::string("pocket")));
}

bool ExportPage::isMerge() const {
    return m_kind->current() == kMerged;
}

void ExportPage::chooseRun(const QString& folder) {
    m_pending = folder;
    selectPending();
}

void ExportPage::selectPending() {
    for (int row = 0; row < m_runs.rowCount() && !m_pending.isEmpty(); ++row)
        if (m_runs.index(row, 0).data(RunsModel::FolderRole).toString() == m_pending) {
            m_pending.clear();
            m_run->setCurrentIndex(row);
        }
    if (m_run->currentIndex() < 0 && m_runs.rowCount() > 0) m_run->setCurrentIndex(0);
    onRunChanged();
}

void ExportPage::onRunChanged() {
    const bool isFull = result().endsWith(QLatin1String("/model"));
    const QString why = tr("The whole model was trained: there is nothing to merge");
    m_kind->setChoices({{kAdapter, isFull ? tr("Model") : tr("Adapter (PEFT)")},
                        {kMerged, tr("Merged model"), isFull ? why : QString(), !isFull}});
    if (m_kind->current().isEmpty() || isFull) m_kind->setCurrent(isFull ? kAdapter : kMerged);
    proposeTarget();
    checkSpace();
}

void ExportPage::proposeTarget() {
    m_explanation->setText(
        isMerge() ? tr("One folder with base and adapter in one, to be opened by any program that reads safetensors. "
                       "Afterwards the same prompts go through both, to prove that they answer alike.")
                  : tr("The folder as PEFT reads it: a small file that is laid over its base model."));
    m_shardRow->setVisible(isMerge());
    if (m_isTargetOwn || !run().isValid()) return;
    const QString name = fileName(run().data().toString()) + QLatin1Char('-') + m_kind->current();
    m_target->setPath(QString::fromStdString((dataHome() / "exports" / name.toStdString()).string()));
}

void ExportPage::checkSpace() {
    m_facts = {};
    m_spaceText->clear();
    if (run().isValid() && !m_target->path().isEmpty())
        m_space.check(isMerge() ? base() : result(), m_target->path(),
                      m_isTargetOwn ? SpaceCheck::Target::Fixed : SpaceCheck::Target::Proposed);
    showStart();
}

void ExportPage::showSpace(const SpaceFacts& facts) {
    m_facts = facts;
    if (!m_isTargetOwn) m_target->setPath(facts.target);
    const QString space =
        tr("Needs about %1, %2 are free there.").arg(sizeText(facts.neededBytes), sizeText(facts.freeBytes));
    m_spaceText->setText(facts.isTargetFree ? space : tr("This folder holds something already: choose another one."));
    m_spaceText->setInk(facts.isTargetFree && facts.isEnough() ? Ink::Secondary : Ink::Danger);
    showStart();
}

void ExportPage::showStart() {
    const bool isReady = run().isValid() && !m_job.isRunning() && m_facts.isTargetFree && m_facts.isEnough();
    m_start->setEnabled(isReady);
    if (!run().isValid())
        m_start->setText(tr("Train a run first"));
    else if (!m_facts.isTargetFree)
        m_start->setText(tr("Choose a new folder"));
    else if (m_facts.freeBytes > 0 && !m_facts.isEnough())
        m_start->setText(tr("Not enough space"));
    else
        m_start->setText(isMerge() ? tr("Merge and prove") : tr("Export"));
}

void ExportPage::start() {
    if (!m_start->isEnabled()) return;
    m_error->hide();
    m_done->hide();
    m_proof->clear();
    m_phase->setText(tr("Starting..."));
    m_progress->setRange(0, 0);
    m_progressCard->setVisible(true);
    const QString folder = run().data(RunsModel::FolderRole).toString();
    m_job.start({.kind = isMerge() ? ExportRequest::Kind::Merged : ExportRequest::Kind::Copy,
                 .source = result(),
                 .base = base(),
                 .target = m_target->path(),
                 .shardSize = m_shards->currentText(),
                 .prompts = proofPrompts(base(), m_workspace.runs.record(folder)->config())});
    showStart();
}

void ExportPage::onFinished(const Json& figures) {
    m_progressCard->hide();
    const ExportRequest& request = m_job.request();
    const bool isModel =
        request.kind == ExportRequest::Kind::Merged || request.source.endsWith(QLatin1String("/model"));
    m_done->showMessage(MessageStrip::Kind::Good, tr("Written to %1.").arg(request.target));
    m_open->setVisible(isModel);
    if (isModel) m_workspace.baseModels.addFolder(request.target);
    if (request.kind == ExportRequest::Kind::Merged) m_proof->prove(request, figures);
    m_isTargetOwn = false;
    proposeTarget(); // the folder is taken now
    checkSpace();
}

void ExportPage::cancel() {
    m_job.cancel();
}

} // namespace fettle::ui

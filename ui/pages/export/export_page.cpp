#include "ui/pages/export/export_page.h"

#include "core/base/files.h"
#include "ui/pages/export/proof_card.h"
#include "ui/text/numbers.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/page_column.h"
#include "ui/widgets/path_field.h"
#include "ui/widgets/progress_strip.h"
#include "ui/widgets/segmented_choice.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace fettle::ui {

namespace {

QString fileName(QString name) {
    static const QRegularExpression kOther(QStringLiteral("[^\\w.-]+"));
    return name.simplified().replace(kOther, QStringLiteral("-")).toLower();
}

} // namespace

ExportPage::ExportPage(Workspace& workspace, QWidget* parent)
    : Page(parent), m_workspace(workspace), m_kinds(exportKinds()), m_job(workspace.program),
      m_start(new QAction(this)), m_open(new QAction(tr("Open in Chat"), this)), m_choice(new QComboBox),
      m_detail(new QComboBox), m_kind(new SegmentedChoice), m_target(new PathField(PathField::Kind::Folder)),
      m_detailRow(new QWidget), m_detailLabel(new Label), m_explanation(new Label({}, TextRole::Secondary)),
      m_spaceText(new Label({}, TextRole::Secondary)),
      m_progress(new ProgressStrip(m_job.job(), QStringLiteral("export"))), m_done(new MessageStrip),
      m_error(new ErrorStrip), m_proof(new ProofCard(workspace.chat)) {
    m_start->setObjectName(QStringLiteral("startExport"));
    m_open->setObjectName(QStringLiteral("openExport"));
    m_done->setObjectName(QStringLiteral("exportDone"));
    m_results.setSourceModel(&workspace.results);
    m_results.setFilterRole(ResultsModel::TunedRole);
    m_results.setFilterFixedString(QStringLiteral("true"));
    auto* column = new PageColumn;
    for (QWidget* part :
         std::initializer_list<QWidget*>{makeSourceCard(), makeTargetCard(), m_error, m_progress, m_done})
        column->content()->addWidget(part);
    column->content()->addWidget(m_proof, 1000);
    column->content()->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(column);
    m_done->addButton(m_open, true);
    connectJob();
    connect(m_start, &QAction::triggered, this, &ExportPage::start);
    connect(m_open, &QAction::triggered, this,
            [this] { Q_EMIT chatRequested(ResultRef::ofModel(m_job.request().target, m_job.request().result.base)); });
    connect(&workspace.results, &ResultsModel::refreshed, this, &ExportPage::selectResult);
    selectResult();
}

QWidget* ExportPage::makeSourceCard() {
    m_choice->setObjectName(QStringLiteral("exportRunChoice"));
    m_choice->setAccessibleName(tr("Result"));
    m_choice->setModel(&m_results);
    m_choice->setPlaceholderText(tr("No run has a result yet"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setObjectName(QStringLiteral("exportKind"));
    m_kind->setAccessibleName(tr("What is written"));
    connect(m_choice, &QComboBox::activated, this, &ExportPage::onRowChosen);
    connect(m_kind, &SegmentedChoice::chosen, this, &ExportPage::onKindChosen);
    auto* card = new Card(tr("What"));
    card->content()->addWidget(m_choice);
    card->content()->addWidget(m_kind, 0, Qt::AlignLeft);
    card->content()->addWidget(m_explanation);
    return card;
}

QWidget* ExportPage::makeTargetCard() {
    m_target->setObjectName(QStringLiteral("exportTarget"));
    m_target->edit()->setObjectName(QStringLiteral("exportTargetPath"));
    m_target->edit()->setAccessibleName(tr("New folder"));
    m_target->setPlaceholderText(tr("A new or empty folder"));
    m_detail->setObjectName(QStringLiteral("exportDetail"));
    m_detailLabel->setWordWrap(false);
    m_detailLabel->setBuddy(m_detail);
    auto* row = new QHBoxLayout(m_detailRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_detailLabel);
    row->addWidget(m_detail);
    row->addStretch();
    connect(m_target, &PathField::pathTyped, this, &ExportPage::takeTarget);
    connect(m_target, &PathField::pathChosen, this, &ExportPage::takeTarget);
    connect(&m_space, &SpaceCheck::checked, this, &ExportPage::showSpace);
    connect(&m_space, &SpaceCheck::failed, this, [this](const Error& error) { m_error->showError(error); });
    auto* card = new Card(tr("Where"));
    card->content()->addWidget(m_target);
    card->content()->addWidget(m_detailRow);
    card->content()->addWidget(m_spaceText);
    return card;
}

void ExportPage::connectJob() {
    m_workspace.jobs.add(&m_job.job());
    connect(&m_job.job(), &Job::ended, this, &ExportPage::showStart);
    connect(&m_job.job(), &Job::cancelled, this,
            [this] { Q_EMIT messageShown(tr("The export was cancelled; nothing was written.")); });
    connect(&m_job, &ExportJob::finished, this, &ExportPage::onFinished);
}

const ExportKind& ExportPage::kind() const {
    const QString name = m_kind->current();
    const auto found =
        std::ranges::find_if(m_kinds, [&](const ExportKind& k) { return name == QLatin1String(k.name); });
    return found == m_kinds.end() ? m_kinds.front() : *found;
}

void ExportPage::choose(const ResultRef& result) {
    m_workspace.results.add(result);
    m_result = result;
    selectResult();
}

void ExportPage::onRowChosen(int row) {
    m_result = m_workspace.results.result(m_results.mapToSource(m_results.index(row, 0)).row());
    showKinds();
}

// The list was read anew: the same result stays chosen. At first, and where that one is gone, it is the latest.
void ExportPage::selectResult() {
    const int row = m_workspace.results.rowOf(m_result);
    if (row < 0) m_result = {};
    const int shown =
        row < 0 ? std::min(0, m_results.rowCount() - 1) : m_results.mapFromSource(m_workspace.results.index(row)).row();
    m_choice->setCurrentIndex(shown);
    if (row < 0 && shown == 0) return onRowChosen(shown);
    showKinds();
}

void ExportPage::showKinds() {
    std::vector<Choice> choices;
    for (const ExportKind& kind : m_kinds) {
        const bool fits = !m_result.isEmpty() && kind.fits(m_result);
        if (fits || !kind.objection.isEmpty())
            choices.push_back({QString::fromLatin1(kind.name), kind.title, fits ? QString() : kind.objection, fits});
    }
    m_kind->setChoices(choices);
    if (!kind().fits(m_result) || m_kind->current().isEmpty())
        for (const ExportKind& kind : m_kinds)
            if (kind.isUsual && !m_result.isEmpty() && kind.fits(m_result))
                m_kind->setCurrent(QString::fromLatin1(kind.name));
    onKindChosen();
}

void ExportPage::onKindChosen() {
    m_explanation->setText(m_result.isEmpty() ? QString() : kind().sentence);
    showDetail();
    proposeTarget();
    checkSpace();
}

void ExportPage::showDetail() {
    const ExportDetail& detail = kind().detail;
    m_detailRow->setVisible(!detail.values.isEmpty());
    if (m_detailLabel->text() == detail.label) return; // what was chosen stays
    m_detailLabel->setText(detail.label);
    m_detail->setAccessibleName(QString(detail.label).remove(QLatin1Char('&')));
    m_detail->clear();
    m_detail->addItems(detail.values);
}

void ExportPage::proposeTarget() {
    if (m_isTargetOwn || m_result.isEmpty()) return;
    const QString name = fileName(m_result.name) + QLatin1Char('-') + QLatin1String(kind().name);
    m_target->setPath(QString::fromStdString((exportsFolder() / name.toStdString()).string()));
}

// As it is being typed: what is said below is about what stands there.
void ExportPage::takeTarget() {
    m_isTargetOwn = true;
    checkSpace();
}

void ExportPage::checkSpace() {
    m_facts = {};
    m_spaceText->clear();
    if (!m_result.isEmpty() && !m_target->path().isEmpty())
        m_space.check(kind().measured(m_result), m_target->path(),
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
    const bool isReady = !m_result.isEmpty() && !m_job.job().isRunning() && m_facts.isTargetFree && m_facts.isEnough();
    m_start->setEnabled(isReady);
    if (m_result.isEmpty())
        m_start->setText(tr("Train a run first"));
    else if (!m_facts.isTargetFree)
        m_start->setText(tr("Choose a new folder"));
    else if (m_facts.freeBytes > 0 && !m_facts.isEnough())
        m_start->setText(tr("Not enough space"));
    else
        m_start->setText(kind().isProved ? tr("Merge and prove") : tr("Export"));
}

void ExportPage::start() {
    if (!m_start->isEnabled()) return;
    m_error->hide();
    m_done->hide();
    m_proof->clear();
    m_job.start(kind(), {.result = m_result,
                         .target = m_target->path(),
                         .detail = m_detail->currentText(),
                         .prompts = m_workspace.results.questions(m_result)});
    showStart();
}

void ExportPage::onFinished(const Json& figures) {
    const ExportRequest& request = m_job.request();
    const bool isModel = !m_job.kind().verb.isEmpty() || request.result.kind == ResultRef::Kind::Model;
    m_done->showMessage(MessageStrip::Kind::Good, tr("Written to %1.").arg(request.target));
    m_open->setVisible(isModel);
    if (isModel) m_workspace.baseModels.addFolder(request.target);
    if (m_job.kind().isProved) m_proof->prove(request, figures);
    m_isTargetOwn = false;
    proposeTarget(); // the folder is taken now
    checkSpace();
}

void ExportPage::cancel() {
    m_job.job().cancel();
}

} // namespace fettle::ui

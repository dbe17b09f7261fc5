#include "ui/pages/models/get_model_card.h"

#include "ui/text/json_values.h"
#include "ui/widgets/button.h"
#include "ui/widgets/facts_table.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/progress_strip.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTableView>

namespace fettle::ui {

namespace {

constexpr int kRowsShown = 7;

bool isHubName(const QString& text) {
    static const QRegularExpression kName(QStringLiteral("^[\\w.-]+/[\\w.-]+$"));
    return kName.match(text).hasMatch();
}

// The window's own token, unless the user's environment names one.
EngineProgram withToken(EngineProgram program, const Settings& settings) {
    const QString name = QStringLiteral("HF_TOKEN_PATH");
    if (!program.environment.contains(name)) program.environment.insert(name, settings.tokenFile());
    return program;
}

} // namespace

GetModelCard::GetModelCard(Workspace& workspace, QWidget* parent)
    : Card(tr("Get a model"), parent), m_workspace(workspace),
      m_fetch(withToken(workspace.program, workspace.settings), tr("Downloading a model"), JobProgress::Unit::Bytes),
      m_table(factsTable(m_suggested)), m_name(new QLineEdit), m_download(new QAction(this)),
      m_train(new QAction(tr("Use it for training"), this)), m_error(new ErrorStrip), m_done(new MessageStrip) {
    setObjectName(QStringLiteral("getModelCard"));
    m_done->setObjectName(QStringLiteral("modelFetched"));
    m_error->setObjectName(QStringLiteral("modelNotFetched"));
    m_train->setObjectName(QStringLiteral("trainFetchedModel"));
    auto* close = new IconButton(QStringLiteral("close"), tr("Close"));
    header()->addWidget(close);
    content()->addWidget(
        new Label(tr("From the Hugging Face hub into %1, where other programs find it too. Models that "
                     "ask for consent need it given on their page there, and a token in Settings.")
                      .arg(hubCacheFolder()),
                  TextRole::Secondary));
    addTable();
    addName();
    content()->addWidget(new ProgressStrip(m_fetch.job(), QStringLiteral("modelFetch")));
    content()->addWidget(m_error);
    content()->addWidget(m_done);
    m_done->addButton(m_train, true);
    workspace.jobs.add(&m_fetch.job());
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_train, &QAction::triggered, this, [this] { Q_EMIT trainRequested(m_folder); });
    connect(&m_fetch, &VerbJob::finished, this, &GetModelCard::onFinished);
    connect(&m_fetch.job(), &Job::failed, m_error, &ErrorStrip::showErrorWithLog);
    connect(&m_fetch.job(), &Job::started, this, &GetModelCard::sayWhatIsMissing);
    connect(&m_fetch.job(), &Job::ended, this, &GetModelCard::sayWhatIsMissing);
    sayWhatIsMissing();
    hide();
}

void GetModelCard::addTable() {
    m_table->setObjectName(QStringLiteral("suggestedModels"));
    m_table->setAccessibleName(tr("Suggested models"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setFixedHeight(m_table->verticalHeader()->defaultSectionSize() * (kRowsShown + 1));
    content()->addWidget(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &GetModelCard::takeRow);
    connect(m_table, &QTableView::activated, m_download, &QAction::trigger);
    const auto takeMemory = [this] {
        const DevicesModel& devices = m_workspace.devices;
        m_suggested.setMemory(devices.index(0).data(DevicesModel::MemoryRole).toULongLong());
    };
    connect(&m_workspace.devices, &QAbstractItemModel::modelReset, this, takeMemory);
    takeMemory();
}

void GetModelCard::addName() {
    m_name->setObjectName(QStringLiteral("hubName"));
    m_name->setAccessibleName(tr("Name on the hub"));
    m_name->setPlaceholderText(tr("owner/name"));
    m_download->setObjectName(QStringLiteral("downloadModel"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_name, 1);
    row->addWidget(new Button(m_download));
    content()->addLayout(row);
    connect(m_name, &QLineEdit::textChanged, this, &GetModelCard::sayWhatIsMissing);
    connect(m_name, &QLineEdit::returnPressed, m_download, &QAction::trigger);
    connect(m_download, &QAction::triggered, this, &GetModelCard::download);
}

void GetModelCard::begin() {
    show();
    m_name->setFocus(Qt::OtherFocusReason);
}

void GetModelCard::takeRow() {
    const QModelIndex row = m_table->selectionModel()->selectedRows().value(0);
    if (row.isValid()) m_name->setText(row.data(SuggestedModelsTable::HubNameRole).toString());
}

void GetModelCard::sayWhatIsMissing() {
    const bool isNamed = isHubName(m_name->text().trimmed());
    m_download->setEnabled(isNamed && !m_fetch.job().isRunning());
    m_download->setText(isNamed || m_name->text().isEmpty() ? tr("Download") : tr("A name is owner/name"));
}

void GetModelCard::download() {
    m_error->hide();
    m_done->hide();
    m_fetched = m_name->text().trimmed();
    m_fetch.start(QStringLiteral("get"), {m_fetched});
}

void GetModelCard::onFinished(const Json& result) {
    m_folder = textIn(result, "path");
    m_done->showMessage(MessageStrip::Kind::Good, tr("%1 is on this computer.").arg(m_fetched));
    m_workspace.baseModels.refresh(m_workspace.settings.modelFolders());
}

} // namespace fettle::ui

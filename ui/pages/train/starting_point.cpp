#include "ui/pages/train/starting_point.h"

#include "ui/widgets/field_facts.h"
#include "ui/widgets/form_line.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QFileDialog>
#include <QVBoxLayout>

namespace fettle::ui {

namespace {

const QString kKey = QStringLiteral("adapter.init_from");
const QString kOther = QStringLiteral("other");

// The base model of a run whose result is an adapter; empty: it is none.
std::string baseOfAdapter(const QModelIndex& run) {
    if (!run.data(RunsModel::ResultRole).toString().endsWith(QLatin1String("/adapter"))) return {};
    const Json config = Json::parse(run.data(RunsModel::ConfigJsonRole).toByteArray().toStdString(), nullptr, false);
    if (!config.is_object()) return {};
    const auto model = config.find("model");
    return model == config.end() ? RunConfig{}.model.path : model->value("path", RunConfig{}.model.path);
}

} // namespace

StartingPoint::StartingPoint(RunsModel& runs, ConfigDraft& draft, QWidget* parent)
    : QWidget(parent), m_runs(runs), m_draft(draft), m_choice(new QComboBox),
      m_note(new Label({}, TextRole::Secondary)) {
    m_choice->setObjectName(QStringLiteral("config.") + kKey);
    m_choice->setAccessibleName(fieldLabel(kKey));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(16);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new FormLine(fieldLabel(kKey), m_choice, m_note));
    connect(m_choice, &QComboBox::activated, this, &StartingPoint::choose);
    connect(&draft, &ConfigDraft::changed, this, &StartingPoint::follow);
    connect(&draft, &ConfigDraft::wasReset, this, &StartingPoint::follow);
    connect(&runs, &RunsModel::refreshed, this, &StartingPoint::follow);
    follow();
}

QStringList StartingPoint::decidedKeys() const {
    if (m_draft.value(kKey).is_null()) return {};
    QStringList keys;
    const Json adapter = m_draft.value(QStringLiteral("adapter"));
    for (const auto& item : adapter.items())
        if (item.key() != "kind" && item.key() != "lora_dropout")
            keys << QStringLiteral("adapter.") + QString::fromStdString(item.key());
    return keys;
}

void StartingPoint::follow() {
    setVisible(m_draft.value(QStringLiteral("adapter")).contains("init_from"));
    list();
    const bool isFresh = m_draft.value(kKey).is_null();
    m_note->setText(isFresh ? tr("or from one that was trained on this base model")
                            : tr("it decides rank, alpha and modules; a preference method compares with it"));
}

void StartingPoint::list() {
    const Json chosen = m_draft.value(kKey);
    const QString path = chosen.is_string() ? QString::fromStdString(chosen.get<std::string>()) : QString();
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    m_choice->addItem(tr("Nothing: a fresh adapter"), QString());
    for (int row = 0; row < m_runs.rowCount(); ++row) {
        const QModelIndex run = m_runs.index(row, RunsModel::Name);
        if (baseOfAdapter(run) == m_draft.config().model.path)
            m_choice->addItem(run.data().toString(), run.data(RunsModel::ResultRole));
    }
    if (m_choice->findData(path) < 0) m_choice->addItem(path.section(QLatin1Char('/'), -2), path);
    m_choice->addItem(tr("Another folder..."), kOther);
    m_choice->setCurrentIndex(m_choice->findData(path));
    m_choice->setToolTip(path);
}

void StartingPoint::choose(int row) {
    const QString path = m_choice->itemData(row).toString();
    if (path == kOther) return askForFolder();
    startFrom(path);
}

void StartingPoint::askForFolder() {
    list(); // what was chosen before holds until a folder is
    auto* dialog = new QFileDialog(this, tr("The folder of an adapter"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &StartingPoint::startFrom);
    dialog->open();
}

// Values of this form would contradict those of the adapter: they become the defaults, which give way.
void StartingPoint::startFrom(const QString& folder) {
    Json adapter = {{"kind", m_draft.value(QStringLiteral("adapter.kind"))}};
    if (!folder.isEmpty()) adapter["init_from"] = folder.toStdString();
    m_draft.set(QStringLiteral("adapter"), adapter);
}

} // namespace fettle::ui
